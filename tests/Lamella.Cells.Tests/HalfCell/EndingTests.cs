using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Tests.HalfCell;

/// <summary>Every load ends as a value with a reason; nothing that a cell cannot do is an exception.</summary>
public sealed class EndingTests
{
    private const double Temperature = 298.15;

    private static double OneC => ReferenceCells.Xu2019.OneCCurrentDensity;

    [Fact]
    [Trait("Level", "unit")]
    public void Run_OhmicDropBeyondTheCutOff_EndsAtOnceWithoutCharge()
    {
        CellDescription resistive = ReferenceCells.Xu2019 with { ContactResistance = 0.1 };

        StepResult step = Run(resistive, 1.0, Discharge(1.0)).Steps[0];

        step.Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        step.Charge.ShouldBe(0.0);
        step.Reason.ShouldContain("no charge passed");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_DischargeOfAnEmptyCathode_EndsAtOnceWithoutCharge()
    {
        CellDescription empty = ReferenceCells.Xu2019 with
        {
            Cathode = ReferenceCells.Xu2019.Cathode! with { DischargedStoichiometry = 0.999 },
        };

        StepResult step = Run(empty, 0.0, Discharge(1.0)).Steps[0];

        step.Charge.ShouldBe(0.0);
        step.Reason.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(30.0)]
    [InlineData(300.0)]
    [InlineData(3e4)]
    [InlineData(3e7)]
    [Trait("Level", "unit")]
    public void Run_AbsurdRate_EndsWithPartialOrNoCapacityAndAReason(double rate)
    {
        CellRun run = Run(ReferenceCells.Xu2019, 1.0, Discharge(rate));

        run.Steps[0].Ending.ShouldNotBe(StepEnding.Duration);
        run.Steps[0].Ending.ShouldNotBe(StepEnding.SolverStopped, run.Steps[0].Reason);
        Math.Abs(run.Steps[0].Charge).ShouldBeLessThan(0.5 * 3600.0 * OneC);
        run.Steps[0].Reason.Length.ShouldBeGreaterThan(20);
        run.Series.Voltage.ShouldAllBe(v => double.IsFinite(v));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CurrentAboveTheLimit_NamesTheSalt()
    {
        var layer = (BinaryLayer)ReferenceCells.Xu2019.Layers[0];
        CellDescription starved = ReferenceCells.Xu2019 with
        {
            Layers = [layer with { Thickness = 300e-6, Diffusivity = ReferenceCells.Constant(1e-12) }],
            LowerCutOff = 0.0,
        };

        StepResult step = Run(starved, 1.0, Discharge(1.0) with { LowerVoltage = double.NaN }).Steps[0];

        step.Ending.ShouldBe(StepEnding.SaltDepleted);
        step.Reason.ShouldContain("limiting current");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_ThinFoil_EndsWhenTheLithiumIsUsedUp()
    {
        // The foil holds less than the cathode can take.
        CellDescription thin = ReferenceCells.Xu2019 with
        {
            Lithium = ReferenceCells.Xu2019.Lithium with { Thickness = 2e-6 },
        };
        double inventory = 2e-6 / 1.3e-5 * PhysicalConstants.Faraday;

        CellRun run = Run(thin, 1.0, Discharge(0.2));

        run.Steps[0].Ending.ShouldBe(StepEnding.LithiumExhausted);
        run.Steps[0].Charge.ShouldBe(-inventory, 1e-4 * inventory);
        run.Balance.FoilLithium.ShouldBe(0.0, 1e-6);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_ChargeHoldRestDischargeRepeated_ConservesAndEndsEachStepAsAsked()
    {
        ProtocolStep charge = new()
        {
            Label = "Charge at 1C until 4.2 V", Control = StepControl.Current, Value = OneC,
            MaximumDuration = 7200.0, UpperVoltage = 4.2,
        };
        ProtocolStep hold = new()
        {
            Label = "Hold at 4.2 V until C/20", Control = StepControl.Voltage, Value = 4.2,
            MaximumDuration = 36000.0, CurrentCutOff = 0.05 * OneC,
        };
        ProtocolStep rest = new()
        {
            Label = "Rest for 20 min", Control = StepControl.Current, Value = 0.0, MaximumDuration = 1200.0,
        };
        CellSimulator simulator = CellSimulator.Create(ReferenceCells.Xu2019, Temperature);

        CellRun run = simulator.Run(
            new Protocol([Discharge(1.0), rest, charge, hold, rest], 3), simulator.Equilibrium(1.0),
            new RunOptions { SplitVoltage = true });

        run.Steps.Select(s => s.Ending).Take(5).ShouldBe([
            StepEnding.LowerVoltageCutOff, StepEnding.Duration, StepEnding.UpperVoltageCutOff,
            StepEnding.CurrentCutOff, StepEnding.Duration]);
        run.Steps.Length.ShouldBe(15);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
        // The second and third cycle repeat each other.
        run.Steps[10].Charge.ShouldBe(run.Steps[5].Charge, 2e-3 * Math.Abs(run.Steps[5].Charge));
        for (int i = 0; i < run.Splits.Length; i++)
        {
            run.Splits[i].Total.ShouldBe(run.Series.Voltage[i], 1e-5 * 4.2); // the relative tolerance of the run
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_SameInputTwice_GivesTheSameBits()
    {
        CellRun first = Run(ReferenceCells.Laminate, 1.0, Discharge(1.0));
        CellRun second = Run(ReferenceCells.Laminate, 1.0, Discharge(1.0));

        first.Series.Voltage.ShouldBe(second.Series.Voltage);
        first.Series.Time.ShouldBe(second.Series.Time);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_Cancelled_Throws()
    {
        CellSimulator simulator = CellSimulator.Create(ReferenceCells.Xu2019, Temperature);
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(
            () => simulator.Run(new Protocol([Discharge(1.0)]), simulator.Equilibrium(1.0), cancellation: source.Token));
    }

    internal static ProtocolStep Discharge(double rate) => new()
    {
        Label = FormattableString.Invariant($"Discharge at {rate}C until 3.5 V"),
        Control = StepControl.Current,
        Value = -rate * OneC,
        MaximumDuration = 2.0 * 3600.0 / rate,
        LowerVoltage = 3.5,
    };

    private static CellRun Run(CellDescription cell, double stateOfCharge, ProtocolStep step)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Temperature);
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(stateOfCharge));
    }
}
