using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Description.Reading;

namespace Lamella.Cells.Tests.Description;

/// <summary>Many particles that each separate into two phases: charge and discharge do not meet, however slow they are.</summary>
/// <remarks>Ω = 4.51 kT makes the spinodal potentials 73.8 mV apart: Dreyer et al. 2010 (doi 10.1038/nmat2730), Bai et al. 2011.</remarks>
public sealed class EnsembleHysteresisTests
{
    private const double Temperature = 298.15;
    private const double SpinodalGap = 73.8e-3; // [V]

    private static readonly CellOptions Coarse = new() { CellsPerLayer = 6, ElectrodeCells = 4, Shells = 4 };

    [Fact]
    [Trait("Level", "published")]
    public void Run_SlowerAndSlower_LeavesTheGapOfTheSpinodalPoints()
    {
        CellDescription cell = Cell("lfp-regular-solution", populations: 10);

        double slow = Envelope(cell, "C/200"), slower = Envelope(cell, "C/1000");

        // The rest of the overpotential falls in proportion to the current.
        double atZero = slower - ((slow - slower) / 4.0);
        TestContext.Current.SendDiagnosticMessage($"{1e3 * slow:F3} mV at C/200, {1e3 * slower:F3} mV at C/1000, {1e3 * atZero:F3} mV at zero current");
        slow.ShouldBeGreaterThan(slower);
        atZero.ShouldBe(SpinodalGap, 0.1e-3);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_AnyRate_ConservesLithiumThroughTheJumps()
    {
        CellRun run = Cycle(Cell("lfp-regular-solution", populations: 5), "C/10");

        run.Steps.Select(step => step.Ending).ShouldBe([StepEnding.LowerVoltageCutOff, StepEnding.UpperVoltageCutOff]);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
        (-run.Steps[0].Charge).ShouldBe(run.Steps[1].Charge, 1e-3 * run.Steps[1].Charge);
    }

    /// <summary>At the default tolerance C/5000 discharges on the spinodal potential; at a coarser one it may not, and that is said.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_VerySlowly_JumpsAtTheSpinodalPointOrWarns()
    {
        CellDescription cell = Cell("lfp-regular-solution", populations: 5);
        CellRun fine = Run(cell, "Discharge at C/5000 until 2.9 V"), faster = Run(cell, "Discharge at C/1000 until 2.9 V");
        CellSimulator coarse = CellSimulator.Create(cell, Temperature, Coarse with { RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-6 });
        CellRun loose = coarse.Run(ProtocolText.Parse("Discharge at C/5000 until 2.9 V", cell), coarse.Equilibrium(1.0));

        Middle(fine, 0).Min().ShouldBe(Middle(faster, 0).Min(), 0.1e-3);
        fine.Warnings.ShouldNotContain(warning => warning.Contains("unstable branch", StringComparison.Ordinal));
        loose.Warnings.ShouldContain(warning => warning.Contains("lfp-regular-solution separate into two phases", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Rest_HalfWay_KeepsAGapThatMoreParticlesBringCloserToTheFullOne()
    {
        double few = RestGap(Cell("lfp-regular-solution", populations: 10)), many = RestGap(Cell("lfp-regular-solution", populations: 20));
        double single = RestGap(Cell("lfp-afshar2017", populations: 10));

        TestContext.Current.SendDiagnosticMessage($"rest potentials differ by {1e3 * few:F2} mV (10), {1e3 * many:F2} mV (20), {1e3 * single:F3} mV (one curve)");
        many.ShouldBeInRange(few, SpinodalGap);
        few.ShouldBeGreaterThan(0.8 * SpinodalGap);
        Math.Abs(single).ShouldBeLessThan(0.3e-3); // the two rests differ by some 0.8 % in charge, and the curve falls by 20 mV over all of it
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [Trait("Level", "identity")]
    public void Equilibrium_InsideTheGap_IsAStableMixOfEmptyAndFullParticles(double stateOfCharge)
    {
        CellDescription cell = Cell("lfp-regular-solution", populations: 25);
        CellSimulator simulator = CellSimulator.Create(cell, Temperature, Coarse with { ElectrodeCells = 8 });

        CellRun run = simulator.Run(ProtocolText.Parse("Rest for 100 h\nDischarge at C/20 until 2.9 V", cell), simulator.Equilibrium(stateOfCharge));

        run.Steps[0].StartVoltage.ShouldBe(3.422, 8e-3); // half of the largest particle (0.75 %) is shared: (RT/F)·0.00375/0.0121
        run.Steps[0].EndVoltage.ShouldBe(run.Steps[0].StartVoltage, 1e-6);
        double full = cell.PorousPositive!.ReversibleCharge;
        (-run.Steps[1].Charge / full).ShouldBe(stateOfCharge, 2e-3);
    }

    private static double Envelope(CellDescription cell, string rate)
    {
        CellRun run = Cycle(cell, rate);
        double[] discharge = Middle(run, 0), charge = Middle(run, 1);
        return charge.Max() - discharge.Min();
    }

    /// <summary>Voltages of a step from 20 to 80 % of its time.</summary>
    private static double[] Middle(CellRun run, int step)
    {
        ImmutableArray<double> time = run.Series.Time;
        double start = run.Steps.Take(step).Sum(s => s.Duration), duration = run.Steps[step].Duration;
        return [.. run.Series.Voltage.Where((_, k) => time[k] > start + (0.2 * duration) && time[k] < start + (0.8 * duration))];
    }

    private static double RestGap(CellDescription cell)
    {
        CellRun run = Run(cell, """
            Discharge at C/5 for 2.5 h
            Rest for 500 h
            Discharge at C/5 until 2.9 V
            Charge at C/5 for 2.5 h
            Rest for 500 h
            """);
        return run.Steps[4].EndVoltage - run.Steps[1].EndVoltage;
    }

    private static CellRun Cycle(CellDescription cell, string rate) =>
        Run(cell, $"Discharge at {rate} until 2.9 V\nCharge at {rate} until 3.7 V");

    private static CellRun Run(CellDescription cell, string protocol)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Temperature, Coarse);
        return simulator.Run(ProtocolText.Parse(protocol, cell), simulator.Equilibrium(1.0));
    }

    private static CellDescription Cell(string material, int populations) => CellDocument.ReadText("cell.yaml", $$"""
        name: Li | LFP
        area: 1 cm2
        temperature: 25 degC
        cut-offs: {lower: 2.8 V, upper: 3.8 V}
        lithium: {thickness: 50 um}
        electrolyte:
          - {name: gel, kind: binary, material: gel-generic, thickness: 10 um, porosity: 90 vol%}
        cathode:
          material: {{material}}
          composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}
          loading: 1 mg/cm2
          porosity: 45 vol%
          populations: {{populations}}
          radius spread: 25 %
        """).Build(Sample.Materials);
}
