using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;
using MathNet.Numerics.Distributions;

namespace Lamella.Structures.Morphology;

/// <summary>How the fraction of a phase scatters between sub-volumes of one size.</summary>
/// <param name="Edge">Cube root of the volume of a sub-volume [m].</param>
/// <param name="Count">Number of sub-volumes; they do not overlap.</param>
/// <param name="Deviation">Standard deviation of the fraction [–].</param>
/// <param name="Low">Lower end of its confidence interval [–].</param>
/// <param name="High">Upper end of its confidence interval [–].</param>
public sealed record SubvolumeScatter(
    [property: Unit("m")] double Edge, int Count, [property: Unit("–")] double Deviation, [property: Unit("–")] double Low, [property: Unit("–")] double High);

/// <summary>How large a volume has to be for the fraction of a phase in it to be that of the material.</summary>
/// <remarks>
/// The variance of the fraction between volumes V much larger than the structure is φ(1 − φ)·A/V with the integral range A. The
/// standard deviation of n normal fractions lies within s·√((n − 1)/χ²) of the χ² distribution with n − 1 degrees of freedom.
/// <b>Source.</b> Kanit, Forest, Galliet, Mounoury and Jeulin, Int. J. Solids Struct. 40 (2003) 3647,
/// <see href="https://doi.org/10.1016/S0020-7683(03)00143-4"/>.
/// </remarks>
public sealed record RepresentativeVolume
{
    private const int MostDivisions = 8;
    private const int FewestVoxels = 4;
    private const double WideEnough = 4.0; // correlation lengths

    /// <summary>Gets the fraction in the whole volume.</summary>
    [Unit("–")]
    public required double Fraction { get; init; }

    /// <summary>Gets the level of the intervals.</summary>
    [Unit("–")]
    public required double Confidence { get; init; }

    /// <summary>Gets the scatter for each size of sub-volume, from the largest.</summary>
    public required ImmutableArray<SubvolumeScatter> Scatter { get; init; }

    /// <summary>Gets the integral range A; null where the volume is too small or of one phase.</summary>
    [Unit("m³")]
    public double? IntegralRange { get; init; }

    /// <summary>Gets the lower end of the confidence interval of the integral range.</summary>
    [Unit("m³")]
    public double? IntegralRangeLow { get; init; }

    /// <summary>Gets the upper end of the confidence interval of the integral range.</summary>
    [Unit("m³")]
    public double? IntegralRangeHigh { get; init; }

    /// <summary>Gets the half width of the confidence interval of the fraction, as a sample of the material; null as above.</summary>
    [Unit("–")]
    public double? FractionHalfWidth { get; init; }

    /// <summary>Returns the edge of a cube whose fraction is that of the material to a relative error, at the confidence of the intervals.</summary>
    /// <param name="relativeError">Relative error [–], above 0.</param>
    /// <param name="range">Integral range to use [m³], such as <see cref="IntegralRangeHigh"/>.</param>
    /// <returns>The edge [m].</returns>
    public double Edge(double relativeError, double range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(relativeError);
        double deviation = relativeError * Fraction / Quantile(Confidence);
        return Math.Cbrt(Fraction * (1.0 - Fraction) * range / (deviation * deviation));
    }

    /// <summary>Cuts a volume into ever smaller sub-volumes.</summary>
    internal static RepresentativeVolume Measure(bool[] inside, LatticeExtent extent, VoxelSize size, double correlationLength, double confidence)
    {
        double fraction = inside.Count(own => own) / (double)inside.Length;
        var scatter = ImmutableArray.CreateBuilder<SubvolumeScatter>();
        (double Variance, double Volume, int Count)? chosen = null;
        for (int divisions = 2; divisions <= MostDivisions; divisions++)
        {
            int[] parts = [.. Enumerable.Range(0, 3).Select(axis => extent.Along(axis) >= divisions * FewestVoxels ? divisions : 1)];
            int count = parts[0] * parts[1] * parts[2];
            if (count < 4)
            {
                break; // nothing can be said of the scatter of so few
            }

            int[] wide = [.. parts.Select((part, axis) => extent.Along(axis) / part)];
            double volume = (double)wide[0] * wide[1] * wide[2] * size.Volume, edge = Math.Cbrt(volume);
            double variance = Variance(inside, extent, parts, wide);
            (double low, double high) = Interval(count - 1, confidence);
            scatter.Add(new SubvolumeScatter(edge, count, Math.Sqrt(variance), Math.Sqrt(variance * low), Math.Sqrt(variance * high)));
            // The most sub-volumes that are still wide against the structure; the largest ones where none is.
            chosen = chosen is null || edge >= WideEnough * correlationLength ? (variance, volume, count) : chosen;
        }

        var measured = new RepresentativeVolume { Fraction = fraction, Confidence = confidence, Scatter = scatter.ToImmutable() };
        return chosen is { } sample && fraction is > 0.0 and < 1.0 ? measured.WithRange(sample, extent.Count * size.Volume) : measured;
    }

    private RepresentativeVolume WithRange((double Variance, double Volume, int Count) sample, double whole)
    {
        double range = sample.Variance * sample.Volume / (Fraction * (1.0 - Fraction));
        (double low, double high) = Interval(sample.Count - 1, Confidence);
        return this with
        {
            IntegralRange = range,
            IntegralRangeLow = range * low,
            IntegralRangeHigh = range * high,
            FractionHalfWidth = Quantile(Confidence) * Math.Sqrt(Fraction * (1.0 - Fraction) * range / whole),
        };
    }

    private static double Quantile(double confidence) => Normal.InvCDF(0.0, 1.0, 0.5 * (1.0 + confidence));

    private static (double Low, double High) Interval(int freedom, double confidence) =>
        (freedom / ChiSquared.InvCDF(freedom, 0.5 * (1.0 + confidence)), freedom / ChiSquared.InvCDF(freedom, 0.5 * (1.0 - confidence)));

    private static double Variance(bool[] inside, LatticeExtent extent, int[] parts, int[] wide)
    {
        long[] counts = new long[parts[0] * parts[1] * parts[2]];
        for (int z = 0; z < parts[2] * wide[2]; z++)
        {
            for (int y = 0; y < parts[1] * wide[1]; y++)
            {
                int row = extent.Nx * (y + (extent.Ny * z)), part = parts[0] * ((y / wide[1]) + (parts[1] * (z / wide[2])));
                for (int x = 0; x < parts[0] * wide[0]; x++)
                {
                    counts[part + (x / wide[0])] += inside[row + x] ? 1 : 0;
                }
            }
        }

        double voxels = (double)wide[0] * wide[1] * wide[2], mean = counts.Average() / voxels;
        return counts.Sum(count => ((count / voxels) - mean) * ((count / voxels) - mean)) / (counts.Length - 1);
    }
}
