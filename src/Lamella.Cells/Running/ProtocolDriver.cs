using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Takes a model of a cell through a protocol, step after step; the state is carried on.</summary>
/// <remarks>
/// Where a set point or a temperature jumps or bends, the step is cut: the solver stops there exactly and starts anew with
/// consistent values. Inside a piece the load is constant or a ramp, so that the instant of a jump belongs to one side only.
/// </remarks>
internal sealed class ProtocolDriver
{
    private readonly ICellSystem system;
    private readonly SteppedSystem stepped;
    private readonly double temperature;
    private readonly BdfSolver solver;
    private readonly double[] state;
    private readonly double[] before;
    private readonly double[] rate;

    internal ProtocolDriver(ICellSystem system, double temperature, CellOptions options)
    {
        (this.system, this.temperature) = (system, temperature);
        stepped = new SteppedSystem(system);
        solver = new BdfSolver(new BdfOptions
        {
            RelativeTolerance = options.RelativeTolerance,
            AbsoluteTolerance = options.AbsoluteTolerance,
        });
        state = new double[system.Size];
        before = new double[system.Size];
        rate = new double[system.Size];
    }

    /// <summary>Gets the present state.</summary>
    internal ImmutableArray<double> State => [.. state];

    /// <summary>Runs a protocol from a state.</summary>
    internal RunContext Run(Protocol protocol, CellState initial, RunOptions options, CancellationToken cancellation)
    {
        initial.Unknowns.CopyTo(state);
        var context = new RunContext(new RunRecorder(options.SplitVoltage), system.Observe(state), options, protocol.Count())
        {
            Fields = options.FieldTimes.IsDefaultOrEmpty ? null : FieldsOf(options.FieldTimes),
        };
        var walk = new ProtocolWalk(protocol);
        bool early = false;
        while (walk.Next(early))
        {
            cancellation.ThrowIfCancellationRequested();
            context.Begin(walk.Current);
            StepResult result = RunStep(walk.Current.Step, context, cancellation);
            context.Steps.Add(result);
            early = StepDiagnosis.IsEarly(walk.Current.Step, result);
            if (StepDiagnosis.EndsTheRun(result, options.WhenAStepFails))
            {
                break;
            }
        }

        return context;
    }

    private FieldRecorder FieldsOf(ImmutableArray<double> times) => system is IFieldSource source
        ? new FieldRecorder(system, source, times)
        : throw new ArgumentException($"The model '{system.ModelName}' has no fields along the cell; choose 'dfn'.", nameof(times));

    private StepResult RunStep(ProtocolStep stated, RunContext context, CancellationToken cancellation)
    {
        state.CopyTo(before, 0);
        ProtocolStep step = WithSweep(stated);
        Arm(step, context);
        if (step.Impedance is not null)
        {
            return NoStart(step, context, new StepOutcome(
                StepEnding.CannotStart, $"the model '{system.ModelName}' cannot be linearised for an impedance: choose another model"));
        }

        if (system.NothingToDo(state) is { } idle)
        {
            return NoStart(step, context, idle);
        }

        if (!Begin())
        {
            before.CopyTo(state, 0); // without the currents that were tried
            return NoStart(step, context, StepDiagnosis.CannotStart(step, solver.Diagnostics));
        }

        int first = Sample(context);
        context.Fields?.AtStart(context.Offset, solver.State);
        if (StepDiagnosis.AlreadyEnded(stepped, solver.State) is { } ended)
        {
            before.CopyTo(state, 0);
            return Describe(step, context, first, ended with { Reason = $"{ended.Reason} at the first instant under load: no charge passed" });
        }

        StepOutcome outcome = Advance(step, context, cancellation);
        StepResult result = Describe(step, context, first, outcome);
        context.Offset += context.PieceStart + solver.Time;
        context.PieceStart = 0.0;
        solver.State.CopyTo(state);
        return result;
    }

    /// <summary>Runs the pieces of a step one after the other.</summary>
    private StepOutcome Advance(ProtocolStep step, RunContext context, CancellationToken cancellation)
    {
        int taken = 0;
        while (true)
        {
            double end = Math.Min(step.MaximumDuration, NextBreak(step, context.PieceStart));
            double length = end - context.PieceStart;
            BdfStatus status = RunPiece(length, context, ref taken, cancellation);
            context.Count(solver.Statistics);
            if (status != BdfStatus.StopTimeReached || end >= step.MaximumDuration)
            {
                return StepDiagnosis.Of(stepped, solver, status, step, context.PieceStart);
            }

            solver.State.CopyTo(state);
            context.PieceStart = end;
            ArmPiece(step, end);
            if (!Begin())
            {
                return StepDiagnosis.CannotStart(step, solver.Diagnostics, end);
            }

            Sample(context);
            context.Fields?.AtStart(context.Offset + context.PieceStart, solver.State);
            if (StepDiagnosis.AlreadyEnded(stepped, solver.State) is { } ended)
            {
                return ended;
            }
        }
    }

    private BdfStatus RunPiece(double length, RunContext context, ref int taken, CancellationToken cancellation)
    {
        BdfStatus status;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            status = solver.Step(length);
            taken++;
            if (!status.IsFailure())
            {
                Sample(context);
                context.Fields?.AfterStep(context.Offset + context.PieceStart, solver);
                context.Report(context.Offset + context.PieceStart + solver.Time);
            }
        }
        while (status == BdfStatus.StepTaken && taken < context.Options.MaximumSteps);

