using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Studies.Experiments;

/// <summary>The ratio that Bruce and Vincent's method gives on a symmetric cell.</summary>
/// <remarks>
/// ρ = I_s(ΔV − I₀R₀)/[I₀(ΔV − I_sR_s)] at ΔV = 10 mV, with R the resistance of charge transfer and films at the start and
/// at the steady state; Evans, Vincent, Bruce, Polymer 28 (1987) 2324, doi 10.1016/0032-3861(87)90394-6, eq. 6. It equals
/// 1/(1 + Ne) in a binary electrolyte, not t₊⁰.
/// </remarks>
internal sealed class TransferenceMeasurement(CellDescription cell, SimulationOptions options)
{
    private const double Voltage = 0.010;
    private const double SteadyShare = 1e-5;
    private const double TimeConstants = 8.0;
    private const int MostHolds = 12;

    internal SimulatedPoint Run(ExperimentPoint point, CellSimulator simulator, CancellationToken cancellation)
    {
        var step = new ProtocolStep
        {
            Label = "Hold at 10 mV to the steady state",
            Control = StepControl.Voltage,
            Value = Voltage,
            MaximumDuration = TimeConstants * RelaxationTime(point.Temperature),
        };
        var keep = new RunOptions { SplitVoltage = true };
        CellRun first = simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5), keep, cancellation);
        CellRun last = first;
        for (int hold = 1; Failure(last) is null && !IsSteady(last) && hold < MostHolds; hold++)
        {
            last = simulator.Run(new Protocol([step]), last.FinalState, keep, cancellation);
        }

        string? reason = Failure(last) ?? (IsSteady(last) ? null : "the current is not steady after the longest hold");
        return new SimulatedPoint
        {
            Value = PointSimulator.InUnitOf(point, Failure(last) is null ? Ratio(first, last) : 0.0),
            Reason = reason,
            Runs = !options.KeepRuns ? [] : ReferenceEquals(first, last) ? [first] : [first, last],
            Split = options.KeepRuns && !last.Splits.IsEmpty ? last.Splits[^1] : null,
            CurrentDensity = last.Series.Current.IsEmpty ? 0.0 : last.Series.Current[^1] / cell.Area,
        };
    }

    /// <summary>Relaxation time of the salt over all binary layers, (Σ L√(ε/D))²/π² [s]; 1 s where there is no salt.</summary>
    private double RelaxationTime(double temperature)
    {
        double root = 0.0;
        foreach (BinaryLayer layer in cell.Layers.OfType<BinaryLayer>())
        {
            root += layer.Thickness * Math.Sqrt(layer.VolumeFraction / layer.Diffusivity.At(layer.RestConcentration, temperature));
        }

        return Math.Max(root * root / (Math.PI * Math.PI), 1.0);
    }

    private static string? Failure(CellRun run) => run.Steps[^1] is { Ending: not StepEnding.Duration } early
        ? $"{early.Label}: {early.Reason}" : null;

    /// <summary>Whether the current of the last half of the hold changed by less than a small share.</summary>
    private static bool IsSteady(CellRun run)
    {
        double end = run.Series.Time[^1], before = run.Series.Current[0];
        for (int i = 0; i < run.Series.Time.Length && run.Series.Time[i] <= 0.5 * end; i++)
        {
            before = run.Series.Current[i];
        }

        return Math.Abs(run.Series.Current[^1] - before) <= SteadyShare * Math.Abs(run.Series.Current[^1]);
    }

    private static double Ratio(CellRun first, CellRun last)
    {
        double initial = first.Series.Current[0], steady = last.Series.Current[^1];
        return steady * (Voltage - Interface(first.Splits[0])) / (initial * (Voltage - Interface(last.Splits[^1])));
    }

    private static double Interface(VoltageSplit split) => split.LithiumKinetics + split.LithiumFilm;
}
