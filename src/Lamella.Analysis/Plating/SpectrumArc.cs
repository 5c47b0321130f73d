using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Plating;

/// <summary>The size of what a spectrum shows as arcs, read without a model.</summary>
/// <param name="Number">Its place in the order of the spectra, from 1.</param>
/// <param name="Ohmic">Z′ at the highest frequency that is not inductive: the ohmic part.</param>
/// <param name="Width">Z′ at the lowest point of −Z″ behind the highest apex, less the ohmic part: the width of the arcs without a diffusion tail.</param>
public sealed record SpectrumArc(int Number, [property: Unit("Ω")] double Ohmic, [property: Unit("Ω")] double Width)
{
    private const double CollapseShare = 0.5;

    /// <summary>Gets the number of the half cycle behind which it was taken, 0 for before the first; null where that is not known.</summary>
    public int? AfterHalfCycle { get; init; }

    /// <summary>Gets when it was taken: the end of that half cycle, from the beginning of the first record; null where that is not known.</summary>
    [Unit("s")]
    public double? Time { get; init; }

    /// <summary>Reads the arcs of spectra in their order.</summary>
    /// <param name="spectra">The spectra, in the order of time.</param>
    /// <returns>One arc per spectrum that has at least four frequencies and a capacitive part; the others are left out.</returns>
    public static ImmutableArray<SpectrumArc> Read(ImmutableArray<Spectrum> spectra) =>
        [.. spectra.Select((spectrum, i) => One(spectrum, i + 1)).OfType<SpectrumArc>()];

    /// <summary>Returns the first arc that is below half of the median of those before it; null where none is.</summary>
    internal static (SpectrumArc Collapsed, double Before)? Collapse(ImmutableArray<SpectrumArc> arcs)
    {
        for (int i = 1; i < arcs.Length; i++)
        {
            double[] before = [.. arcs.Take(i).Select(arc => arc.Width).Order()];
            double usual = before[before.Length / 2];
            if (usual > 0.0 && arcs[i].Width < CollapseShare * usual)
            {
                return (arcs[i], usual);
            }
        }

        return null;
    }

    private static SpectrumArc? One(Spectrum spectrum, int number)
    {
        int[] order = [.. Enumerable.Range(0, spectrum.Frequency.Length).Where(i => spectrum.NegativeImaginary[i] >= 0.0).OrderByDescending(i => spectrum.Frequency[i])];
        if (order.Length < 4)
        {
            return null;
        }

        // Local apexes first: a diffusion tail rises to the lowest frequency and is the highest point of many spectra, but no apex.
        double[] height = [.. order.Select(i => spectrum.NegativeImaginary[i])];
        int apex = -1;
        for (int k = 1; k + 1 < height.Length; k++)
        {
            bool isApex = height[k] >= height[k - 1] && height[k] > height[k + 1];
            apex = isApex && (apex < 0 || height[k] > height[apex]) ? k : apex;
        }

        int end = order.Length - 1;
        if (apex >= 0)
        {
            end = Enumerable.Range(apex, order.Length - apex).MinBy(k => height[k]);
        }

        double ohmic = spectrum.Real[order[0]];
        return new SpectrumArc(number, ohmic, Math.Max(0.0, spectrum.Real[order[end]] - ohmic));
    }
}
