using Lamella.Core.Provenance;

namespace Lamella.Reporting.Dossiers;

/// <summary>Shows where values come from in the cells of a table.</summary>
public static class SourceCells
{
    /// <summary>Tells which confidence badge a source deserves.</summary>
    /// <param name="source">Where a value comes from.</param>
    /// <returns>Calibrated or derived for values made here; otherwise verified only where the source was read, else assumed.</returns>
    public static Mark MarkOf(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Origin switch
        {
            Origin.Calibrated => Mark.Calibrated,
            Origin.Derived => Mark.Derived,
            Origin.Stated => Mark.Stated,
            Origin.Assumed => Mark.Assumed,
            _ => source.Confidence == Confidence.Verified ? Mark.Verified : Mark.Assumed,
        };
    }

    /// <summary>Makes the cell with the confidence badge of a source.</summary>
    /// <param name="source">Where a value comes from.</param>
    /// <returns>A cell with only a badge.</returns>
    public static Cell Badge(Source source) => Cell.Badge(MarkOf(source));

    /// <summary>Makes the cell that cites a source: citation linked to its DOI, and the place in it below.</summary>
    /// <param name="source">Where a value comes from.</param>
    /// <returns>The cell.</returns>
    public static Cell Citation(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Cell(source.Citation) { Doi = source.Doi, Note = source.Place ?? "" };
    }
}
