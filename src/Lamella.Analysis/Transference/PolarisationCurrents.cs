using System.Collections.Immutable;
using Lamella.Analysis.Common;

namespace Lamella.Analysis.Transference;

/// <summary>Initial and steady current of a polarisation, read from the whole hold.</summary>
/// <remarks>
/// <para>The initial current is extrapolated to t = 0 without the charging of the double layers, the steady one to t → ∞. Two
/// shapes are fitted, diffusion between two electrodes and a stretched exponential, each with up to two charging currents
/// C·exp(−t/τ_c); the one with the smallest criterion of Akaike gives the values. Where the other shape fits nearly as well, half
/// of the difference to it is added to the uncertainty: the choice of shape is then no better known.</para>
/// <para>Uncertainties come from the residuals, with what a temperature that wanders does to the whole record (<see cref="WanderingNoise"/>).</para>
/// </remarks>
public sealed record PolarisationCurrents
{
    private const int FewestSamples = 10;
    private const int MostSamples = 800; // longer records are averaged in bins first
    private const double RivalDifference = 10.0; // of Akaike's criterion: beyond, a shape has no support (Burnham and Anderson 2004)
    private const int MostChargingCurrents = 2; // one for each electrode
    private const double SteadyTolerance = 0.01;
    private const double LastPart = 0.95;

    /// <summary>Gets I₀ [A].</summary>
    public required Uncertain Initial { get; init; }

    /// <summary>Gets I_s [A].</summary>
    public required Uncertain Steady { get; init; }

    /// <summary>Gets the current at the first sample [A].</summary>
    public required double FirstSample { get; init; }

    /// <summary>Gets the mean current over the last twentieth of the hold [A].</summary>
    public required double LastCurrent { get; init; }

    /// <summary>Gets the time of the hold [s].</summary>
    public required double Duration { get; init; }

    /// <summary>Gets the relaxation time of the shape that was taken [s].</summary>
    public required double RelaxationTime { get; init; }

    /// <summary>Gets the shape that was taken.</summary>
    public required RelaxationShape Shape { get; init; }

    /// <summary>Gets a value indicating whether a charging current at the beginning was found and taken away.</summary>
    public required bool HasChargingCurrent { get; init; }

    /// <summary>Gets the time since the step of the samples that were fitted [s], shape (samples).</summary>
    public required ImmutableArray<double> Time { get; init; }

    /// <summary>Gets their currents [A], shape (samples).</summary>
    public required ImmutableArray<double> Current { get; init; }

    /// <summary>Gets the fitted currents without the charging of the double layers [A], shape (samples).</summary>
    public required ImmutableArray<double> Fitted { get; init; }

    /// <summary>Gets how far the current at the end is above the steady one, relative to it [–].</summary>
    public double ExcessAtTheEnd => (LastCurrent - Steady.Value) / Steady.Value;

    /// <summary>Gets a value indicating whether the current had become steady: within 1 % of its limit at the end.</summary>
    public bool IsSteady => Math.Abs(ExcessAtTheEnd) <= SteadyTolerance;

