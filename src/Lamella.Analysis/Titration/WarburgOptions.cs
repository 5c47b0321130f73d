using Lamella.Core;

namespace Lamella.Analysis.Titration;

/// <summary>In which frequencies a Warburg coefficient is looked for.</summary>
public sealed record WarburgOptions
{
    /// <summary>Gets the lowest frequency; NaN for choosing it.</summary>
    [Unit("Hz")]
    public double From { get; init; } = double.NaN;

    /// <summary>Gets the highest frequency; NaN for choosing it.</summary>
    [Unit("Hz")]
    public double To { get; init; } = double.NaN;
}
