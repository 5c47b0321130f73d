using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Tests.HalfCell;

namespace Lamella.Benchmarks;

/// <summary>
/// The half cell Xu2019 at 1C until 3.5 V: 20 cells per subdomain and 20 shells, rtol 1e-4, atol 1e-6. The baseline is the
/// same discharge at a hundredth of the tolerances, so that the ratio does not depend on the machine.
/// </summary>
[MemoryDiagnoser]
public class HalfCellBenchmark
{
    private CellSimulator simulator = null!;
    private CellSimulator tight = null!;
    private Protocol protocol = null!;
    private CellState charged = null!;
    private int thickness;

    private static HalfCellOptions Mesh { get; } = new()
    {
        CellsPerLayer = 20, CathodeCells = 20, Shells = 20, RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-6,
    };

    [GlobalSetup]
    public void Build()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        simulator = CellSimulator.Create(cell, 298.15, Mesh);
        tight = CellSimulator.Create(cell, 298.15, Mesh with { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 });
        charged = simulator.Equilibrium(1.0);
        protocol = new Protocol(
        [
            new ProtocolStep
            {
                Label = "Discharge at 1C until 3.5 V",
                Control = StepControl.Current,
                Value = -cell.OneCCurrentDensity,
                MaximumDuration = 7200.0,
                LowerVoltage = 3.5,
            },
        ]);
    }

    [Benchmark(Baseline = true)]
    public CellRun DischargeAtAHundredthOfTheTolerance() => tight.Run(protocol, charged);

    [Benchmark]
    public CellRun Discharge() => simulator.Run(protocol, charged);

    /// <summary>Another thickness each time, as a calibration would ask for.</summary>
    [Benchmark]
    public CellSimulator RebuildAfterAChangedThickness()
    {
        thickness = (thickness % 50) + 1;
        CellDescription cell = ReferenceCells.Xu2019;
        return CellSimulator.Create(
            cell with { Layers = [cell.Layers[0] with { Thickness = (20 + thickness) * 1e-6 }] }, 298.15, Mesh);
    }
}
