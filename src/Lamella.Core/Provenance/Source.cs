namespace Lamella.Core.Provenance;

/// <summary>What kind of knowledge a value is.</summary>
public enum Origin
{
    /// <summary>Measured by the user or in the publication that the described cell comes from.</summary>
    Measured,

    /// <summary>Stated in the described file without a source: whoever wrote the file vouches for it.</summary>
    Stated,

    /// <summary>Taken from a cited publication or public parameter set.</summary>
    Published,

    /// <summary>Computed from other sourced values.</summary>
    Derived,

    /// <summary>Moved by a calibration to meet measured facts.</summary>
    Calibrated,

    /// <summary>Chosen because nothing states it; carries a range where one is known.</summary>
    Assumed,
}

/// <summary>How surely a value is what its source says.</summary>
public enum Confidence
{
    /// <summary>Read at the cited source.</summary>
    Verified,

    /// <summary>Not re-read at a source: an assumption until someone does.</summary>
    Assumed,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Origin">The kind of knowledge.</param>
/// <param name="Citation">Whom to cite, in one line; for an assumption, why this value.</param>
/// <param name="Doi">Digital object identifier without the resolver, or null.</param>
/// <param name="Place">Figure, table, equation or file inside the source, or null.</param>
/// <param name="Confidence">How surely.</param>
public sealed record Source(Origin Origin, string Citation, string? Doi, string? Place, Confidence Confidence)
{
    /// <summary>Makes the source of an assumption.</summary>
    /// <param name="reason">Why this value was chosen.</param>
    /// <returns>A source with origin and confidence "assumed".</returns>
    public static Source Assumption(string reason) => new(Origin.Assumed, reason, null, null, Confidence.Assumed);
}
