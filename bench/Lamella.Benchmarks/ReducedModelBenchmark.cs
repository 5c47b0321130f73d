using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Benchmarks;

/// <summary>The reduced models of the half cell Xu2019 at 1C until 3.5 V, against the continuum model on the same mesh.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class ReducedModelBenchmark
{
    private CellSimulator full = null!;
    private CellSimulator reduced = null!;
    private CellSimulator simplest = null!;
    private Protocol protocol = null!;

    [GlobalSetup]
    public void Build()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        full = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        reduced = CellSimulator.Create(
            cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh with { Model = CellModels.SingleParticleWithElectrolyte });
        simplest = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh with { Model = CellModels.SingleParticle });
        protocol = BenchmarkCells.Discharge(cell, 1.0);
    }

    [Benchmark(Baseline = true)]
    public CellRun Continuum() => full.Run(protocol, full.Equilibrium(1.0));

    [Benchmark]
    public CellRun SingleParticleWithElectrolyte() => reduced.Run(protocol, reduced.Equilibrium(1.0));

    [Benchmark]
    public CellRun SingleParticle() => simplest.Run(protocol, simplest.Equilibrium(1.0));
}