        return status;
    }

    private double NextBreak(ProtocolStep step, double time) =>
        Math.Min(step.Value.NextBreak(time), step.Temperature?.NextBreak(time) ?? double.PositiveInfinity);

    private void Arm(ProtocolStep step, RunContext context)
    {
        bool sweeps = step.Sweep is not null;
        system.Limits = new StepLimits(step.LowerVoltage, step.UpperVoltage, sweeps ? double.NaN : step.CurrentCutOff);
        stepped.HighestCurrent = sweeps ? step.CurrentCutOff : double.NaN;
        stepped.ChargeCutOff = step.ChargeCutOff;
        stepped.ChargeAtStart = system.Charge(state);
        context.PieceStart = 0.0;
        ArmPiece(step, 0.0);
    }

    /// <summary>Sets load and temperature of the piece that begins at a time of the step; the time of the system begins anew.</summary>
    private void ArmPiece(ProtocolStep step, double begin)
    {
        system.Load = new CellLoad(step.Control, step.Value.PieceFrom(begin));
        system.Temperature = step.Temperature?.PieceFrom(begin) ?? temperature;
    }

    /// <summary>Finds the consistent start of a piece, by way of the current that the load asks for at the present voltage if needed.</summary>
    private bool Begin()
    {
        if (Initialise())
        {
            return true;
        }

        CellLoad load = system.Load;
        double voltage = system.Voltage(0.0, state), value = load.SetPoint.Start;
        double current = load.Control == StepControl.Power ? value / voltage : -voltage / value;
        if (load.Control is not (StepControl.Power or StepControl.Resistance) || !double.IsFinite(current))
        {
            return false;
        }

        system.Load = new CellLoad(StepControl.Current, current);
        bool near = Initialise();
        system.Load = load;
        return near && TakeOver() && Initialise();
    }

    private bool Initialise()
    {
        Array.Clear(rate);
        system.GuessLoad(state);
        return solver.Initialise(stepped, 0.0, state, rate) == BdfStatus.Initialised;
    }

    private bool TakeOver()
    {
        solver.State.CopyTo(state);
        return true;
    }

    /// <summary>Gives a sweep its ramp; one from open circuit begins at the voltage that the cell has without current.</summary>
    private ProtocolStep WithSweep(ProtocolStep step)
    {
        if (step.Sweep is not { } sweep)
        {
            return step;
        }

        double from = double.IsNaN(sweep.From) ? OpenCircuit(step) : sweep.From, to = step.Value.Start;
        return step with
        {
            Value = new RampSetPoint(from, Math.Sign(to - from) * sweep.Rate),
            MaximumDuration = Math.Min(step.MaximumDuration, Math.Max(Math.Abs(to - from) / sweep.Rate, double.Epsilon)),
        };
    }

    private double OpenCircuit(ProtocolStep step)
    {
        system.Load = CellLoad.Rest;
        system.Limits = StepLimits.None;
        system.Temperature = step.Temperature?.PieceFrom(0.0) ?? temperature;
        double voltage = Initialise() ? system.Voltage(0.0, solver.State) : system.Voltage(0.0, before);
        before.CopyTo(state, 0);
        return voltage;
    }

    private int Sample(RunContext context)
    {
        context.Recorder.Add(system, context.Offset + context.PieceStart, solver.Time, solver.State, context.Steps.Count + 1, context.Scheduled.Cycle);
        context.Observer.See(solver.Time, solver.State);
        return context.Recorder.Count - 1;
    }

    /// <summary>A step that never carried its load: no charge, and the state before it goes on.</summary>
    private StepResult NoStart(ProtocolStep step, RunContext context, StepOutcome outcome)
    {
        double rest = system.Voltage(0.0, state);
        return Uncharged(step, context, outcome, context.Offset, double.IsFinite(rest) ? rest : 0.0);
    }

    /// <summary>A step of the samples from <paramref name="first"/> to the last one recorded.</summary>
    private static StepResult Describe(ProtocolStep step, RunContext context, int first, StepOutcome outcome)
    {
        RunRecorder recorder = context.Recorder;
        int last = recorder.Count - 1;
        return Uncharged(step, context, outcome, recorder.Time[first], recorder.Voltage[first]) with
        {
            Duration = recorder.Time[last] - recorder.Time[first],
            Charge = recorder.Charge[last] - recorder.Charge[first],
            Energy = recorder.Energy(first, last),
            EndVoltage = recorder.Voltage[last],
            StartCurrent = recorder.Current[first],
            EndCurrent = recorder.Current[last],
            FirstSample = first,
            LastSample = last,
            SplitAtHalfCharge = recorder.SplitAtHalf(first, last),
        };
    }

    /// <summary>A step through which no charge passed.</summary>
    private static StepResult Uncharged(ProtocolStep step, RunContext context, StepOutcome outcome, double time, double voltage) => new()
    {
        Label = step.Label,
        Number = context.Steps.Count + 1,
        Cycle = context.Scheduled.Cycle,
        Block = context.Scheduled.Block,
        Ending = outcome.Ending,
        Reason = outcome.Reason,
        StartTime = time,
        Duration = 0.0,
        Charge = 0.0,
        Energy = 0.0,
        StartVoltage = voltage,
        EndVoltage = voltage,
        FirstSample = -1,
        LastSample = -1,
    };
}
