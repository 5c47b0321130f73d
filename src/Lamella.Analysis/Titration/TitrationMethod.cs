using Lamella.Analysis.Common;

namespace Lamella.Analysis.Titration;

/// <summary>Chemical diffusivity from galvanostatic intermittent titration: by the textbook formula and by fitting a sphere.</summary>
/// <remarks>
/// <para><b>Textbook</b>: D = (4/πτ)·(R/3)²·(ΔE_s/ΔE_t)², R/3 being volume over surface of a sphere; Weppner and Huggins, J. Electrochem. Soc.
/// 124 (1977) 1569, <see href="https://doi.org/10.1149/1.2133112"/>, eq. 27. It holds for τ ≪ R²/D, where the voltage is a
/// straight line over √t; at τD/R² = 0.09 it is too small by a third.</para>
/// <para><b>Sphere</b>: E = E₀ + jump + ΔE_s·[g(t') − g(t' − τ')]/(3τ') with g the surface of a sphere under constant flux
/// (<see cref="SphereResponse"/>), fitted to pulse and rest; no limit on τ. Where Akaike's criterion clearly asks for it, the bend of
/// the open-circuit voltage over the pulse is fitted too; the formula takes it as straight. Both take the particles as equal, and
/// put all of the transient down to them.</para>
/// </remarks>
public static class TitrationMethod
{
    private const int FewestSamples = 4;
    private const double EarlyShare = 0.1; // of the pulse, for the jump at its beginning
    private const double LastShare = 0.9; // of the rest, for its end

    /// <summary>Reads every pulse.</summary>
    /// <param name="pulses">The pulses.</param>
    /// <param name="options">Radius and what to leave out.</param>
    /// <param name="cancellation">Ends the fits early.</param>
    /// <returns>An estimate for each pulse, in their order.</returns>
    /// <exception cref="ArgumentException">The radius is not above 0, or only the pulse is to be fitted without a known ΔE_s.</exception>
    public static IReadOnlyList<TitrationEstimate> Read(IEnumerable<TitrationPulse> pulses, TitrationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pulses);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.ParticleRadius.Value > 0.0 && options.ParticleRadius.IsUsable))
        {
            throw new ArgumentException(FormattableString.Invariant($"The radius of the particles is {options.ParticleRadius.Value} m; it must be above 0."), nameof(options));
        }

        if (options.PulseOnly && !double.IsFinite(options.SteadyChange))
        {
            throw new ArgumentException("A pulse alone does not tell the diffusivity from the slope of the open-circuit voltage; state the change of the rest voltage, or fit the rest too.", nameof(options));
        }

        return [.. pulses.Select(pulse => Read(pulse, options, cancellation))];
    }

    /// <summary>Computes the diffusivity by the formula of Weppner and Huggins.</summary>
    /// <param name="radius">R [m].</param>
    /// <param name="duration">τ [s].</param>
    /// <param name="steadyChange">ΔE_s [V].</param>
    /// <param name="transientChange">ΔE_t without the jump [V].</param>
    /// <returns>D [m²/s].</returns>
    public static double Textbook(double radius, double duration, double steadyChange, double transientChange)
    {
        double ratio = radius * steadyChange / (3.0 * transientChange);
        return 4.0 * ratio * ratio / (Math.PI * duration);
    }

    /// <summary>Computes the diffusivity from the slope of the voltage over √t.</summary>
    /// <param name="radius">R [m].</param>
    /// <param name="duration">τ [s].</param>
    /// <param name="steadyChange">ΔE_s [V].</param>
    /// <param name="slope">dE/d√t [V/√s].</param>
    /// <returns>D [m²/s].</returns>
    public static double FromSlope(double radius, double duration, double steadyChange, double slope)
    {
        double ratio = radius * steadyChange / (3.0 * duration * slope);
        return 4.0 * ratio * ratio / Math.PI;
    }

    private static TitrationEstimate Read(TitrationPulse pulse, TitrationOptions options, CancellationToken cancellation)
    {
        double radius = options.ParticleRadius.Value, tau = pulse.Duration, restAfter = RestAfter(pulse);
        double steady = double.IsFinite(options.SteadyChange) ? options.SteadyChange : restAfter - pulse.RestBefore;
        int[] inside = [.. Enumerable.Range(0, pulse.SamplesOfPulse).Where(i => pulse.Time[i] >= options.Skip && pulse.Time[i] > 0.0)];
        StraightLine? early = Line(pulse, [.. inside.Where(i => pulse.Time[i] <= EarlyShare * tau)]) ?? Line(pulse, inside);
        double jump = (early?.Intercept ?? double.NaN) - pulse.RestBefore;
        double transient = inside.Length == 0 ? double.NaN : pulse.Voltage[inside[^1]] - pulse.RestBefore - jump;
        double textbook = Textbook(radius, tau, steady, transient), root = early is null ? double.NaN : FromSlope(radius, tau, steady, early.Slope);
        SphereFit fit = SphereFit.Of(pulse, options, steady, jump, double.IsFinite(root) ? root : textbook, cancellation);
        StraightLine? first = Line(pulse, [.. inside.Where(i => pulse.Time[i] <= 0.25 * tau)]), second = Line(pulse, [.. inside.Where(i => pulse.Time[i] > 0.25 * tau)]);
        double diffusivity = double.IsFinite(fit.Diffusivity.Value) ? fit.Diffusivity.Value : textbook;
        return new TitrationEstimate(
            pulse, steady, transient, jump, textbook, root, fit.Diffusivity, fit.SteadyChange, fit.Jump, fit.Deviation,
            diffusivity * tau / (radius * radius),
            first is null || second is null ? double.NaN : second.Slope / first.Slope,
            RestDrift(pulse, steady, restAfter),
            fit.Fitted,
            inside.Length < FewestSamples ? $"the pulse has {inside.Length} samples" : fit.Reason);
    }

    private static StraightLine? Line(TitrationPulse pulse, int[] samples) => samples.Length < FewestSamples ? null
        : StraightLine.Fit([.. samples.Select(i => Math.Sqrt(pulse.Time[i]))], [.. samples.Select(i => pulse.Voltage[i])]);

    /// <summary>Mean voltage over the last tenth of the rest.</summary>
    private static double RestAfter(TitrationPulse pulse)
    {
        double from = pulse.Duration + (LastShare * (pulse.Time[^1] - pulse.Duration));
        return Enumerable.Range(0, pulse.Time.Length).Where(i => pulse.Time[i] >= from).Average(i => pulse.Voltage[i]);
    }

    private static double RestDrift(TitrationPulse pulse, double steady, double restAfter)
    {
        double from = pulse.Duration + (LastShare * (pulse.Time[^1] - pulse.Duration)), before = pulse.Duration + ((LastShare - 0.1) * (pulse.Time[^1] - pulse.Duration));
        double[] earlier = [.. Enumerable.Range(0, pulse.Time.Length).Where(i => pulse.Time[i] >= before && pulse.Time[i] < from).Select(i => pulse.Voltage[i])];
        return earlier.Length == 0 ? double.NaN : Math.Abs((restAfter - earlier.Average()) / steady);
    }
}
