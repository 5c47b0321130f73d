namespace Lamella.Reporting.Html;

/// <summary>What a written page carries.</summary>
public sealed record DossierHtmlOptions
{
    /// <summary>
    /// Gets a value indicating whether the page carries the plotting library (1.5 MB). Without it the figures are still drawn, but
    /// cannot be zoomed or hovered.
    /// </summary>
    public bool Interactive { get; init; } = true;
}
