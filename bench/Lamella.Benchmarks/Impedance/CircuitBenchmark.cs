using System.Collections.Immutable;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Numerics.Fitting;
using Lamella.Numerics.Random;

namespace Lamella.Benchmarks.Impedance;

/// <summary>
/// Seven parameters from 57 points with a poor guess, searched for the best of all minima, and 1,000 spectra in a batch on two
/// threads. The baseline is one descent from the same guess with derivatives by differences, as general least squares does it.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class CircuitBenchmark
{
    private static readonly Circuit Seven = Circuit.Parse("R0-p(R1,C1)-p(R2-Wo1,C2)");
    private static readonly ImmutableArray<double> Guess = [0.01, 0.01, 100.0, 0.01, 0.05, 100.0, 1.0];
    private Spectrum noisy = null!;
    private Spectrum patterned = null!;
    private ImmutableArray<Spectrum> series = [];

    [GlobalSetup]
    public void Build()
    {
        ImmutableArray<double> frequencies = [.. Enumerable.Range(0, 57).Select(k => 1e4 * Math.Pow(1e-6, k / 56.0))];
        ImmutableArray<double> values = [0.0165, 0.0053, 0.22, 0.0091, 0.063, 233.0, 2.8];
        noisy = Make(Seven, values, frequencies, 0.003, 1);

        // Constant phase elements instead of capacitors: no set of the seven parameters fits, and every start is used.
        patterned = Make(Circuit.Parse("R0-p(R1,CPE1)-p(R2-Wo1,CPE2)"), [0.0165, 0.0053, 0.22, 0.85, 0.0091, 0.063, 233.0, 2.8, 0.85], frequencies, 0.003, 1);
        series = [.. Enumerable.Range(0, 1000).Select(k => Make(Seven, [.. values.Select((value, p) => p == 3 ? value * (1.0 + (k * 1e-3)) : value)], frequencies, 0.003, (ulong)k))];
    }

    [Benchmark(Baseline = true)]
    public FitResult OneDescentWithDifferences()
    {
        ReadOnlySpan<double> start = Guess.AsSpan();
        var parameters = new FitParameter[start.Length];
        for (int p = 0; p < start.Length; p++)
        {
            parameters[p] = new FitParameter(Seven.Parameters[p].Name, start[p] * 1e-6, start[p] * 1e6, start[p], ParameterScale.Logarithmic);
        }

        return BoundedLeastSquares.Fit(parameters, 2 * noisy.Frequency.Length, () => Residuals, new FitOptions { DifferenceStep = 1e-5, UncertaintiesAreKnown = false });
    }

    [Benchmark]
    public CircuitFitResult SevenParametersPoorGuess() => CircuitFit.Run(Seven, noisy, Options());

    [Benchmark]
    public CircuitFitResult SevenParametersPoorGuessWrongCircuit() => CircuitFit.Run(Seven, patterned, Options());

    [Benchmark]
    public ImmutableArray<CircuitFitResult> ThousandSpectraOnTwoThreads() => CircuitBatch.Run(Seven, series, threads: 2);

    private static CircuitFitOptions Options() =>
        new() { Parameters = [.. Seven.Parameters.Select((parameter, p) => new ParameterSetting(parameter.Name) { Start = Guess[p] })] };

    private static Spectrum Make(Circuit circuit, ImmutableArray<double> values, ImmutableArray<double> frequencies, double noise, ulong seed)
    {
        var random = new SeededGenerator(seed);
        return new Spectrum(new ResultProvenance("benchmark", [], "0", string.Empty), frequencies,
            [.. circuit.Impedance(frequencies, values).Select(z => z + (noise * Complex.Abs(z) * new Complex(random.NextNormal(), random.NextNormal())))]);
    }

    private bool Residuals(ReadOnlySpan<double> values, Span<double> residuals)
    {
        ImmutableArray<Complex> impedance = Seven.Impedance(noisy.Frequency, [.. values]);
        for (int i = 0; i < impedance.Length; i++)
        {
            Complex deviation = (impedance[i] - noisy.Impedance[i]) / Complex.Abs(noisy.Impedance[i]);
            (residuals[i], residuals[impedance.Length + i]) = (deviation.Real, deviation.Imaginary);
        }

        return true;
    }
}
