using System.Numerics;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Numerics.Random;

namespace Lamella.Benchmarks.Impedance;

/// <summary>Spectra of 50 ohm and two depressed arcs from 1 MHz to 10 mHz with noise of 0.1 %.</summary>
internal static class BenchmarkSpectra
{
    internal static Spectrum Make(int points)
    {
        var random = new SeededGenerator(1);
        double[] frequency = [.. Enumerable.Range(0, points).Select(k => 1e6 * Math.Pow(1e-8, k / (points - 1.0)))];
        Complex[] impedance = [.. frequency.Select(f => Noisy(random, 50.0 + Arc(f, 200.0, 1e-5, 0.92) + Arc(f, 1000.0, 0.1, 0.85)))];
        return new Spectrum(new ResultProvenance("benchmark", [], "0", string.Empty), [.. frequency], [.. impedance]);
    }

    private static Complex Arc(double frequency, double resistance, double tau, double exponent) =>
        resistance / (1.0 + Complex.Pow(new Complex(0.0, 2.0 * Math.PI * frequency * tau), exponent));

    private static Complex Noisy(SeededGenerator random, Complex z) =>
        z * new Complex(1.0 + (1e-3 * random.NextNormal()), 1e-3 * random.NextNormal());
}
