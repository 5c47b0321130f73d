using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Studies.Calibration;
using Lamella.Studies.Execution;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Prediction;

/// <summary>How predictions are made.</summary>
public sealed record PredictionOptions
{
    /// <summary>Gets how the shown values are simulated.</summary>
    public SimulationOptions Simulation { get; init; } = new() { KeepRuns = true };

    /// <summary>Gets how the samples behind the intervals are simulated.</summary>
    public SimulationOptions SampleSimulation { get; init; } = SimulationOptions.Coarse;

    /// <summary>Gets the number of samples, ≥ 1.</summary>
    [Unit("–")]
    public int Samples { get; init; } = 192;

    /// <summary>Gets the probability that an interval holds, in (0, 1).</summary>
    [Unit("–")]
    public double Coverage { get; init; } = 0.9;

    /// <summary>Gets the seed of the samples.</summary>
    [Unit("–")]
    public ulong Seed { get; init; } = 20261121;

    /// <summary>Gets the number of threads, ≥ 1; the result does not depend on it.</summary>
    [Unit("–")]
    public int Threads { get; init; } = 2;
}

/// <summary>Predicts measurements from a calibration, with intervals.</summary>
/// <remarks>
/// The value comes from the fitted parameters on the default mesh. The interval comes from samples of the fit's Gaussian,
/// weighted with how well each really meets the fitted facts and priors, simulated on a coarse mesh and shifted by the
/// difference of the two meshes at the fitted parameters, and from the uncertainty of the fact itself. It knows nothing of
/// errors of the model.
/// </remarks>
public static class Predictor
{
    /// <summary>Predicts.</summary>
    /// <param name="problem">The cells and their parameters.</param>
    /// <param name="calibration">The fit of that problem.</param>
    /// <param name="points">What to predict; facts that the fit used are marked.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="done">Called with the share done, from several threads; null for nobody.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>One prediction per point, in the same order.</returns>
    /// <exception cref="InputException">The fitted values describe no cell.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<PredictedPoint> Predict(
        CalibrationProblem problem,
        CalibrationResult calibration,
        ImmutableArray<ExperimentPoint> points,
        PredictionOptions? options = null,
        Action<double>? done = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(calibration);
        options ??= new PredictionOptions();
        double[][] samples = PosteriorSampler.Draw(problem, calibration, options.Samples, options.Seed);
        var work = new PredictionWork(problem, Missing(problem, points), options, done, cancellation);
        work.Run(calibration.Values.AsSpan().ToArray(), samples);
        double[] weights = new SampleWeights(problem, calibration).Of(samples, work);
        HashSet<string> used = [.. calibration.Facts.Select(fact => fact.Point.Fact.Id)];
        return [.. points.Select((point, index) => PointVerdict.Of(
            point, work.Best(index), work.Distribution(index, weights), problem.Uncertainty, options.Coverage, used.Contains(point.Fact.Id)))];
    }

    /// <summary>The points, and behind them the fitted ones that are not among them: their samples decide the weights.</summary>
    private static ImmutableArray<ExperimentPoint> Missing(CalibrationProblem problem, ImmutableArray<ExperimentPoint> points)
    {
        HashSet<string> known = [.. points.Select(point => point.Fact.Id)];
        return [.. points, .. problem.Points.Where(point => !known.Contains(point.Fact.Id))];
    }
}

/// <summary>All simulations of one prediction: the fitted cell on both meshes, and the samples.</summary>
internal sealed class PredictionWork
{
    private readonly CalibrationProblem problem;
    private readonly ImmutableArray<ExperimentPoint> points;
    private readonly PredictionOptions options;
    private readonly Action<double>? done;
    private readonly CancellationToken cancellation;
    private readonly ImmutableArray<PointGroup> groups;
    private readonly SimulatedPoint[] best;
    private double[][] values = [];
    private int finished;

    internal PredictionWork(
        CalibrationProblem problem, ImmutableArray<ExperimentPoint> points, PredictionOptions options, Action<double>? done, CancellationToken cancellation)
    {
        (this.problem, this.points, this.options, this.done, this.cancellation) = (problem, points, options, done, cancellation);
        groups = PointGroup.Of(points);
        best = new SimulatedPoint[points.Length];
    }

    internal SimulatedPoint Best(int point) => best[point];

    internal ImmutableArray<ExperimentPoint> Points => points;

    /// <summary>Value of a point in one sample on the coarse mesh [SI]; NaN where the sample is no cell.</summary>
    internal double Sampled(int sample, int point) => values[1 + sample][point];

    /// <summary>Samples of a point in SI with their weights, shifted to the fine mesh; those without a cell are left out.</summary>
    internal WeightedSamples Distribution(int point, double[] weights)
    {
        double shift = best[point].Value.InSi - values[0][point];
        int[] drawn = [.. Enumerable.Range(0, weights.Length).Where(k => weights[k] > 0.0)];
        return drawn.Length > 0
            ? new WeightedSamples([.. drawn.Select(k => Math.Max(values[1 + k][point] + shift, 0.0))], [.. drawn.Select(k => weights[k])])
            : new WeightedSamples([best[point].Value.InSi], [1.0]);
    }

    /// <summary>Simulates the fitted values on the fine mesh, then they and all samples on the coarse one.</summary>
    internal void Run(double[] fitted, double[][] samples)
    {
        double[][] all = [fitted, .. samples];
        values = [.. all.Select(_ => new double[points.Length])];
        int count = groups.Length * (1 + all.Length);
        DedicatedWorkers.Run(
            count,
            options.Threads,
            item =>
            {
                PointGroup group = groups[item % groups.Length];
                int set = (item / groups.Length) - 1;
                if (set < 0)
                {
                    Fine(group, fitted);
                }
                else
                {
                    Coarse(group, all[set], values[set], isFitted: set == 0);
                }

                done?.Invoke(Interlocked.Increment(ref finished) / (double)count);
            },
            cancellation);
    }

    private void Fine(PointGroup group, double[] fitted)
    {
        var simulator = new PointSimulator(problem.Cells.Build(group.Variant, fitted), options.Simulation);
        foreach (int point in group.Members)
        {
            best[point] = simulator.Run(points[point], cancellation);
        }
    }

    private void Coarse(PointGroup group, double[] parameters, double[] output, bool isFitted)
    {
        if (TryBuild(group.Variant, parameters, isFitted) is not { } cell)
        {
            group.Members.ToList().ForEach(point => output[point] = double.NaN);
            return;
        }

        var simulator = new PointSimulator(cell, options.SampleSimulation);
        foreach (int point in group.Members)
        {
            output[point] = simulator.Run(points[point], cancellation).Value.InSi;
        }
    }

    /// <summary>Samples whose values contradict each other are no cells and fall out of the distribution.</summary>
    private CellDescription? TryBuild(string? variant, double[] parameters, bool isFitted)
    {
        try
        {
            return problem.Cells.Build(variant, parameters);
        }
        catch (InputException) when (!isFitted)
        {
            return null;
        }
    }
}
