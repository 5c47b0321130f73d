using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Cells.Tests.Continuum;
using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Benchmarks;

/// <summary>
/// 81 frequencies of the half cell Xu2019, its linearisation included. The baseline is one factorisation of a dense complex
/// matrix of the same size, what one frequency would cost without structure.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class SpectrumBenchmark
{
    private static readonly SpectrumOptions Whole = new() { Split = false };
    private CellSimulator simulator = null!;
    private CellState state = null!;
    private ImmutableArray<double> frequencies;
    private Matrix<System.Numerics.Complex> dense = null!;

    [GlobalSetup]
    public void Build()
    {
        CellDescription cell = ReferenceCells.Xu2019 with
        {
            Negative = ReferenceCells.Xu2019.Negative with { DoubleLayerCapacitance = 0.2 },
            Positive = ReferenceCells.Xu2019.Positive with { DoubleLayerCapacitance = 0.2 },
        };
        simulator = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        state = simulator.Equilibrium(0.6);
        frequencies = FrequencySweep.Logarithmic(1e5, 1e-3);
        int n = simulator.Run(new Protocol([ProtocolSteps.Rest(1.0)]), state).Work.Unknowns;
        dense = Matrix<System.Numerics.Complex>.Build.Dense(
            n, n, (i, j) => new System.Numerics.Complex(Math.Cos((7.0 * i) + j), i == j ? n : Math.Sin(i - (3.0 * j))));
    }

    [Benchmark(Baseline = true)]
    public object OneDenseFactorisation() => dense.LU();

    [Benchmark]
    public CellSpectrum Spectrum() => CellSpectra.Measure(simulator, state, frequencies, Whole);

    [Benchmark]
    public CellSpectrum SpectrumWithItsParts() => CellSpectra.Measure(simulator, state, frequencies);
}
