using System.Collections.Immutable;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Titration;

/// <summary>The voltage of a titration pulse on an electrode of equal spheres, with what of it is fitted.</summary>
/// <remarks>
/// E = E₀ + jump + ΔE_s·y + b·(y² − y), y = [g(t') − g(t' − τ')]/(3τ'): the content at the surface relative to the change that
/// remains. b is the bend of the open-circuit voltage over the pulse, to second order in the content; it vanishes at rest.
/// </remarks>
internal sealed class SphereModel
{
    private const double Decades = 4.0; // in which D is searched about its guess

    private readonly TitrationPulse pulse;
    private readonly int[] used;
    private readonly double radius;
    private readonly double heldChange;
    private readonly List<FitParameter> parameters;
    private readonly int rest;
    private readonly int change;
    private readonly int bend;

    internal SphereModel(TitrationPulse pulse, TitrationOptions options, int[] used, double steady, double jump, double guess, bool isBent)
    {
        (this.pulse, this.used, radius, heldChange) = (pulse, used, options.ParticleRadius.Value, options.SteadyChange);
        Scale = Math.Max(pulse.Voltage.Max(v => Math.Abs(v - pulse.RestBefore)), 1e-6);
        parameters =
        [
            new("D", guess * Math.Pow(10.0, -Decades), guess * Math.Pow(10.0, Decades), guess, ParameterScale.Logarithmic),
            new("jump", -2.0 * Scale, 2.0 * Scale, Math.Clamp(jump, -2.0 * Scale, 2.0 * Scale)),
        ];
        rest = Add(!options.PulseOnly, "E0", pulse.RestBefore - Scale, pulse.RestBefore + Scale, pulse.RestBefore);
        change = Add(!double.IsFinite(heldChange), "dEs", -2.0 * Scale, 2.0 * Scale, steady);
        bend = Add(isBent, "bend", -Scale, Scale, 0.0);
    }

    /// <summary>Gets the voltage by which residuals are divided [V].</summary>
    internal double Scale { get; }

    /// <summary>Fits the samples that are used.</summary>
    internal FitResult Fit(CancellationToken cancellation)
    {
        bool Residuals(ReadOnlySpan<double> values, Span<double> residuals)
        {
            for (int k = 0; k < used.Length; k++)
            {
                residuals[k] = (Level(values, used[k]) - pulse.Voltage[used[k]]) / Scale;
            }

            return true;
        }

        var settings = new FitOptions { Starts = 4, MaximumIterations = 80, DifferenceStep = 1e-4, StepTolerance = 1e-9, CostTolerance = 1e-12, UncertaintiesAreKnown = false };
        return BoundedLeastSquares.Fit(parameters, used.Length, () => Residuals, settings, cancellation);
    }

    /// <summary>Returns ΔE_s, fitted or held [V].</summary>
    internal double SteadyChange(ReadOnlySpan<double> values) => change >= 0 ? values[change] : heldChange;

    /// <summary>Computes the voltage at every sample of the pulse [V].</summary>
    internal ImmutableArray<double> Levels(double[] values) => [.. Enumerable.Range(0, pulse.Time.Length).Select(i => Level(values, i))];

    private int Add(bool isFitted, string name, double lower, double upper, double start)
    {
        if (!isFitted)
        {
            return -1;
        }

        parameters.Add(new(name, lower, upper, Math.Clamp(start, lower, upper)));
        return parameters.Count - 1;
    }

    private double Level(ReadOnlySpan<double> values, int i)
    {
        double scale = values[0] / (radius * radius), tau = pulse.Duration;
        double surface = SphereResponse.Pulse(scale * pulse.Time[i], scale * tau);
        double level = rest >= 0 ? values[rest] : pulse.RestBefore;
        level += i < pulse.SamplesOfPulse ? values[1] : 0.0;
        level += SteadyChange(values) * surface;
        return bend >= 0 ? level + (values[bend] * surface * (surface - 1.0)) : level;
    }
}
