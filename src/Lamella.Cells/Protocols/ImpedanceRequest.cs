using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>The frequencies of an impedance, spaced evenly on a logarithmic axis.</summary>
public sealed record ImpedanceRequest
{
    /// <summary>Points per decade where none are stated.</summary>
    public const int UsualPointsPerDecade = 10;

    /// <summary>Gets the first frequency, &gt; 0.</summary>
    [Unit("Hz")]
    public required double From { get; init; }

    /// <summary>Gets the last frequency, &gt; 0; above or below the first.</summary>
    [Unit("Hz")]
    public required double To { get; init; }

    /// <summary>Gets the points per decade, ≥ 1.</summary>
    [Unit("–")]
    public int PointsPerDecade { get; init; } = UsualPointsPerDecade;

    /// <summary>Returns the frequencies, both ends included.</summary>
    /// <returns>f [Hz], from the first to the last.</returns>
    public ImmutableArray<double> Frequencies()
    {
        double decades = Math.Log10(To / From);
        int intervals = Math.Max((int)Math.Ceiling((Math.Abs(decades) * PointsPerDecade) - 1e-9), decades == 0.0 ? 0 : 1);
        var list = ImmutableArray.CreateBuilder<double>(intervals + 1);
        list.Add(From);
        for (int i = 1; i < intervals; i++)
        {
            list.Add(From * Math.Pow(10.0, decades * i / intervals));
        }

        if (intervals > 0)
        {
            list.Add(To);
        }

        return list.ToImmutable();
    }
}
