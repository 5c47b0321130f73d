using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Titration;

/// <summary>A sphere fitted to a titration pulse and its rest.</summary>
internal sealed record SphereFit(Uncertain Diffusivity, double SteadyChange, double Jump, double Deviation, ImmutableArray<double> Fitted, string Reason)
{
    private const int FewestSamples = 8;
    private const double ClearlyBetter = 10.0; // of Akaike's criterion
    private const double MostUncertain = 0.5;

    /// <summary>Fits E₀, the jump, ΔE_s and D, and the bend of the open-circuit voltage where the data clearly ask for it.</summary>
    internal static SphereFit Of(TitrationPulse pulse, TitrationOptions options, double steady, double jump, double guess, CancellationToken cancellation)
    {
        int[] used = [.. Enumerable.Range(0, pulse.Time.Length).Where(i => IsUsed(pulse, i, options))];
        if (used.Length < FewestSamples || !(guess > 0.0 && double.IsFinite(guess)) || !double.IsFinite(jump))
        {
            return None(used.Length < FewestSamples ? $"{used.Length} samples are too few for a sphere" : "the voltage does not answer to the pulse");
        }

        var straight = new SphereModel(pulse, options, used, steady, jump, guess, isBent: false);
        FitResult fit = straight.Fit(cancellation);
        (SphereModel Model, FitResult Fit) taken = (straight, fit);
        if (!options.PulseOnly)
        {
            var bent = new SphereModel(pulse, options, used, steady, jump, fit.Values[0], isBent: true);
            FitResult richer = bent.Fit(cancellation);
            double gain = AkaikeCriterion.Corrected(2.0 * fit.Cost, used.Length, fit.Values.Length + 1) - AkaikeCriterion.Corrected(2.0 * richer.Cost, used.Length, richer.Values.Length + 1);
            taken = gain > ClearlyBetter ? (bent, richer) : taken;
        }

        return Report(taken.Model, taken.Fit, options);
    }

    private static SphereFit Report(SphereModel model, FitResult fit, TitrationOptions options)
    {
        double widening = ResidualNoise.Widening(fit.Residuals.AsSpan()), relativeRadius = options.ParticleRadius.Uncertainty / options.ParticleRadius.Value;
        double own = widening * fit.StandardUncertainties[0] / fit.Values[0];
        if (own > MostUncertain || fit.ActiveBounds[0] != ActiveBound.None)
        {
            return None("the samples do not determine a diffusivity");
        }

        // D goes with the square of the radius.
        double relative = Math.Sqrt((own * own) + (4.0 * relativeRadius * relativeRadius));
        double[] values = [.. fit.Values];
        return new SphereFit(
            new Uncertain(values[0], values[0] * relative),
            model.SteadyChange(values),
            values[1],
            model.Scale * Math.Sqrt(fit.Residuals.Average(residual => residual * residual)),
            model.Levels(values),
            string.Empty);
    }

    private static bool IsUsed(TitrationPulse pulse, int i, TitrationOptions options) => i < pulse.SamplesOfPulse
        ? pulse.Time[i] > 0.0 && pulse.Time[i] >= options.Skip
        : !options.PulseOnly && pulse.Time[i] - pulse.Duration >= options.Skip;

    private static SphereFit None(string reason) => new(new Uncertain(double.NaN), double.NaN, double.NaN, double.NaN, [], reason);
}
