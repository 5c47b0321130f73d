using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Cycling;

/// <summary>Fits <see cref="RateLaw"/> to the capacities of several rates.</summary>
public static class RateFit
{
    private const double LeastExponent = 0.2, LargestExponent = 2.0, FirstExponent = 0.7;
    private const double Scale = 0.01; // of the largest capacity, for residuals of order 1
    private const double MostUncertain = 0.7; // of ln τ, for one that is known at all
    private const double RoundOff = 1e-9; // of the capacity: what is left of capacities that lie on the law

    /// <summary>Gets the fewest rates from which the law can be fitted.</summary>
    public static int FewestRates => 4;

    /// <summary>Fits the law.</summary>
    /// <param name="currents">Currents [A], above 0, at least <see cref="FewestRates"/>, in any order; shape (rates).</param>
    /// <param name="capacities">Capacities [C], above 0, shape (rates).</param>
    /// <param name="cancellation">Ends the fit early.</param>
    /// <returns>The law with its uncertainties, from what the capacities scatter about it.</returns>
    /// <exception cref="ArgumentException">There are too few rates, or a number is not above 0.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static RateLawResult Run(ImmutableArray<double> currents, ImmutableArray<double> capacities, CancellationToken cancellation = default)
    {
        if (currents.Length != capacities.Length || currents.Length < FewestRates || currents.Distinct().Count() < FewestRates)
        {
            throw new ArgumentException($"The law of rates needs at least {FewestRates} different currents with a capacity each; there are {currents.Length} currents and {capacities.Length} capacities.", nameof(currents));
        }

        if (currents.Concat(capacities).FirstOrDefault(value => !(value > 0.0 && double.IsFinite(value)), 1.0) is var bad && bad != 1.0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{bad} is no current or capacity of a rate test; both must be above 0 and finite."), nameof(capacities));
        }

        double largest = capacities.Max();
        FitParameter[] parameters = [.. Parameters(currents, capacities, largest)];
        FitResult fit = BoundedLeastSquares.Fit(
            parameters, currents.Length, () => Residuals,
            new FitOptions { Starts = 8, MaximumIterations = 200, DifferenceStep = 1e-4, StepTolerance = 1e-9, CostTolerance = 1e-12, UncertaintiesAreKnown = false }, cancellation);
        return Report(fit, currents.Length, largest);

        bool Residuals(ReadOnlySpan<double> values, Span<double> residuals)
        {
            for (int i = 0; i < residuals.Length; i++)
            {
                if (RateLaw.Capacity(currents[i], values[0], values[1], values[2]) is not { } capacity)
                {
                    return false;
                }

                residuals[i] = (capacity - capacities[i]) / (Scale * largest);
            }

            return true;
        }
    }

    /// <summary>Starts where the law would give half the capacity: there (Rτ)ⁿ is 0.63.</summary>
    private static IEnumerable<FitParameter> Parameters(ImmutableArray<double> currents, ImmutableArray<double> capacities, double largest)
    {
        double[] times = [.. capacities.Zip(currents, (capacity, current) => capacity / current)];
        double half = Enumerable.Range(0, times.Length).MinBy(i => Math.Abs(capacities[i] - (0.5 * largest))) is var at ? times[at] : times[0];
        yield return new FitParameter("Q_M", 0.9 * largest, 5.0 * largest, 1.02 * largest, ParameterScale.Logarithmic);
        yield return new FitParameter("tau", 1e-3 * times.Min(), 1e2 * times.Max(), 0.5 * half, ParameterScale.Logarithmic);
        yield return new FitParameter("n", LeastExponent, LargestExponent, FirstExponent);
    }

    private static RateLawResult Report(FitResult fit, int rates, double largest)
    {
        int freedom = rates - 3;
        double floor = rates * Math.Pow(RoundOff / Scale, 2), widening = 2.0 * fit.Cost < floor ? Math.Sqrt(floor / Math.Max(2.0 * fit.Cost, double.Epsilon)) : 1.0;
        Uncertain Of(int index) => new(fit.Values[index], widening * fit.StandardUncertainties[index]);
        Uncertain time = Of(1);
        double relative = time.Uncertainty / time.Value, half = StudentQuantile.TwoSided95(freedom) * relative;
        double[] units = [fit.Values[0], fit.Values[1], 1.0];
        return new RateLawResult
        {
            LowRateCapacity = Of(0),
            CharacteristicTime = time,
            TimeLow = time.Value * Math.Exp(-half),
            TimeHigh = time.Value * Math.Exp(half),
            Exponent = Of(2),
            Deviation = Scale * largest * Math.Sqrt(Math.Max(2.0 * fit.Cost, floor) / freedom),
            Freedom = freedom,
            IsDetermined = fit.IsConverged && relative < MostUncertain && fit.ActiveBounds.All(bound => bound == ActiveBound.None),
            Covariance = [.. fit.Covariance.Select((value, i) => widening * widening * value / (units[i / 3] * units[i % 3]))],
        };
    }
}
