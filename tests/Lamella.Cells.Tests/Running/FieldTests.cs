using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Running;

/// <summary>The fields inside the cell at requested times are those of the run.</summary>
public sealed class FieldTests
{
    [Fact]
    [Trait("Level", "identity")]
    public void Run_FieldTimes_GivesFieldsThatAddUpToWhatTheRunReports()
    {
        CellDescription cell = ReferenceCells.Laminate;
        CellSimulator simulator = CellSimulator.Create(cell, 298.15);
        Protocol protocol = ProtocolText.Parse("Discharge at 1C for 10 min\nRest for 5 min", cell);

        CellRun run = simulator.Run(
            protocol, simulator.Equilibrium(1.0), new RunOptions { FieldTimes = [300.0, 0.0, 600.0, 9999.0] }, TestContext.Current.CancellationToken);

        CellFields fields = run.Fields!;
        int cells = fields.Position.Length;
        fields.Time.ShouldBe([0.0, 300.0, 600.0]);
        fields.NotReached.ShouldBe([9999.0]);
        fields.Salt.Length.ShouldBe(3 * cells);
        fields.Face[^1].ShouldBe(cell.Layers.Sum(layer => layer.Thickness) + cell.PorousPositive!.Thickness, 1e-12);
        fields.Region[0].ShouldBe("gel 1");
        for (int k = 0; k < cells; k++)
        {
            double.IsNaN(fields.Salt[k]).ShouldBe(fields.Region[k] == "ceramic");
            double.IsNaN(fields.SolidPotential[k]).ShouldBe(fields.Region[k] != fields.Region[^1]);
        }

        // Between the electrodes the electrolyte carries the whole current, which discharges.
        double applied = run.Steps[0].StartCurrent;
        fields.IonicCurrent[cells].ShouldBe(-applied, 1e-6 * Math.Abs(applied));

        // Faraday: lithium that the particles took in 300 s.
        ParticleFields particles = fields.Particles[0];
        double mean = Mean(particles, 1) - Mean(particles, 0);
        double expected = -applied * 300.0 / (Core.PhysicalConstants.Faraday * particles.MaximumConcentration
            * cell.PorousPositive!.ActiveVolumeFraction * cell.PorousPositive.Thickness);
        mean.ShouldBe(expected, 0.05 * expected);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_MeasureImpedance_LeavesTheRunAsItIs()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        CellSimulator simulator = CellSimulator.Create(cell, 298.15);

        CellRun with = simulator.Run(
            ProtocolText.Parse("Discharge at 1C for 10 min\nRest for 2 h\nMeasure impedance from 1 kHz to 1 Hz with 2 points per decade\nDischarge at 1C for 10 min", cell),
            simulator.Equilibrium(1.0), null, TestContext.Current.CancellationToken);
        CellRun without = simulator.Run(
            ProtocolText.Parse("Discharge at 1C for 10 min\nRest for 2 h\nDischarge at 1C for 10 min", cell),
            simulator.Equilibrium(1.0), null, TestContext.Current.CancellationToken);

        with.Spectra.Length.ShouldBe(1);
        with.Spectra[0].Step.ShouldBe(3);
        with.Spectra[0].Spectrum.Frequency.Length.ShouldBe(7);
        with.Spectra[0].Spectrum.Real.ShouldAllBe(real => real > 0.0);
        with.Steps[2].Ending.ShouldBe(StepEnding.Measured);
        with.Steps[2].Duration.ShouldBe(0.0);
        with.Series.Voltage.ShouldBe(without.Series.Voltage);
    }

    /// <summary>Volume mean over shells of equal share is not needed: places of equal weight and a relaxed profile come close.</summary>
    private static double Mean(ParticleFields particles, int time)
    {
        int places = particles.Position.Length, shells = particles.Radius.Length;
        double sum = 0.0, weight = 0.0;
        for (int place = 0; place < places; place++)
        {
            double inner = 0.0;
            for (int shell = 0; shell < shells; shell++)
            {
                double outer = shell + 1 < shells ? 0.5 * (particles.Radius[shell] + particles.Radius[shell + 1]) : particles.Radius[shell];
                double volume = Math.Pow(outer, 3.0) - Math.Pow(inner, 3.0);
                sum += volume * particles.Stoichiometry[(((time * places) + place) * shells) + shell];
                weight += volume;
                inner = outer;
            }
        }

        return sum / weight;
    }
}
