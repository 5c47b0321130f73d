using BenchmarkDotNet.Attributes;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Sensitivities;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Benchmarks;

/// <summary>The half cell Xu2019 at 1C with the derivatives by four parameters, against the plain solve.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class SensitivityBenchmark
{
    private CellSimulator plain = null!;
    private SensitivitySimulator sensitive = null!;
    private Protocol protocol = null!;

    [GlobalSetup]
    public void Build()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        PorousElectrode electrode = cell.PorousPositive!;
        ActiveParticles particles = electrode.Particles[0];
        CellDescription With(ActiveParticles changed) => cell with { Positive = electrode with { Particles = [changed] } };
        CellParameter[] parameters =
        [
            new("radius", particles.Radius, value => With(particles with { Radius = value })),
            new("solid diffusivity", 1e-14, value => With(particles with { Material = particles.Material with { Diffusivity = ReferenceCells.Constant(value) } })),
            new("separator", cell.Layers[0].Thickness, value => cell with { Layers = [cell.Layers[0] with { Thickness = value }] }),
            new("electronic conductivity", electrode.ElectronicConductivity, value => cell with { Positive = electrode with { ElectronicConductivity = value } }),
        ];
        plain = CellSimulator.Create(cell, BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        sensitive = SensitivitySimulator.Create(cell, [.. parameters], BenchmarkCells.Kelvin, BenchmarkCells.Mesh);
        protocol = BenchmarkCells.Discharge(cell, 1.0);
    }

    [Benchmark(Baseline = true)]
    public CellRun Plain() => plain.Run(protocol, plain.Equilibrium(1.0));

    [Benchmark]
    public SensitivityRun FourSensitivities() => sensitive.Run(_ => protocol, sensitive.Equilibrium(1.0));
}
