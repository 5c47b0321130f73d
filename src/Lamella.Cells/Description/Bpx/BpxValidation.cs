using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Materials.Bpx;

namespace Lamella.Cells.Description.Bpx;

/// <summary>How well a cell of a BPX file meets a curve that the same file gives to check it.</summary>
public sealed record BpxCurveResult
{
    /// <summary>Gets the name of the curve.</summary>
    public required string Name { get; init; }

    /// <summary>Gets simulated less measured voltage at the points that the simulation reached, shape (points).</summary>
    [Unit("V")]
    public required ImmutableArray<double> Misses { get; init; }

    /// <summary>Gets the root mean square of <see cref="Misses"/>: the first point, which may stand before the load, and the knee count.</summary>
    [Unit("V")]
    public required double Rms { get; init; }

    /// <summary>Gets the largest difference without sign.</summary>
    [Unit("V")]
    public required double Largest { get; init; }

    /// <summary>Gets the share of the points that the simulation reached.</summary>
    [Unit("–")]
    public required double Share { get; init; }

    /// <summary>Gets why the simulation ended.</summary>
    public required string Reason { get; init; }
}

/// <summary>Runs the currents of a BPX file's <c>Validation</c> section and compares the voltages.</summary>
public static class BpxValidation
{
    /// <summary>Compares every curve.</summary>
    /// <param name="import">The cell of the file.</param>
    /// <param name="curves">Its curves.</param>
    /// <param name="options">Model, mesh and tolerances; null for the defaults.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>One result per curve with at least two points, in their order.</returns>
    /// <exception cref="ArgumentException">A time of a curve falls, or the model cannot do what the cell asks for.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>
    /// Every run starts in equilibrium at the file's initial state of charge and the first temperature of the curve, follows the
    /// stated current from point to point, and ends with the curve or with what the cell runs out of; no cut-off ends it.
    /// </remarks>
    public static ImmutableArray<BpxCurveResult> Compare(
        BpxImport import, ImmutableArray<BpxExperiment> curves, CellOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        return [.. curves.Where(curve => curve.Time.Length > 1).Select(curve => Compare(import, curve, options, cancellation))];
    }

    private static BpxCurveResult Compare(BpxImport import, BpxExperiment curve, CellOptions? options, CancellationToken cancellation)
    {
        double begin = curve.Time[0], kelvin = curve.Temperature.IsEmpty ? import.Temperature : curve.Temperature[0];
        CellSimulator simulator = CellSimulator.Create(import.Cell, kelvin, options);
        var step = new ProtocolStep
        {
            Label = curve.Name,
            Control = StepControl.Current,
            Value = new TableSetPoint([.. curve.Time.Select(t => t - begin)], [.. curve.Current.Select(i => i / import.Cell.Area)]),
            MaximumDuration = curve.Time[^1] - begin,
        };
        CellRun run = simulator.Run(new Protocol([step]), simulator.Equilibrium(import.StateOfCharge), null, cancellation);
        ImmutableArray<double> misses = [.. Misses(run, curve, begin)];
        return new BpxCurveResult
        {
            Name = curve.Name,
            Misses = misses,
            Rms = misses.Length > 0 ? Math.Sqrt(misses.Average(miss => miss * miss)) : double.NaN,
            Largest = misses.Length > 0 ? misses.Max(Math.Abs) : double.NaN,
            Share = misses.Length / (double)curve.Time.Length,
            Reason = run.Steps[0].Reason,
        };
    }

    /// <summary>The run has a sample at every point of the table, since the load bends there.</summary>
    private static IEnumerable<double> Misses(CellRun run, BpxExperiment curve, double begin)
    {
        ImmutableArray<double> time = run.Series.Time;
        int sample = 0;
        for (int point = 0; point < curve.Time.Length; point++)
        {
            double wanted = curve.Time[point] - begin;
            while (sample < time.Length && time[sample] < wanted * (1.0 - 1e-12))
            {
                sample++;
            }

            if (sample == time.Length)
            {
                yield break;
            }

            yield return run.Series.Voltage[sample] - curve.Voltage[point];
        }
    }
}
