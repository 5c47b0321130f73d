using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Running;

/// <summary>What the driver promises for every kind of step, on the half cell Xu2019 (3.5 V to 4.2 V, 1C = 15.58 A/m2).</summary>
public sealed class ProtocolDriverTests
{
    private const double Room = 298.15;

    private static readonly CellDescription Cell = ReferenceCells.Xu2019;

    [Fact]
    [Trait("Level", "identity")]
    public void Run_Power_HoldsVoltageTimesCurrent()
    {
        CellRun run = Run("Discharge at 60 W/m2 until 3.6 V", 1.0);

        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        run.Steps[0].Energy.ShouldBe(-60.0 * run.Steps[0].Duration, 1e-4 * 60.0 * run.Steps[0].Duration);
        for (int i = 0; i < run.Series.Length; i++)
        {
            (run.Series.Voltage[i] * run.Series.Current[i] / Cell.Area).ShouldBe(-60.0, 60.0 * 1e-5);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_Resistance_HoldsVoltageOverCurrent()
    {
        CellRun run = Run("Discharge over 0.3 ohm m2 until 3.6 V", 1.0);

        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        for (int i = 0; i < run.Series.Length; i++)
        {
            (-run.Series.Voltage[i] / run.Series.Current[i] * Cell.Area).ShouldBe(0.3, 0.3 * 1e-5);
        }
    }

    [Theory]
    [InlineData("Discharge at 1C for 0.5 mAh/cm2", 1.0, -18000.0)]
    [InlineData("Discharge at 60 W/m2 for 0.5 mAh/cm2", 1.0, -18000.0)]
    [InlineData("Hold at 3.9 V for 0.2 mAh/cm2", 0.0, 7200.0)]
    [Trait("Level", "identity")]
    public void Run_ChargeEnd_IsMetExactly(string step, double from, double charge)
    {
        StepResult result = Run(step, from).Steps[0];

        result.Ending.ShouldBe(StepEnding.ChargeCutOff, result.Reason);
        result.Charge.ShouldBe(charge, 1e-8 * Math.Abs(charge));
        result.Reason.ShouldContain("mAh/cm2 has passed");
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_Sweep_FollowsTheRampFromOpenCircuitToItsEnd()
    {
        CellRun run = Run("Rest for 1 s\nSweep from open circuit to 4.0 V at 0.2 mV/s", 0.3);

        StepResult rest = run.Steps[0], sweep = run.Steps[1];
        sweep.StartVoltage.ShouldBe(rest.EndVoltage, 1e-6);
        sweep.EndVoltage.ShouldBe(4.0, 1e-9);
        sweep.Duration.ShouldBe((4.0 - rest.EndVoltage) / 2e-4, 1e-2);
        sweep.Reason.ShouldBe("the sweep reached 4 V");
        for (int i = sweep.FirstSample; i <= sweep.LastSample; i++)
        {
            run.Series.Voltage[i].ShouldBe(rest.EndVoltage + (2e-4 * (run.Series.Time[i] - sweep.StartTime)), 1e-6);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_SweepWithCurrentEnd_StopsWhereTheCurrentHasRisen()
    {
        StepResult sweep = Run("Sweep from open circuit to 4.2 V at 1 mV/s until 0.5C", 0.3).Steps[0];

        sweep.Ending.ShouldBe(StepEnding.CurrentCutOff);
        sweep.EndCurrent.ShouldBe(0.5 * Cell.OneCCurrentDensity, 1e-6 * Cell.OneCCurrentDensity);
        sweep.Reason.ShouldStartWith("the current rose to");
    }

    /// <summary>Held loads jump at exact instants, and the value before a jump holds up to it.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_DriveCycle_HasBreaksExactlyWhereTheFileHasThem()
    {
        double[] times = [0.0, 7.0, 20.0, 20.5, 60.0], rates = [-1.0, 0.5, -2.0, 0.0, 0.0];
        double oneC = Cell.OneCCurrentDensity;

        CellRun run = Follow("time [s],rate [C]\n" + string.Join('\n', times.Zip(rates, (t, r) => FormattableString.Invariant($"{t},{r}"))), "Follow cycle.csv");

        run.Steps.Length.ShouldBe(1);
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration, run.Steps[0].Reason);
        double charge = oneC * ((-1.0 * 7.0) + (0.5 * 13.0) + (-2.0 * 0.5));
        run.Steps[0].Charge.ShouldBe(charge, 1e-10 * Math.Abs(charge));
        for (int k = 1; k + 1 < times.Length; k++)
        {
            int[] at = [.. Enumerable.Range(0, run.Series.Length).Where(i => run.Series.Time[i] == times[k])];
            at.Length.ShouldBe(2, FormattableString.Invariant($"one sample before and one behind the jump at {times[k]} s"));
            (run.Series.Current[at[0]] / Cell.Area).ShouldBe(rates[k - 1] * oneC, 1e-9);
            (run.Series.Current[at[1]] / Cell.Area).ShouldBe(rates[k] * oneC, 1e-9);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_InterpolatedDriveCycle_PassesTheAreaUnderTheLines()
    {
        CellRun run = Follow("time [s],current density [A/m2]\n0,0\n100,-15\n160,15\n200,0", "Follow cycle.csv interpolated", 1e-6);

        run.Steps[0].Charge.ShouldBe(-450.0, 1e-5 * 450.0);
        foreach (int i in Enumerable.Range(0, run.Series.Length).Where(i => run.Series.Time[i] <= 100.0))
        {
            (run.Series.Current[i] / Cell.Area).ShouldBe(-0.15 * run.Series.Time[i], 1e-6);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_TemperaturePerStep_HoldsForThatStepOnly()
    {
        CellRun run = Run("Rest for 1 s\nDischarge at 1C for 10 s at 45 degC\nRest for 1 s at -20 degC\nRest for 1 s", 0.8);

        double[] expected = [Room, 318.15, 253.15, Room];
        foreach (StepResult step in run.Steps)
        {
            for (int i = step.FirstSample; i <= step.LastSample; i++)
            {
                run.Series.Temperature[i].ShouldBe(expected[step.Number - 1], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(9000, "already, the s")] // salt or particle surface, whichever ends first
    [InlineData(300, "above 0 V")]
    [Trait("Level", "unit")]
    public void Run_StepThatCannotStart_GoesOnOrStopsAsStated(int rate, string reason)
    {
        string protocol = $"Discharge at {rate}C\nDischarge at 0.1C for 10 s";
        CellDescription cell = Cell with { ContactResistance = 0.01 };

        CellRun onwards = Run(protocol, 0.8, cell: cell);
        CellRun stopped = Run(protocol, 0.8, new RunOptions { WhenAStepFails = FailurePolicy.Stop }, cell: cell);

        onwards.Steps.Length.ShouldBe(2);
        onwards.Steps[0].Charge.ShouldBe(0.0);
        onwards.Steps[0].Ending.ShouldBe(StepEnding.CannotStart);
        onwards.Steps[0].Reason.ShouldContain("more than the cell can carry");
        onwards.Steps[0].Reason.ShouldContain(reason);
        onwards.Series.Voltage.ShouldAllBe(voltage => voltage > 0.0); // nothing that no instrument could have recorded
        onwards.Steps[1].Ending.ShouldBe(StepEnding.Duration);
        stopped.Steps.Length.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_RepeatUpTo_EndsWithTheStepThatEndsEarly()
    {
        CellRun run = Run("Repeat up to 30 times as pulses:\nDischarge at 1C for 10 min\nRest for 1 min\nEnd\nCharge at 1C for 1 min", 1.0);

        run.Steps[^1].Label.ShouldStartWith("Charge");
        run.Steps[^2].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        run.Steps.Length.ShouldBeInRange(9, 20);
        run.Steps[0].Block.ShouldBe("pulses");
        run.Series.Cycle[^1].ShouldBe(run.Steps[^1].Cycle);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_Progress_NamesEveryStepOnce()
    {
        var seen = new Recorder();

        Run("Rest for 1 s\nDischarge at 1C for 10 s\nRepeat 2 times", 0.5, new RunOptions { Progress = seen });

        seen.Seen.Select(progress => progress.Step).Distinct().ShouldBe([1, 2, 3, 4]);
        seen.Seen.ShouldAllBe(progress => progress.Steps == 4);
        seen.Seen[^1].Label.ShouldStartWith("Discharge at 1C for 10 s");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CancelledBetweenSteps_Throws()
    {
        using var source = new CancellationTokenSource();
        CellSimulator simulator = CellSimulator.Create(Cell, Room);
        var stop = new Recorder(() => source.Cancel(), atStep: 2);

        Should.Throw<OperationCanceledException>(() => simulator.Run(
            ProtocolText.Parse("Rest for 1 s\nRest for 1 s", Cell), simulator.Equilibrium(0.5), new RunOptions { Progress = stop }, source.Token));

        stop.Seen[^1].Step.ShouldBe(2);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_EveryKindOfStep_ConservesLithiumAndCharge()
    {
        CellRun run = Run(
            """
            Discharge at 1C for 5 min
            Discharge at 40 W/m2 for 0.1 mAh/cm2
            Discharge over 0.5 ohm m2 for 5 min
            Charge at 30 W/m2 for 5 min at 45 degC
            Hold at 3.9 V for 5 min
            Sweep from 3.9 V to 3.7 V at 1 mV/s
            Rest for 10 min
            """,
            0.9);

        run.Steps.ShouldAllBe(step => step.Ending == StepEnding.Duration || step.Ending == StepEnding.ChargeCutOff);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }

    private static CellRun Run(
        string protocol, double from, RunOptions? options = null, string folder = "", double tolerance = 1e-5, CellDescription? cell = null)
    {
        CellSimulator simulator = CellSimulator.Create(
            cell ?? Cell, Room, new CellOptions { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-2 * tolerance });
        return simulator.Run(ProtocolText.Parse(protocol, Cell, "protocol", folder), simulator.Equilibrium(from), options, TestContext.Current.CancellationToken);
    }

    private static CellRun Follow(string csv, string protocol, double tolerance = 1e-5)
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "cycle.csv"), csv);
            return Run(protocol, 0.8, null, folder, tolerance);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Recorder(Action? act = null, int atStep = 0) : IProgress<StepProgress>
    {
        private readonly List<StepProgress> seen = [];

        internal ImmutableArray<StepProgress> Seen => [.. seen];

        public void Report(StepProgress value)
        {
            seen.Add(value);
            if (value.Step == atStep)
            {
                act?.Invoke();
            }
        }
    }
}
