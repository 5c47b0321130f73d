using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Benchmarks;

/// <summary>The full cell Chen2020 at 1C until 2.5 V; the baseline is the same at a hundredth of the tolerances.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class FullCellBenchmark
{
    private CellSimulator simulator = null!;
    private CellSimulator tight = null!;
    private Protocol protocol = null!;
    private CellState charged = null!;

    [GlobalSetup]
    public void Build()
    {
        CellDescription cell = FullCells.Chen2020;
        simulator = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        tight = CellSimulator.Create(
            cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh with { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 });
        charged = simulator.Equilibrium(1.0);
        protocol = BenchmarkCells.Discharge(cell, 1.0);
    }

    [Benchmark(Baseline = true)]
    public CellRun DischargeAtAHundredthOfTheTolerance() => tight.Run(protocol, charged);

    [Benchmark]
    public CellRun Discharge() => simulator.Run(protocol, charged);
}
