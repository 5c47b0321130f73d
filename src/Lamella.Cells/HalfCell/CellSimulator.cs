using System.Reflection;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.HalfCell;

/// <summary>Runs protocols on one described cell at one temperature.</summary>
/// <remarks>
/// The model is the half-cell Doyle–Fuller–Newman model over a laminate of binary and single-ion layers; its equations,
/// assumptions and limits are in README.md of this folder. One simulator serves one thread.
/// </remarks>
public sealed class CellSimulator
{
    /// <summary>Name and revision of the model, as written into results.</summary>
    public const string ModelName = "half-cell-dfn/1";

    private static readonly string Version =
        typeof(CellSimulator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly CellDescription cell;
    private readonly double temperature;
    private readonly HalfCellSystem system;
    private readonly BdfSolver solver;
    private readonly double[] start;
    private readonly double[] before;
    private readonly double[] rate;

    private CellSimulator(CellDescription cell, double temperature, HalfCellOptions options)
    {
        (this.cell, this.temperature) = (cell, temperature);
        system = new HalfCellSystem(cell, options, temperature);
        solver = new BdfSolver(new BdfOptions
        {
            RelativeTolerance = options.RelativeTolerance,
            AbsoluteTolerance = options.AbsoluteTolerance,
        });
        start = new double[system.Size];
        before = new double[system.Size];
        rate = new double[system.Size];
    }

    /// <summary>Gets the number of unknowns.</summary>
    public int Unknowns => system.Size;

    /// <summary>Builds the model.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="temperature">T of the whole cell [K], &gt; 0.</param>
    /// <param name="options">Mesh and tolerances; null for the defaults.</param>
    /// <returns>A simulator.</returns>
    /// <exception cref="ArgumentException">The description has no layer, or not exactly one positive side.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive.</exception>
    public static CellSimulator Create(CellDescription cell, double temperature, HalfCellOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (cell.Layers.Length == 0 || cell.Joints.Length != cell.Layers.Length)
        {
            throw new ArgumentException(
                $"'{cell.Name}' has {cell.Layers.Length} electrolyte layers and {cell.Joints.Length} joints; give at least one layer and one joint after each.",
                nameof(cell));
        }

        if (cell.Cathode is null == cell.CounterLithium is null)
        {
            throw new ArgumentException(
                $"'{cell.Name}' needs either a cathode or a lithium counter electrode, not both and not none.", nameof(cell));
        }

        return new CellSimulator(cell, temperature, options ?? new HalfCellOptions());
    }

    /// <summary>Makes the equilibrium state at a state of charge.</summary>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower [–], from 0 to 1; ignored in a symmetric cell.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stateOfCharge"/> is outside 0 to 1.</exception>
    public CellState Equilibrium(double stateOfCharge)
    {
        if (!(stateOfCharge >= 0.0 && stateOfCharge <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stateOfCharge), FormattableString.Invariant($"State of charge {stateOfCharge} must lie between 0 and 1."));
        }

        double stoichiometry = cell.Cathode is { } cathode
            ? cathode.DischargedStoichiometry
                + (stateOfCharge * (cathode.ChargedStoichiometry - cathode.DischargedStoichiometry))
            : 0.5;
        return InitialStates.Equilibrium(system, cell, stoichiometry, temperature);
    }

    /// <summary>Runs a protocol.</summary>
    /// <param name="protocol">The steps.</param>
    /// <param name="initial">Where to start; from a simulator with the same mesh.</param>
    /// <param name="options">What to keep; null for the series only.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <returns>The run; endings of all kinds are values in it.</returns>
    /// <exception cref="ArgumentException"><paramref name="initial"/> belongs to another mesh.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public CellRun Run(
        Protocol protocol, CellState initial, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(initial);
        if (initial.Unknowns.Length != system.Size)
        {
            throw new ArgumentException(
                $"The state has {initial.Unknowns.Length} unknowns, the model {system.Size}: they come from different meshes.",
                nameof(initial));
        }

        initial.Unknowns.CopyTo(start);
        options ??= RunOptions.SeriesOnly;
        var context = new RunContext(new RunRecorder(options.SplitVoltage), new BalanceTracker(system, start), new RangeTracker(system, cell, temperature), options);
        for (int cycle = 1; cycle <= protocol.Repetitions; cycle++)
        {
            foreach (ProtocolStep step in protocol.Steps)
            {
                StepResult result = RunStep(step, cycle, context, cancellation);
                context.Steps.Add(result);
                if (result.Ending is StepEnding.SolverStopped or StepEnding.LithiumExhausted)
                {
                    return Finish(context);
                }
            }
        }

