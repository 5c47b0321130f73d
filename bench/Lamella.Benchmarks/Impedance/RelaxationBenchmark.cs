using BenchmarkDotNet.Attributes;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Core.Measurements;
using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Benchmarks.Impedance;

/// <summary>
/// The distribution of relaxation times at 801 points, with band, processes and uncertainties, of 81 and of 801 frequencies. The
/// baseline is one plain ridge solution for 111 bells and 81 frequencies, at a regularisation parameter that is known already.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class RelaxationBenchmark
{
    private static readonly RelaxationOptions Smooth = new() { Method = RelaxationMethod.Regularised };
    private static readonly RelaxationOptions Sampled = new() { Method = RelaxationMethod.Bayesian };

    private Spectrum spectrum = null!;
    private Spectrum dense = null!;

    [GlobalSetup]
    public void Build() => (spectrum, dense) = (BenchmarkSpectra.Make(81), BenchmarkSpectra.Make(801));

    [Benchmark(Baseline = true)]
    public object OnePlainRidge()
    {
        const int Bells = 111;
        int n = spectrum.Frequency.Length;
        var matrix = Matrix<double>.Build.Dense((2 * n) + Bells, Bells, (i, k) =>
        {
            if (i >= 2 * n)
            {
                return Math.Abs(i - (2 * n) - k) switch { 0 => -2.0, 1 => 1.0, _ => 0.0 };
            }

            double x = 2.0 * Math.PI * spectrum.Frequency[i % n] * Math.Pow(10.0, -8.3 + (0.1 * k));
            return (i < n ? 1.0 : -x) / ((1.0 + (x * x)) * spectrum.Impedance[i % n].Magnitude);
        });
        var right = Vector<double>.Build.Dense((2 * n) + Bells, i => i >= 2 * n ? 0.0
            : (i < n ? spectrum.Impedance[i].Real : spectrum.Impedance[i - n].Imaginary) / spectrum.Impedance[i % n].Magnitude);
        return matrix.QR().Solve(right);
    }

    [Benchmark]
    public RelaxationResult Combined() => RelaxationAnalysis.Run(spectrum);

    [Benchmark]
    public RelaxationResult Regularised() => RelaxationAnalysis.Run(spectrum, Smooth);

    [Benchmark]
    public RelaxationResult Bayesian() => RelaxationAnalysis.Run(spectrum, Sampled);

    [Benchmark]
    public RelaxationResult CombinedOf801Frequencies() => RelaxationAnalysis.Run(dense);
}
