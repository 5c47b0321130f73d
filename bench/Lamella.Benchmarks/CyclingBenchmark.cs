using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;
using Lamella.Numerics.Execution;

namespace Lamella.Benchmarks;

/// <summary>
/// 1,000 cycles of the half cell Xu2019, charge, hold and discharge at 1C, against 20 of them; 100 currents from 0.05C to 5C
/// on one thread and on two.
/// </summary>
[MinColumn]
[MedianColumn]
[WarmupCount(1)]
[IterationCount(3)]
public class CyclingBenchmark
{
    private const int Currents = 100;
    private readonly CellDescription cell = ReferenceCells.Xu2019;

    [Benchmark(Baseline = true)]
    public CellRun TwentyCycles() => Cycle(20);

    [Benchmark]
    public CellRun AThousandCycles() => Cycle(1000);

    [Benchmark]
    public double HundredCurrentsOnOneThread() => Sweep(1);

    [Benchmark]
    public double HundredCurrentsOnTwoThreads() => Sweep(2);

    private CellRun Cycle(int count)
    {
        CellSimulator simulator = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        return simulator.Run(BenchmarkCells.Cycles(cell, count), simulator.Equilibrium(1.0));
    }

    private double Sweep(int threads)
    {
        double[] charge = new double[Currents];
        DedicatedWorkers.Run(
            Currents,
            threads,
            index =>
            {
                CellSimulator simulator = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
                double rate = 0.05 * Math.Pow(100.0, index / (Currents - 1.0));
                charge[index] = simulator.Run(BenchmarkCells.Discharge(cell, rate), simulator.Equilibrium(1.0)).Steps[0].Charge;
            },
            CancellationToken.None);
        return charge.Sum();
    }
}