        return Finish(context);
    }

    private StepResult RunStep(ProtocolStep step, int cycle, RunContext context, CancellationToken cancellation)
    {
        int number = context.Steps.Count + 1;
        Arm(step);
        if (step.Control == StepControl.Voltage && system.IsHostExhausted(start))
        {
            return NoStart(step, cycle, number, context, StepDiagnosis.NothingToHold());
        }

        start.CopyTo(before, 0);
        BdfStatus status = Begin();
        if (status != BdfStatus.Initialised)
        {
            before.CopyTo(start, 0); // without the currents that were tried
            return NoStart(step, cycle, number, context, StepDiagnosis.CannotStart(step, solver.Diagnostics));
        }

        int first = Sample(context, number, cycle);
        if (StepDiagnosis.AlreadyEnded(system, solver.State) is { } early)
        {
            before.CopyTo(start, 0);
            return Describe(step, cycle, number, context, first, early);
        }

        do
        {
            cancellation.ThrowIfCancellationRequested();
            status = solver.Step(step.MaximumDuration);
            if (!status.IsFailure())
            {
                Sample(context, number, cycle);
            }
        }
        while (status == BdfStatus.StepTaken && solver.Statistics.Steps < context.Options.MaximumSteps);

        StepOutcome outcome = StepDiagnosis.Of(system, solver, status, step);
        StepResult result = Describe(step, cycle, number, context, first, outcome);
        context.Offset += solver.Time;
        solver.State.CopyTo(start);
        context.Count(solver.Statistics);
        return result;
    }

    private void Arm(ProtocolStep step)
    {
        system.Control = step.Control == StepControl.Current ? ControlKind.Current : ControlKind.Voltage;
        system.SetPoint = step.Value;
        (system.LowerVoltage, system.UpperVoltage) = (step.LowerVoltage, step.UpperVoltage);
        system.CurrentCutOff = step.CurrentCutOff;
    }

    private BdfStatus Begin()
    {
        Array.Clear(rate);
        system.GuessCurrent(start);
        return solver.Initialise(system, 0.0, start, rate);
    }

    private int Sample(RunContext context, int number, int cycle)
    {
        context.Recorder.Add(system, context.Offset + solver.Time, solver.State, number, cycle);
        context.Balance.Observe(solver.State);
        context.Ranges.Observe(solver.State);
        return context.Recorder.Count - 1;
    }

    /// <summary>A step that never carried its load: no charge, and the state before it goes on.</summary>
    private StepResult NoStart(ProtocolStep step, int cycle, int number, RunContext context, StepOutcome outcome)
    {
        double rest = system.Voltage(start);
        return Uncharged(step, cycle, number, outcome, context.Offset, double.IsFinite(rest) ? rest : 0.0);
    }

    /// <summary>A step of the samples from <paramref name="first"/> to the last one recorded.</summary>
    private static StepResult Describe(
        ProtocolStep step, int cycle, int number, RunContext context, int first, StepOutcome outcome)
    {
        RunRecorder recorder = context.Recorder;
        int last = recorder.Count - 1;
        return Uncharged(step, cycle, number, outcome, recorder.Time[first], recorder.Voltage[first]) with
        {
            Duration = recorder.Time[last] - recorder.Time[first],
            Charge = recorder.Charge[last] - recorder.Charge[first],
            Energy = recorder.Energy(first, last),
            EndVoltage = recorder.Voltage[last],
            SplitAtHalfCharge = recorder.SplitAtHalf(first, last),
        };
    }

    /// <summary>A step through which no charge passed.</summary>
    private static StepResult Uncharged(
        ProtocolStep step, int cycle, int number, StepOutcome outcome, double time, double voltage) => new()
        {
            Label = step.Label,
            Number = number,
            Cycle = cycle,
            Ending = outcome.Ending,
            Reason = outcome.Reason,
            StartTime = time,
            Duration = 0.0,
            Charge = 0.0,
            Energy = 0.0,
            StartVoltage = voltage,
            EndVoltage = voltage,
        };

    private CellRun Finish(RunContext context)
    {
        RunRecorder recorder = context.Recorder;
        var provenance = new ResultProvenance(ModelName, cell.Sources, Version, cell.InputHash);
        var series = new TimeSeries(
            provenance,
            [.. recorder.Time],
            [.. recorder.Current.Select(i => i * cell.Area)],
            [.. recorder.Voltage],
            [.. Enumerable.Repeat(temperature, recorder.Count)],
            [.. recorder.Step],
            [.. recorder.Cycle]);
        return new CellRun
        {
            Series = series,
            Steps = [.. context.Steps],
            Splits = [.. recorder.Splits],
            Balance = context.Balance.Result,
            Work = context.Work with { Unknowns = system.Size },
            Warnings = context.Ranges.Warnings(),
            FinalState = new CellState([.. start]),
        };
    }
}
