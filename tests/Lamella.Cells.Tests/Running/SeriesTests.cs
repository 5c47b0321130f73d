using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Cells.Tests.Continuum;
using Lamella.Cells.Tests.Description.Reading;

namespace Lamella.Cells.Tests.Running;

/// <summary>Cells in series: one current, voltages that add up, balances of all.</summary>
public sealed class SeriesTests
{
    private const double Room = 298.15, Bipolar = 2e-3;

    private static readonly CellOptions Tight = new() { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 };

    /// <summary>A smaller cathode, so that the second cell is always at another voltage than the first.</summary>
    private static CellDescription Small => ReferenceCells.Xu2019 with
    {
        Positive = ReferenceCells.Xu2019.PorousPositive! with { Thickness = 36e-6 },
    };

    private static CellSeries Pair => new() { Name = "pair", Cells = [ReferenceCells.Xu2019, Small], BipolarResistance = Bipolar };

    [Theory]
    [InlineData("dfn")]
    [InlineData("spme")]
    [Trait("Level", "identity")]
    public void Run_UnlikeCellsUnderCurrent_AddUpToTheCellsAlone(string model)
    {
        CellOptions options = Tight with { Model = model };
        double current = -ReferenceCells.Xu2019.OneCCurrentDensity;
        var step = new ProtocolStep { Label = "discharge", Control = StepControl.Current, Value = current, MaximumDuration = 1800.0 };

        CellRun stack = From(CellSimulator.Create(Pair, Room, options), step);
        CellRun first = From(CellSimulator.Create(ReferenceCells.Xu2019, Room, options), step);
        CellRun second = From(CellSimulator.Create(Small, Room, options), step);

        double sum = first.Steps[0].EndVoltage + second.Steps[0].EndVoltage + (current * Bipolar);
        stack.Steps[0].EndVoltage.ShouldBe(sum, 1e-6);
        stack.Steps[0].Charge.ShouldBe(first.Steps[0].Charge, 1e-9 * Math.Abs(first.Steps[0].Charge));
        stack.Steps[0].Energy.ShouldBe(
            first.Steps[0].Energy + second.Steps[0].Energy + (current * current * Bipolar * 1800.0), 1e-6 * Math.Abs(stack.Steps[0].Energy));
        stack.Balance.Lithium.ShouldBe(first.Balance.Lithium + second.Balance.Lithium, 1e-12 * stack.Balance.Lithium);
        Conserves(stack);
    }

    /// <summary>The stack ends at its own voltage, holds it, gives a power, and rests.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_EveryControl_HoldsForTheStack()
    {
        CellSimulator simulator = CellSimulator.Create(Pair, Room, Tight);
        ProtocolStep[] steps =
        [
            Step(StepControl.Current, -15.0, 7200.0) with { LowerVoltage = 7.6 },
            Step(StepControl.Voltage, 7.7, 600.0),
            Step(StepControl.Power, -60.0, 600.0),
            Step(StepControl.Resistance, 1.0, 600.0),
            Step(StepControl.Current, 0.0, 600.0),
        ];

        CellRun run = simulator.Run(new Protocol([.. steps]), simulator.Equilibrium(1.0));

        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff, run.Steps[0].Reason);
        run.Steps[0].EndVoltage.ShouldBe(7.6, 1e-6);
        run.Steps.Skip(1).ShouldAllBe(step => step.Ending == StepEnding.Duration);
        run.Steps[1].StartVoltage.ShouldBe(7.7, 1e-6);
        run.Steps[1].EndVoltage.ShouldBe(7.7, 1e-6);
        (run.Steps[2].EndVoltage * run.Steps[2].EndCurrent).ShouldBe(-60.0, 1e-4);
        (run.Steps[3].EndVoltage / run.Steps[3].EndCurrent).ShouldBe(-1.0, 1e-6);
        Conserves(run);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_SplitOfAStack_AddsUpToItsVoltage()
    {
        CellSimulator simulator = CellSimulator.Create(Pair, Room);

        CellRun run = simulator.Run(
            new Protocol([Step(StepControl.Current, -15.0, 600.0)]), simulator.Equilibrium(0.9), new RunOptions { SplitVoltage = true });

        for (int i = 0; i < run.Splits.Length; i++)
        {
            run.Splits[i].Total.ShouldBe(run.Series.Voltage[i], 1e-4);
        }

        run.Splits[0].Ohmic.Select(layer => layer.Layer).ShouldBe(["cell 1: separator", "cell 1: pores", "cell 2: separator", "cell 2: pores"]);
    }

    [Theory]
    [InlineData("dfn")]
    [InlineData("spme")]
    [Trait("Level", "identity")]
    public void Measure_Stack_IsTheSumOfItsCellsAndCollectors(string model)
    {
        ImmutableArray<double> frequencies = [0.01, 1.0, 1e3];
        CellOptions options = new() { Model = model };
        CellSpectrum Of(CellSimulator simulator) => CellSpectra.Measure(simulator, simulator.Equilibrium(0.6), frequencies);

        CellSpectrum stack = Of(CellSimulator.Create(Pair, Room, options));
        CellSpectrum first = Of(CellSimulator.Create(ReferenceCells.Xu2019, Room, options)), second = Of(CellSimulator.Create(Small, Room, options));

        stack.Voltage.ShouldBe(first.Voltage + second.Voltage, 1e-9);
        for (int k = 0; k < frequencies.Length; k++)
        {
            Complex sum = first.Spectrum.Impedance[k] + second.Spectrum.Impedance[k] + (Bipolar / ReferenceCells.Xu2019.Area);
            Complex.Abs(stack.Spectrum.Impedance[k] - sum).ShouldBeLessThan(1e-9 * Complex.Abs(sum));
            Complex parts = stack.Parts.Aggregate(Complex.Zero, (total, part) => total + part.Impedance[k]);
            Complex.Abs(parts - sum).ShouldBeLessThan(1e-9 * Complex.Abs(sum));
        }

        stack.Parts.Count(part => part.Layer.StartsWith("cell 2: ", StringComparison.Ordinal)).ShouldBe(second.Parts.Length);
    }