    /// <summary>Reads the currents of a hold.</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="cancellation">Ends the fits early.</param>
    /// <returns>The currents.</returns>
    /// <exception cref="ArgumentException">The hold has fewer than ten samples after its beginning.</exception>
    public static PolarisationCurrents Of(PolarisationHold hold, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hold);
        double sign = Math.Sign(hold.Current.Average());
        (double[] time, double[] current) = Binned(hold, sign);
        if (time.Length < FewestSamples)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The hold has {time.Length} samples after the step of the voltage; at least {FewestSamples} are needed to find the initial and the steady current."), nameof(hold));
        }

        double[] noise = new double[time.Length];
        Array.Fill(noise, current.Max());
        var known = new Dictionary<(RelaxationShape Shape, int Spikes), RelaxationFit>();
        double[] fitted = Best(time, current, noise, known, cancellation)[0].CurrentAt(time, withSpikes: true);
        noise = ResidualNoise.Local([.. fitted.Zip(current, (f, c) => f - c)], 1e-9 * current.Max());
        RelaxationFit[] fits = Best(time, current, noise, known, cancellation);
        RelaxationFit best = fits[0];
        RelaxationFit[] rivals = [.. fits.Skip(1).Where(fit => fit.Criterion - best.Criterion < RivalDifference)];
        double last = hold.Current.Where((_, i) => hold.Time[i] >= LastPart * hold.Time[^1]).Average();
        return new PolarisationCurrents
        {
            Initial = Signed(best.Initial, [.. rivals.Select(fit => fit.Initial.Value)], sign),
            Steady = Signed(best.Steady, [.. rivals.Select(fit => fit.Steady.Value)], sign),
            FirstSample = hold.Current[0],
            LastCurrent = last,
            Duration = time[^1],
            RelaxationTime = best.RelaxationTime,
            Shape = best.Shape,
            HasChargingCurrent = best.Spikes > 0,
            Time = [.. time],
            Current = [.. current.Select(value => sign * value)],
            Fitted = [.. best.CurrentAt(time, withSpikes: false).Select(value => sign * value)],
        };
    }

    /// <summary>Fits both shapes, the better one first.</summary>
    private static RelaxationFit[] Best(double[] time, double[] current, double[] noise, Dictionary<(RelaxationShape Shape, int Spikes), RelaxationFit> known, CancellationToken cancellation)
    {
        RelaxationShape[] shapes = [RelaxationShape.Diffusion, RelaxationShape.Stretched];
        return [.. shapes.Select(shape => Simplest(time, current, noise, shape, known, cancellation)).OrderBy(fit => fit.Criterion)];
    }

    /// <summary>Adds charging currents to a shape as long as the data clearly ask for another one.</summary>
    private static RelaxationFit Simplest(
        double[] time, double[] current, double[] noise, RelaxationShape shape, Dictionary<(RelaxationShape Shape, int Spikes), RelaxationFit> known, CancellationToken cancellation)
    {
        // What was found with the first guess of the noise is where a second fit begins.
        RelaxationFit Fit(int spikes) => known[(shape, spikes)] = RelaxationFit.Of(time, current, noise, shape, spikes, known.GetValueOrDefault((shape, spikes)), cancellation);
        RelaxationFit taken = Fit(0);
        for (int spikes = 1; spikes <= MostChargingCurrents; spikes++)
        {
            RelaxationFit more = Fit(spikes);
            if (more.Criterion > taken.Criterion - RivalDifference || !more.ChargesFirst)
            {
                break;
            }

            taken = more;
        }

        return taken;
    }

    private static Uncertain Signed(Uncertain value, double[] rivals, double sign)
    {
        double between = rivals.Length == 0 ? 0.0 : 0.5 * rivals.Max(rival => Math.Abs(rival - value.Value));
        return new Uncertain(sign * value.Value, Math.Sqrt((value.Uncertainty * value.Uncertainty) + (between * between)));
    }

    /// <summary>Averages long records in bins, fine in the logarithm of time early and in time late; leaves out the sample at the step itself.</summary>
    private static (double[] Time, double[] Current) Binned(PolarisationHold hold, double sign)
    {
        int[] usable = [.. Enumerable.Range(0, hold.Time.Length).Where(i => hold.Time[i] > 0.0)];
        if (usable.Length <= MostSamples)
        {
            return ([.. usable.Select(i => hold.Time[i])], [.. usable.Select(i => sign * hold.Current[i])]);
        }

        double first = hold.Time[usable[0]], decades = Math.Log(hold.Time[^1] / first);
        var bins = usable.GroupBy(i => (int)(0.5 * MostSamples * ((Math.Log(hold.Time[i] / first) / decades) + (hold.Time[i] / hold.Time[^1])))).ToArray();
        return ([.. bins.Select(bin => bin.Average(i => hold.Time[i]))], [.. bins.Select(bin => sign * bin.Average(i => hold.Current[i]))]);
    }
}
