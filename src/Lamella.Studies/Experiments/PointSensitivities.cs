using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Sensitivities;

namespace Lamella.Studies.Experiments;

/// <summary>Derivatives of the measurements of one described cell by its parameters, carried along with each run. Serves one thread.</summary>
/// <remarks>
/// One run gives the derivatives by all parameters. Capacities and overpotentials have them; resistances and transference
/// numbers rest on splits of the voltage, which are not carried along.
/// </remarks>
internal sealed class PointSensitivities(CellDescription cell, ImmutableArray<CellParameter> parameters, SimulationOptions options)
{
    private readonly Dictionary<double, SensitivitySimulator> simulators = [];
    private readonly Dictionary<(double Temperature, string Charge), SensitivityRun> charged = [];

    /// <summary>Tells whether a kind of measurement has derivatives.</summary>
    internal static bool Gives(ExperimentKind kind) => kind is ExperimentKind.DischargeCapacity or ExperimentKind.Overpotential;

    /// <summary>Derives one measurement.</summary>
    /// <param name="point">The measurement; its variant must be this cell.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>∂value/∂p in SI, shape (parameters); null where the run has no derivatives.</returns>
    /// <exception cref="ArgumentException">The cell next to this one is of another kind.</exception>
    /// <exception cref="Lamella.Core.Errors.InputException">A parameter has a cell on neither side.</exception>
    internal double[]? Run(ExperimentPoint point, CancellationToken cancellation) => point.Kind == ExperimentKind.DischargeCapacity
        ? Capacity(point, cancellation)
        : Overpotential(point, cancellation);

    private double[]? Capacity(ExperimentPoint point, CancellationToken cancellation)
    {
        SensitivityRun start = Charge(point, cancellation);
        SensitivitySimulator simulator = At(point.Temperature);
        SensitivityRun run = simulator.Run(changed => PointProtocols.Measured(changed, point), start.FinalState, null, cancellation);
        double charge = -run.Run.Steps[0].Charge;
        if (!(charge > 0.0) || !start.Run.Steps.Any(step => step.Charge > 0.0))
        {
            return null;
        }

        // Charge per mass, or of the whole cell: what it is divided by or multiplied with depends on the parameters too.
        ImmutableArray<double> byScale = simulator.Derivatives(changed => PointProtocols.Scaled(changed, charge, point.Fact.Unit));
        return [.. run.Parameters.Select((by, p) => byScale[p] - PointProtocols.Scaled(cell, by.Steps[0].Charge, point.Fact.Unit))];
    }

    private double[]? Overpotential(ExperimentPoint point, CancellationToken cancellation)
    {
        SensitivitySimulator simulator = At(point.Temperature);
        SensitivityRun run = simulator.Run(
            changed => PointProtocols.Measured(changed, point), simulator.Equilibrium(PointProtocols.Half), null, cancellation);
        StepResult half = run.Run.Steps[0];
        return half.Ending == StepEnding.CannotStart
            ? null
            : [.. run.Parameters.Select(by => Math.Sign(half.EndVoltage) * by.Steps[0].EndVoltage)];
    }

    private SensitivityRun Charge(ExperimentPoint point, CancellationToken cancellation)
    {
        ChargeConditions conditions = point.Charge!;
        (double, string) key = (point.ChargeTemperature, conditions.ToString());
        if (!charged.TryGetValue(key, out SensitivityRun? run))
        {
            SensitivitySimulator simulator = At(point.ChargeTemperature);
            charged[key] = run = simulator.Run(
                changed => PointProtocols.Charge(changed, conditions), simulator.Equilibrium(PointProtocols.Empty), null, cancellation);
        }

        return run;
    }

    private SensitivitySimulator At(double temperature)
    {
        if (!simulators.TryGetValue(temperature, out SensitivitySimulator? simulator))
        {
            simulators[temperature] = simulator = SensitivitySimulator.Create(cell, parameters, temperature, options.Mesh);
        }

        return simulator;
    }
}
