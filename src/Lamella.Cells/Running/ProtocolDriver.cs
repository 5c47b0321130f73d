using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Sensitivities;
using Lamella.Cells.Spectra;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Computes the impedance of the model at a state.</summary>
/// <param name="state">The state.</param>
/// <param name="frequencies">Frequencies [Hz].</param>
/// <param name="cancellation">Stops between two frequencies.</param>
internal delegate CellSpectrum ImpedanceMeter(CellState state, ImmutableArray<double> frequencies, CancellationToken cancellation);

/// <summary>Takes a model of a cell through a protocol, step after step; the state is carried on.</summary>
/// <remarks>
/// Where a set point or a temperature jumps or bends, the step is cut: the solver stops there exactly and starts anew with
/// consistent values. Inside a piece the load is constant or a ramp, so that the instant of a jump belongs to one side only.
/// </remarks>
internal sealed class ProtocolDriver
{
    private readonly ICellSystem system;
    private readonly StepArming arming;
    private readonly SteppedSystem stepped;
    private readonly SensitivityCarrier? carrier;
    private readonly ImpedanceMeter meter;
    private readonly BdfSolver solver;
    private readonly LoadApproach approach;
    private readonly double[] state;
    private readonly double[] guess;
    private readonly double[] rate;

    internal ProtocolDriver(
        ICellSystem system,
        double temperature,
        CellOptions options,
        ImpedanceMeter meter,
        ImmutableArray<ChangedCell> changed)
    {
        this.system = system;
        arming = new StepArming(system, temperature);
        stepped = arming.Stepped;
        carrier = changed.IsDefaultOrEmpty ? null : new SensitivityCarrier(stepped, changed);
        this.meter = meter;
        solver = new BdfSolver(new BdfOptions
        {
            RelativeTolerance = options.RelativeTolerance,
            AbsoluteTolerance = options.AbsoluteTolerance,
        });
        approach = new LoadApproach(system, solver);
        state = new double[system.Size];
        guess = new double[system.Size];
        rate = new double[system.Size];
    }

    /// <summary>Gets what carries sensitivities along, or null.</summary>
    internal SensitivityCarrier? Carrier => carrier;

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
            carrier?.NextStep(early);
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

    private FieldRecorder FieldsOf(ImmutableArray<double> times) => (system as IFieldSource ?? (system as SeriesSystem)?.Fields) is { } source
        ? new FieldRecorder(system, source, times)
        : throw new ArgumentException($"The model '{system.ModelName}' has no fields along the cell; choose 'dfn'.", nameof(times));

    private StepResult RunStep(ProtocolStep stated, RunContext context, CancellationToken cancellation)
    {
        ProtocolStep step = WithSweep(stated);
        context.PieceStart = 0.0;
        arming.Arm(step, state);
        carrier?.Arm(state);
        if (step.Impedance is { } request)
        {
            return Measure(step, request, context, cancellation);
        }

        if (system.NothingToDo(state) is { } idle)
        {
            return NoStart(step, context, idle);
        }

        if (!Begin())
        {
            return NoStart(step, context, StepDiagnosis.CannotStart(step, approach));
        }

        if (StepDiagnosis.BeyondTheCell(step, system, solver.State) is { } beyond)
        {
            return NoStart(step, context, beyond);
        }

        int first = Sample(context);
        context.Fields?.AtStart(context.Offset, solver.State);
        if (StepDiagnosis.AlreadyEnded(stepped, solver) is { } ended)
        {
            carrier?.EndWithoutStart(state);
            return Describe(step, context, first, ended with { Reason = $"{ended.Reason} at the first instant under load: no charge passed" });
        }

        StepOutcome outcome = Advance(step, context, cancellation);
        StepResult result = Describe(step, context, first, outcome);
        carrier?.EndStep(solver, step.MaximumDuration, first);
        context.Offset += context.PieceStart + solver.Time;
        context.PieceStart = 0.0;
        solver.State.CopyTo(state);
        return result;
    }

