using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>A spectrum with its weights, ready for a fit; points keep the order of the record.</summary>
internal sealed class SpectrumData
{
    internal SpectrumData(Spectrum spectrum, CircuitFitOptions options)
    {
        Grid = new FrequencyGrid(spectrum.Frequency.AsSpan());
        Real = [.. spectrum.Real];
        Imaginary = [.. spectrum.Impedance.Select(z => z.Imaginary)];
        Modulus = [.. spectrum.Impedance.Select(Complex.Abs)];
        (RealWeight, ImaginaryWeight) = Weights(options);
        double least = Modulus.Where(z => z > 0.0).DefaultIfEmpty(1.0).Min();
        Range = new DataRange(least, Modulus.DefaultIfEmpty(1.0).Max(), Grid.Omega.Min(), Grid.Omega.Max());
    }

    /// <summary>Gets the frequencies.</summary>
    internal FrequencyGrid Grid { get; }

    /// <summary>Gets the number of points.</summary>
    internal int Count => Real.Length;

    /// <summary>Gets Z′ [Ω].</summary>
    internal double[] Real { get; }

    /// <summary>Gets Z″ [Ω].</summary>
    internal double[] Imaginary { get; }

    /// <summary>Gets |Z| [Ω].</summary>
    internal double[] Modulus { get; }

    /// <summary>Gets the weight of each Z′ [1/Ω, or – with unit weights].</summary>
    internal double[] RealWeight { get; }

    /// <summary>Gets the weight of each Z″.</summary>
    internal double[] ImaginaryWeight { get; }

    /// <summary>Gets the range of the data.</summary>
    internal DataRange Range { get; }

    private static InputException Fault(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("impedance spectrum"), problem, allowed, remedy);

    private (double[] Real, double[] Imaginary) Weights(CircuitFitOptions options)
    {
        switch (options.Weighting)
        {
            case Weighting.Unit:
                double[] one = [.. Modulus.Select(_ => 1.0)];
                return (one, one);
            case Weighting.Modulus:
                double[] modulus = Inverse(Modulus, "|Z|");
                return (modulus, modulus);
            case Weighting.Proportional:
                return (Inverse(Real, "Z'"), Inverse(Imaginary, "Z''"));
            default:
                return Stated(options);
        }
    }

    private (double[] Real, double[] Imaginary) Stated(CircuitFitOptions options)
    {
        if (options.StandardDeviations.Length != Count)
        {
            throw Fault(
                $"{options.StandardDeviations.Length} standard deviations are stated for {Count} points.", "one for each point",
                "State the standard deviation of every point, or weight by modulus.");
        }

        if (options.StandardDeviations.Any(deviation => !(deviation > 0.0)))
        {
            throw Fault("a stated standard deviation is not above 0 ohm.", "above 0 ohm", "State how uncertain the point is.");
        }

        double[] weights = Inverse([.. options.StandardDeviations], "the standard deviation");
        return (weights, weights);
    }

    private double[] Inverse(double[] sizes, string what)
    {
        double[] weights = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            weights[i] = 1.0 / Math.Abs(sizes[i]);
            if (!double.IsFinite(weights[i]))
            {
                throw Fault(
                    FormattableString.Invariant($"{what} is 0 at {Grid.Omega[i] / (2.0 * Math.PI):G6} Hz, so it cannot weight the point."),
                    "above 0 ohm", "Remove the point or use unit weights.");
            }
        }

        return weights;
    }
}
