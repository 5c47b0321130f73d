using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core.Quantities;

namespace Lamella.Studies.Experiments;

/// <summary>Simulates the measurements of one described cell. Serves one thread.</summary>
/// <remarks>Infeasible loads give zero or partial values with a reason, never an exception.</remarks>
public sealed class PointSimulator
{
    private readonly CellDescription cell;
    private readonly SimulationOptions options;
    private readonly Dictionary<double, CellSimulator> simulators = [];
    private readonly Dictionary<(double Temperature, string Charge), ChargedCell> charged = [];

    /// <summary>Initializes a new instance of the <see cref="PointSimulator"/> class.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="options">Mesh, and what to keep; null for the defaults.</param>
    public PointSimulator(CellDescription cell, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (this.cell, this.options) = (cell, options ?? new SimulationOptions());
    }

    /// <summary>Simulates one measurement.</summary>
    /// <param name="point">The measurement; its variant must be this cell.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>The value in the unit of the fact, with a reason where it is not what was asked for.</returns>
    /// <exception cref="ArgumentException">The kind of measurement or its current means nothing for this cell.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SimulatedPoint Run(ExperimentPoint point, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(point);
        Suitability.Require(cell, point);
        return point.Kind switch
        {
            ExperimentKind.DischargeCapacity => Discharge(point, cancellation),
            ExperimentKind.Overpotential => HalfCycle(point, cancellation),
            ExperimentKind.Resistance => new ResistanceMeasurement(cell, options).Run(point, At(point.Temperature), cancellation),
            _ => new TransferenceMeasurement(cell, options).Run(point, At(point.Temperature), cancellation),
        };
    }

    private CellSimulator At(double temperature)
    {
        if (!simulators.TryGetValue(temperature, out CellSimulator? simulator))
        {
            simulators[temperature] = simulator = CellSimulator.Create(cell, temperature, options.Mesh);
        }

        return simulator;
    }

    private SimulatedPoint Discharge(ExperimentPoint point, CancellationToken cancellation)
    {
        ChargedCell start = Charge(point, cancellation);
        Protocol protocol = PointProtocols.Measured(cell, point);
        CellRun run = At(point.Temperature).Run(
            protocol, start.Run.FinalState, new RunOptions { SplitVoltage = options.KeepRuns }, cancellation);
        StepResult discharge = run.Steps[0];
        double charge = Math.Max(0.0, -discharge.Charge);
        bool expected = discharge.Ending is StepEnding.LowerVoltageCutOff or StepEnding.HostExhausted && charge > 0.0;
        return new SimulatedPoint
        {
            Value = InUnitOf(point, PointProtocols.Scaled(cell, charge, point.Fact.Unit)),
            Reason = Join(start.Reason, expected ? null : $"{discharge.Label}: {discharge.Reason}"),
            Runs = options.KeepRuns ? [start.Run, run] : [],
            Split = discharge.SplitAtHalfCharge,
            CurrentDensity = CurrentOf(protocol),
        };
    }

    private ChargedCell Charge(ExperimentPoint point, CancellationToken cancellation)
    {
        ChargeConditions conditions = point.Charge!;
        (double, string) key = (point.ChargeTemperature, conditions.ToString());
        if (!charged.TryGetValue(key, out ChargedCell? found))
        {
            CellSimulator simulator = At(point.ChargeTemperature);
            CellRun run = simulator.Run(PointProtocols.Charge(cell, conditions), simulator.Equilibrium(PointProtocols.Empty), null, cancellation);
            charged[key] = found = new ChargedCell(run, ReasonOf(run));
        }

        return found;
    }

    private static string? ReasonOf(CellRun run)
    {
        StepResult last = run.Steps[^1];
        double charge = run.Steps.Sum(step => step.Charge);
        bool full = run.Steps.Any(step => step.Ending == StepEnding.HostExhausted)
            || last.Ending is StepEnding.UpperVoltageCutOff or StepEnding.CurrentCutOff;
        return full && charge > 0.0
            ? null
            : FormattableString.Invariant($"the charge before ended early. {last.Label}: {last.Reason}");
    }

    private SimulatedPoint HalfCycle(ExperimentPoint point, CancellationToken cancellation)
    {
        CellSimulator simulator = At(point.Temperature);
        Protocol protocol = PointProtocols.Measured(cell, point);
        CellRun run = simulator.Run(
            protocol, simulator.Equilibrium(PointProtocols.Half), new RunOptions { SplitVoltage = options.KeepRuns }, cancellation);
        StepResult half = run.Steps[0];
        bool never = half.Ending == StepEnding.CannotStart;
        return new SimulatedPoint
        {
            Value = InUnitOf(point, never ? cell.UpperCutOff : Math.Abs(half.EndVoltage)),
            Reason = half.Ending == StepEnding.Duration ? null
                : $"{half.Label}: {half.Reason}{(never ? "; the upper cut-off is shown" : string.Empty)}",
            Runs = options.KeepRuns ? [run] : [],
            Split = run.Splits.IsEmpty ? null : run.Splits[^1],
            CurrentDensity = CurrentOf(protocol),
        };
    }

    private static double CurrentOf(Protocol protocol) => ((ProtocolStep)protocol.Items[0]).Value.Start;

    internal static Quantity InUnitOf(ExperimentPoint point, double si) => new(point.Fact.Unit.FromSi(si), point.Fact.Unit);

    private static string? Join(string? first, string? second) =>
        first is null ? second : second is null ? first : $"{first}; {second}";

    private sealed record ChargedCell(CellRun Run, string? Reason);
}
