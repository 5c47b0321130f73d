using System.Collections.Immutable;

namespace Lamella.Instruments.Text;

/// <summary>Where the rows of a delimited table stand in a text and how they are written.</summary>
public sealed record DelimitedLayout
{
    /// <summary>Gets the header cells, in order; they set the least number of columns.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Gets the first line with data, from 0.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Gets the line after the last one with data, from 0; -1 for the end of the text.</summary>
    public int EndLine { get; init; } = -1;

    /// <summary>Gets what stands between cells; a blank stands for any run of blanks and tabs.</summary>
    public char Delimiter { get; init; } = '\t';

    /// <summary>Gets how numbers are written.</summary>
    public NumberStyle Numbers { get; init; } = NumberStyle.Point;

    /// <summary>Gets the positions of the columns that are text whatever they look like.</summary>
    public ImmutableHashSet<int> TextColumns { get; init; } = [];

    /// <summary>Gets how many cells to drop at the beginning of each row (rows that begin with a tab).</summary>
    public int LeadingCells { get; init; }
}
