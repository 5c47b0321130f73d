using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core;
using Lamella.Numerics.Lattice;
using MathNet.Numerics.IntegralTransforms;

namespace Lamella.Structures.Morphology;

/// <summary>Probability that two points at a distance along an axis both lie in a phase.</summary>
/// <param name="Step">Distance of two neighbouring values [m].</param>
/// <param name="Values">S₂ at 0, 1, 2, … steps [–], up to half the volume; the first is the fraction of the phase.</param>
public sealed record TwoPointFunction([property: Unit("m")] double Step, [property: Unit("–")] ImmutableArray<double> Values)
{
    /// <summary>Gets the distance at which the correlation (S₂ − φ²)/(φ − φ²) has fallen to 1/e; null where it does not within the range.</summary>
    [Unit("m")]
    public double? CorrelationLength
    {
        get
        {
            double before = 1.0;
            for (int k = 1; k < Values.Length; k++)
            {
                double own = Correlation(k);
                if (own <= 1.0 / Math.E)
                {
                    return Step * (k - 1 + ((before - (1.0 / Math.E)) / (before - own)));
                }

                before = own;
            }

            return null;
        }
    }

    /// <summary>Computes the function along an axis.</summary>
    /// <remarks>
    /// Power spectra of all lines are added up and transformed back once: three numbers a line of memory. Lines that do not
    /// close on themselves are padded with zeros. Two real lines travel as one complex line.
    /// </remarks>
    internal static TwoPointFunction Measure(bool[] inside, LatticeExtent extent, int axis, double edge, bool periodic, CancellationToken cancellation)
    {
        int n = extent.Along(axis), first = axis == 0 ? 1 : 0, second = axis == 2 ? 1 : 2;
        int[] strides = [1, extent.Nx, extent.Nx * extent.Ny];
        int padded = periodic ? n : (int)BitOperations.RoundUpToPowerOf2((uint)(2 * n));
        var line = new Complex[padded];
        double[] power = new double[padded];
        int lines = extent.Along(first) * extent.Along(second);
        for (int pair = 0; pair < lines; pair += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(line);
            for (int k = 0; k < n; k++)
            {
                line[k] = new Complex(At(pair, k), pair + 1 < lines ? At(pair + 1, k) : 0.0);
            }

            Fourier.Forward(line, FourierOptions.NoScaling);
            for (int k = 0; k < padded; k++)
            {
                power[k] += (line[k].Real * line[k].Real) + (line[k].Imaginary * line[k].Imaginary);
            }
        }

        Complex[] correlation = Array.ConvertAll(power, value => new Complex(value, 0.0));
        Fourier.Inverse(correlation, FourierOptions.NoScaling);
        return new TwoPointFunction(edge, [.. Enumerable.Range(0, (n / 2) + 1).Select(k =>
            correlation[k].Real / padded / ((double)lines * (periodic ? n : n - k)))]);

        double At(int number, int k) =>
            inside[(number % extent.Along(first) * strides[first]) + (number / extent.Along(first) * strides[second]) + (k * strides[axis])] ? 1.0 : 0.0;
    }

    /// <summary>Returns (S₂ − φ²)/(φ − φ²); 0 where the phase is all or nothing.</summary>
    internal double Correlation(int steps)
    {
        double fraction = Values[0], variance = fraction * (1.0 - fraction);
        return variance > 0.0 ? (Values[steps] - (fraction * fraction)) / variance : 0.0;
    }
}
