using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Transference;

/// <summary>One shape fitted to the current of a hold, with or without the charging of the double layers at its beginning.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Spikes">Number of charging currents C·exp(−t/τ_c) that are part of it: 0, 1 or 2, for the double layers of two electrodes.</param>
/// <param name="Initial">I₀ [A] with its standard uncertainty.</param>
/// <param name="Steady">I_s [A] with its standard uncertainty.</param>
/// <param name="RelaxationTime">τ [s].</param>
/// <param name="Criterion">Akaike's criterion: the smaller, the better.</param>
/// <param name="Values">The fitted parameters in the order of the fit.</param>
internal sealed record RelaxationFit(
    RelaxationShape Shape, int Spikes, Uncertain Initial, Uncertain Steady, double RelaxationTime, double Criterion, double[] Values)
{
    private const double FastCharge = 0.1; // of the half time of the relaxation
    private const int Starts = 4;
    private const int MostIterations = 60;

    /// <summary>Fits a shape.</summary>
    /// <param name="time">Time [s], increasing, from above 0 on.</param>
    /// <param name="current">Current of positive sign [A].</param>
    /// <param name="noise">Standard deviation of each current, up to a common factor [A].</param>
    /// <param name="shape">The shape.</param>
    /// <param name="spikes">Number of charging currents to fit too.</param>
    /// <param name="near">A fit of the same shape to begin at; null for several starts.</param>
    /// <param name="cancellation">Ends the fit early.</param>
    internal static RelaxationFit Of(
        double[] time, double[] current, double[] noise, RelaxationShape shape, int spikes, RelaxationFit? near, CancellationToken cancellation)
    {
        FitParameter[] parameters = Parameters(time, current, shape, spikes);
        parameters = near is null ? parameters : [.. parameters.Zip(near.Values, (one, value) => new FitParameter(one.Name, one.Lower, one.Upper, Math.Clamp(value, one.Lower, one.Upper), one.Scale))];
        bool Residuals(ReadOnlySpan<double> values, Span<double> residuals)
        {
            Evaluate(shape, spikes, values, time, residuals);
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] = (residuals[i] - current[i]) / noise[i];
            }

            return true;
        }

        var options = new FitOptions
        {
            Starts = near is null ? Starts : 1, MaximumIterations = MostIterations, DifferenceStep = 1e-4, StepTolerance = 1e-7, CostTolerance = 1e-9, UncertaintiesAreKnown = false,
        };
        FitResult fit = BoundedLeastSquares.Fit(parameters, time.Length, () => Residuals, options, cancellation);
        double[] values = [.. fit.Values], law = new double[time.Length];
        double initial = values[0], share = values[1];
        Evaluate(shape, spikes, values, time, law);
        double[] covariance = WanderingNoise.Covariance(
            time, [.. fit.Residuals], [.. law.Zip(noise, (current, own) => Math.Abs(current) / own)], fit.Jacobian.AsSpan(), fit.ScaledCovariance.AsSpan());

        // Where the shape itself does not fit, neighbours resemble each other without anything that wanders: the larger of the two counts.
        double widening = ResidualNoise.Widening(fit.Residuals.AsSpan());
        (double a, double b) = Variances(covariance, parameters, values);
        (double c, double d) = Variances([.. fit.ScaledCovariance.Select(value => widening * widening * value)], parameters, values);
        return new RelaxationFit(
            shape,
            spikes,
            new Uncertain(initial, Math.Sqrt(Math.Max(a, c))),
            new Uncertain(initial * share, Math.Sqrt(Math.Max(b, d))),
            values[2],
            AkaikeCriterion.Corrected(2.0 * fit.Cost, time.Length, values.Length + 1),
            values);
    }

    /// <summary>Variances of I₀ and of I_s = I₀·share, which carries the covariance of the two, from the covariance of the scaled parameters.</summary>
    private static (double Initial, double Steady) Variances(double[] covariance, FitParameter[] parameters, double[] values)
    {
        (double perInitial, double perShare) = (parameters[0].Slope(values[0]), parameters[1].Slope(values[1]));
        double initial = covariance[0] * perInitial * perInitial, both = covariance[1] * perInitial * perShare, share = covariance[values.Length + 1] * perShare * perShare;
        double steady = (values[1] * values[1] * initial) + (2.0 * values[1] * values[0] * both) + (values[0] * values[0] * share);
        return (Math.Max(0.0, initial), Math.Max(0.0, steady));
    }

    /// <summary>Gets a value indicating whether every charging current is much faster than the relaxation: a slower one is a part of it under another name.</summary>
    internal bool ChargesFirst
    {
        get
        {
            int next = Shape == RelaxationShape.Stretched ? 4 : 3;
            double slowest = Enumerable.Range(0, Spikes).Select(spike => Values[next + (2 * spike) + 1]).DefaultIfEmpty(0.0).Max();
            double[] there = new double[1];
            Evaluate(Shape, 0, Values, [slowest / FastCharge], there);
            return Spikes == 0 || there[0] >= 0.5 * (Initial.Value + Steady.Value);
        }
    }

    /// <summary>Computes the fitted current, with or without the charging of the double layers.</summary>
    internal double[] CurrentAt(double[] time, bool withSpikes)
    {
        double[] current = new double[time.Length];
        Evaluate(Shape, withSpikes ? Spikes : 0, Values, time, current);
        return current;
    }

    private static FitParameter[] Parameters(double[] time, double[] current, RelaxationShape shape, int spikes)
    {
        double first = time[0], last = time[^1], largest = current.Max(), end = current[^Math.Min(current.Length, 5)..].Average();
        double begin = current[Math.Min(current.Length - 1, current.Length / 50)];
        double half = time[Array.FindIndex(current, value => value <= 0.5 * (begin + end)) is var at and >= 0 ? at : current.Length - 1];
        double start = Math.Clamp(Math.Max(begin, 1.05 * end), 0.2 * largest, 2.0 * largest);
        double shortest = Math.Max(0.1 * first, 1e-6 * last);
        List<FitParameter> parameters =
        [
            new("I0", 0.05 * largest, 4.0 * largest, start),
            new("Is/I0", 1e-4, 0.9999, Math.Clamp(0.95 * end / start, 0.01, 0.99)),
            new("tau", shortest, 100.0 * last, Math.Clamp(2.0 * half, shortest, 10.0 * last), ParameterScale.Logarithmic),
        ];
        if (shape == RelaxationShape.Stretched)
        {
            parameters.Add(new("b", 0.25, 1.0, 0.6));
        }

        double highest = 0.02 * last, lowest = Math.Min(0.2 * first, 0.1 * highest);
        for (int spike = 0; spike < spikes; spike++)
        {
            double timeOfCharging = Math.Clamp(Math.Pow(lowest, 0.6 - (0.2 * spike)) * Math.Pow(highest, 0.4 + (0.2 * spike)), lowest, highest);
            parameters.Add(new(FormattableString.Invariant($"C{spike}/I0"), -5.0, 20.0, 0.5 / spikes));
            parameters.Add(new(FormattableString.Invariant($"tau_c{spike}"), lowest, highest, timeOfCharging, ParameterScale.Logarithmic));
        }

        return [.. parameters];
    }

    private static void Evaluate(RelaxationShape shape, int spikes, ReadOnlySpan<double> values, double[] time, Span<double> current)
    {
        double initial = values[0], share = values[1], tau = values[2];
        if (shape == RelaxationShape.Diffusion)
        {
            var response = new DiffusionRelaxation(initial, share, tau);
            for (int i = 0; i < time.Length; i++)
            {
                current[i] = response.At(time[i]);
            }
        }
        else
        {
            for (int i = 0; i < time.Length; i++)
            {
                current[i] = initial * (share + ((1.0 - share) * Math.Exp(-Math.Pow(time[i] / tau, values[3]))));
            }
        }

        int next = shape == RelaxationShape.Stretched ? 4 : 3;
        for (int spike = 0; spike < spikes; spike++, next += 2)
        {
            for (int i = 0; i < time.Length; i++)
            {
                current[i] += initial * values[next] * Math.Exp(-time[i] / values[next + 1]);
            }
        }
    }
}
