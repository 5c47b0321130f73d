using System.Numerics;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance;

/// <summary>Spectra of known circuits with seeded noise.</summary>
internal static class SyntheticSpectrum
{
    /// <summary>R/(1 + (jωτ)^n).</summary>
    internal static Complex Zarc(double omega, double resistance, double tau, double exponent) =>
        resistance / (1.0 + Complex.Pow(new Complex(0.0, omega * tau), exponent));

    /// <summary>Frequencies from the highest to the lowest, evenly in ln f, both ends included.</summary>
    internal static double[] Frequencies(double highest, double lowest, int perDecade)
    {
        int count = (int)Math.Round(Math.Log10(highest / lowest) * perDecade);
        return [.. Enumerable.Range(0, count + 1).Select(k => highest * Math.Pow(lowest / highest, (double)k / count))];
    }

    /// <summary>Z(ω) at the frequencies, with noise relative to |Z| on both parts.</summary>
    internal static Spectrum Of(double[] frequency, Func<double, Complex> impedance, double noise = 0.0, ulong seed = 1)
    {
        var random = new SeededGenerator(seed);
        Complex[] z = [.. frequency.Select(f => impedance(2.0 * Math.PI * f))];
        if (noise > 0.0)
        {
            for (int i = 0; i < z.Length; i++)
            {
                double size = noise * z[i].Magnitude;
                z[i] += new Complex(size * random.NextNormal(), size * random.NextNormal());
            }
        }

        return Make(frequency, z);
    }

    /// <summary>A record of the points as they are.</summary>
    internal static Spectrum Make(IEnumerable<double> frequency, IEnumerable<Complex> impedance) =>
        new(new ResultProvenance("test", [], "0", string.Empty), [.. frequency], [.. impedance]);

    /// <summary>The same record with Z multiplied.</summary>
    internal static Spectrum Scaled(Spectrum spectrum, double factor) =>
        Make(spectrum.Frequency, spectrum.Impedance.Select(z => factor * z));
}