    /// <summary>Both cells one behind the other; potentials count from the negative end of the stack.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_FieldsOfAStack_AreThoseOfItsCells()
    {
        var step = Step(StepControl.Current, -10.0, 600.0);
        CellFields Fields(CellSimulator simulator) => simulator.Run(
            new Protocol([step]), simulator.Equilibrium(0.9), new RunOptions { FieldTimes = [300.0] }).Fields!;

        CellFields stack = Fields(CellSimulator.Create(Pair, Room, Tight));
        CellFields first = Fields(CellSimulator.Create(ReferenceCells.Xu2019, Room, Tight)), second = Fields(CellSimulator.Create(Small, Room, Tight));

        int own = first.Position.Length;
        stack.Position.Length.ShouldBe(own + second.Position.Length);
        stack.Position[own].ShouldBe(first.Face[^1] + second.Position[0], 1e-15);
        stack.Region[own].ShouldBe($"cell 2: {second.Region[0]}");
        stack.Particles.Select(particles => particles.Name).ShouldBe([$"cell 1: {first.Particles[0].Name}", $"cell 2: {second.Particles[0].Name}"]);
        stack.Particles[1].Position[0].ShouldBe(first.Face[^1] + second.Particles[0].Position[0], 1e-15);
        double collector = first.SolidPotential[^1] - stack.SolidPotential[own - 1] + stack.ElectrolytePotential[own] - second.ElectrolytePotential[0];
        for (int k = 0; k < second.Position.Length; k++)
        {
            stack.Salt[own + k].ShouldBe(second.Salt[k], 1e-3);
            (stack.ElectrolytePotential[own + k] - second.ElectrolytePotential[k]).ShouldBe(collector, 1e-6);
        }

        collector.ShouldBe(first.SolidPotential[^1], 0.05); // the lead of the first cell, but for half a cell of solid and the bipolar collector
    }

    /// <summary>The smaller cell runs out first, and the ending says so.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Run_WithoutAVoltageLimit_NamesTheCellThatEnds()
    {
        CellSimulator simulator = CellSimulator.Create(Pair, Room);

        CellRun run = simulator.Run(new Protocol([Step(StepControl.Current, -15.0, 1e5)]), simulator.Equilibrium(0.5));

        run.Steps[0].Ending.ShouldBe(StepEnding.HostExhausted, run.Steps[0].Reason);
        run.Steps[0].Reason.ShouldStartWith("in cell 2,");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_BipolarStack_HasTheVoltagesOfTheStack()
    {
        const string Stack = "\nbipolar stack: {cells: 2, resistance: 5 ohm cm2}\n";

        CellDescription one = CellDocument.ReadText("one.yaml", Sample.Cell).Build(Sample.Materials);
        CellDescription two = CellDocument.ReadText("two.yaml", Sample.Cell + Stack).Build(Sample.Materials);

        two.CellsInSeries.ShouldBe(2);
        two.BipolarResistance.ShouldBe(5e-4, 1e-16);
        two.UpperCutOff.ShouldBe(2.0 * one.UpperCutOff, 1e-12);
        two.PorousPositive!.ReversibleCharge.ShouldBe(one.PorousPositive!.ReversibleCharge, 1e-9);
        CellSimulator single = CellSimulator.Create(one, Room), stack = CellSimulator.Create(two, Room);
        stack.System.Voltage(0.0, stack.Equilibrium(0.5).Unknowns.AsSpan())
            .ShouldBe(2.0 * single.System.Voltage(0.0, single.Equilibrium(0.5).Unknowns.AsSpan()), 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_PartOfACell_SaysWhatIsAllowed() =>
        Should.Throw<Core.Errors.InputException>(() => CellDocument.ReadText(
                "part.yaml", Sample.Cell + "\nbipolar stack: {cells: 1.5}\n").Build(Sample.Materials))
            .Message.ShouldContain("a whole number from 1");

    [Fact]
    [Trait("Level", "unit")]
    public void Create_CellsOfUnlikeArea_SaysWhatIsAllowed() =>
        Should.Throw<ArgumentException>(() => CellSimulator.Create(
                Pair with { Cells = [ReferenceCells.Xu2019, ReferenceCells.Xu2019 with { Area = 1.0 }] }, Room))
            .Message.ShouldContain("one area");

    private static ProtocolStep Step(StepControl control, double value, double duration) =>
        new() { Label = "step", Control = control, Value = value, MaximumDuration = duration };

    private static CellRun From(CellSimulator simulator, ProtocolStep step) =>
        simulator.Run(new Protocol([step]), simulator.Equilibrium(0.9));

    private static void Conserves(CellRun run)
    {
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }
}
