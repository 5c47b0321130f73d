using BenchmarkDotNet.Attributes;
using Lamella.Analysis.Impedance.Validity;
using Lamella.Core.Measurements;
using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Benchmarks.Impedance;

/// <summary>
/// The whole Kramers–Kronig test of 81 points: orders of both functions, outliers, drift, verdict. The baseline is one plain
/// least-squares solution of the same size at 30 relaxations, of which public tools make one per order.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class KramersKronigBenchmark
{
    private Spectrum spectrum = null!;

    [GlobalSetup]
    public void Build() => spectrum = BenchmarkSpectra.Make(81);

    [Benchmark(Baseline = true)]
    public object OnePlainSolution()
    {
        int n = spectrum.Frequency.Length;
        double[] tau = [.. Enumerable.Range(0, 30).Select(k => Math.Pow(10.0, -6.8 + (8.0 * k / 29.0)))];
        var matrix = Matrix<double>.Build.Dense(2 * n, 31, (i, k) =>
        {
            double x = k < 30 ? 2.0 * Math.PI * spectrum.Frequency[i % n] * tau[k] : 0.0;
            return (i < n ? 1.0 : -x) / ((1.0 + (x * x)) * spectrum.Impedance[i % n].Magnitude);
        });
        var right = Vector<double>.Build.Dense(2 * n, i =>
            (i < n ? spectrum.Impedance[i].Real : spectrum.Impedance[i - n].Imaginary) / spectrum.Impedance[i % n].Magnitude);
        return matrix.QR().Solve(right);
    }

    [Benchmark]
    public KramersKronigResult WholeTest() => KramersKronigTest.Run(spectrum);
}