    /// <summary>Measures the impedance of the present state without current; no time passes and the state stays.</summary>
    private StepResult Measure(ProtocolStep step, ImpedanceRequest request, RunContext context, CancellationToken cancellation)
    {
        try
        {
            CellSpectrum found = meter(new CellState(State), request.Frequencies(), cancellation);
            context.Spectra.Add(new StepSpectrum(context.Steps.Count + 1, found.Spectrum));
            context.Warnings.AddRange(found.Warnings.Select(warning => $"'{step.Label}': {warning}."));
            arming.Arm(step, state);
            return NoStart(step, context, new StepOutcome(
                StepEnding.Measured, FormattableString.Invariant($"the impedance was measured at {found.Spectrum.Frequency.Length} frequencies")));
        }
        catch (ArgumentException failure)
        {
            arming.Arm(step, state);
            return NoStart(step, context, new StepOutcome(StepEnding.CannotStart, failure.Message.Split(" (Parameter", 2)[0]));
        }
    }

    /// <summary>Runs the pieces of a step one after the other.</summary>
    private StepOutcome Advance(ProtocolStep step, RunContext context, CancellationToken cancellation)
    {
        while (true)
        {
            double end = Math.Min(step.MaximumDuration, NextBreak(step, context.PieceStart));
            double length = end - context.PieceStart;
            BdfStatus status = RunPiece(length, context, cancellation);
            context.Count(solver.Statistics);
            if (status != BdfStatus.StopTimeReached || end >= step.MaximumDuration)
            {
                return StepDiagnosis.Of(stepped, solver, status, step, context.PieceStart);
            }

            solver.State.CopyTo(state);
            context.PieceStart = end;
            arming.ArmPiece(step, end);
            carrier?.NextPiece(end, solver);
            if (!Begin())
            {
                return StepDiagnosis.CannotStart(step, approach, end);
            }

            Sample(context);
            context.Fields?.AtStart(context.Offset + context.PieceStart, solver.State);
            if (StepDiagnosis.AlreadyEnded(stepped, solver) is { } ended)
            {
                return ended;
            }
        }
    }

    private BdfStatus RunPiece(double length, RunContext context, CancellationToken cancellation)
    {
        int taken = 0;
        BdfStatus status;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            status = solver.Step(length);
            if (status == BdfStatus.RootFound && solver.RootDirections[solver.RootIndex] > 0)
            {
                status = BdfStatus.StepTaken; // a limit that is left, not reached
            }

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

    /// <summary>Finds the consistent start of a piece, by way of parts of its load if needed.</summary>
    private bool Begin() => (Initialise() || approach.Run(Integrated, state)) && carrier?.Begin(solver) != false;

    private IDaeSystem Integrated => carrier?.System ?? (IDaeSystem)stepped;

    private bool Initialise()
    {
        Array.Clear(rate);
        state.CopyTo(guess, 0);
        system.GuessLoad(guess);
        return solver.Initialise(Integrated, 0.0, guess, rate) == BdfStatus.Initialised;
    }

    /// <summary>Gives a sweep its ramp; one from open circuit begins at the voltage that the cell has without current.</summary>
    private ProtocolStep WithSweep(ProtocolStep step)
    {
        if (step.Sweep is not { } sweep)
        {
            return step;
        }

        double from = double.IsNaN(sweep.From) ? OpenCircuit(step) : sweep.From;
        return sweep.Armed(step, from);
    }

    private double OpenCircuit(ProtocolStep step)
    {
        arming.ArmRest(step);
        carrier?.ArmRest();
        bool rests = Initialise();
        double voltage = rests ? system.Voltage(0.0, solver.State) : system.Voltage(0.0, state);
        if (rests)
        {
            carrier?.RememberOpenCircuit(solver);
        }

        return voltage;
    }

    private int Sample(RunContext context)
    {
        context.Recorder.Add(system, context.Offset + context.PieceStart, solver.Time, solver.State, context.Steps.Count + 1, context.Scheduled.Cycle);
        context.Observer.See(solver.Time, solver.State);
        carrier?.Sample(solver);
        return context.Recorder.Count - 1;
    }

    /// <summary>A step that never carried its load: no charge, and the state before it goes on.</summary>
    private StepResult NoStart(ProtocolStep step, RunContext context, StepOutcome outcome)
    {
        double rest = system.Voltage(0.0, state);
        carrier?.EndWithoutStart(state);
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
            Energy = recorder.Energy[last] - recorder.Energy[first],
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
