using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Titration;

/// <summary>Says what a titration tells about diffusion.</summary>
internal static class TitrationOutcome
{
    private const double SquareCentimetres = 1e4; // in 1 m²
    private const double LargestDrift = 0.02;
    private const double LargestBend = 0.1;
    private const double LargeStep = 0.03; // [V]

    internal static AnalysisOutcome Of(IReadOnlyList<TitrationEstimate> estimates, TitrationOptions options) => new()
    {
        Method = "titration/1",
        Title = "Chemical diffusivity from titration pulses",
        Quantities = Quantities(estimates),
        Tables = [Table(estimates)],
        Figures = Figures(estimates),
        Warnings = Warnings(estimates, options),
        CannotSay =
        [
            "The radius enters squared and is that of particles taken as equal spheres: agglomerates and a spread of sizes give a D that belongs to no particle.",
            "All of the slow part of the voltage is put down to the particles: diffusion in the electrolyte, which is as slow in thick electrodes, makes the apparent D too small and cannot be told apart from one current alone.",
        ],
        Basis =
        [
            "Textbook: D = (4/πτ)(R/3)²(ΔE_s/ΔE_t)², Weppner and Huggins, J. Electrochem. Soc. 124 (1977) 1569, doi 10.1149/1.2133112, eq. 27; for τ ≪ R²/D.",
            "Sphere: E = E₀ + jump + ΔE_s[g(t') − g(t' − τ')]/(3τ'), g the surface of a sphere under constant flux, Crank, The Mathematics of Diffusion, 2nd ed. (1975), eq. 6.45; fitted to pulse and rest, with the bend of the open-circuit voltage where the data clearly ask for it.",
            FormattableString.Invariant($"R = {1e6 * options.ParticleRadius.Value:G4} µm ± {1e6 * options.ParticleRadius.Uncertainty:G2} µm; samples within {options.Skip:G3} s after each switching are left out."),
        ],
    };

    private static ImmutableArray<FoundQuantity> Quantities(IReadOnlyList<TitrationEstimate> estimates)
    {
        TitrationEstimate[] fitted = [.. estimates.Where(estimate => estimate.IsFitted)];
        if (fitted.Length == 0)
        {
            return [];
        }

        // One pulse has its own uncertainty; several show by their spread how D changes with the content.
        TitrationEstimate middle = fitted.OrderBy(estimate => estimate.Sphere.Value).ElementAt(fitted.Length / 2);
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(FoundQuantity.Positive("diffusivity_sphere", Name("Diffusivity by fitting a sphere", fitted.Length), "cm2/s", middle.Sphere.Value, middle.Sphere.Uncertainty) with
        {
            Meaning = fitted.Length > 1 ? "of the pulse in the middle of the order; the table has every pulse" : string.Empty,
        });
        found.Add(FoundQuantity.FromSi("diffusivity_textbook", Name("Diffusivity by the textbook formula", fitted.Length), "cm2/s", middle.Textbook) with
        {
            Meaning = "of the same pulse; right for pulses much shorter than R²/D alone",
        });
        found.Add(FoundQuantity.FromSi("relative_time", "Time of the pulse over R²/D", "1", middle.RelativeTime));
        if (fitted.Length > 1)
        {
            found.Add(FoundQuantity.FromSi("diffusivity_least", "Least diffusivity of all pulses", "cm2/s", fitted.Min(estimate => estimate.Sphere.Value)));
            found.Add(FoundQuantity.FromSi("diffusivity_largest", "Largest diffusivity of all pulses", "cm2/s", fitted.Max(estimate => estimate.Sphere.Value)));
        }

        return found.ToImmutable();
    }

    private static string Name(string name, int pulses) => pulses > 1 ? FormattableString.Invariant($"{name}, median of {pulses} pulses") : name;

    private static OutcomeTable Table(IReadOnlyList<TitrationEstimate> estimates) => new(
        "Every pulse",
        [
            new("Pulse"), new("Rest before", "V"), new("ΔE_s", "mV"), new("ΔE_t", "mV"), new("Jump", "mV"), new("D textbook", "cm2/s"), new("D over √t", "cm2/s"),
            new("D sphere", "cm2/s"), new("Standard uncertainty", "cm2/s"), new("τD/R²"), new("Bend over √t"), new("Deviation", "mV"), new("Remark"),
        ],
        [
            .. estimates.Select(estimate => ImmutableArray.Create<OutcomeCell>(
                estimate.Pulse.Number, estimate.Pulse.RestBefore, 1e3 * estimate.SteadyChange, 1e3 * estimate.TransientChange, 1e3 * estimate.Jump,
                SquareCentimetres * estimate.Textbook, SquareCentimetres * estimate.RootOfTime, SquareCentimetres * estimate.Sphere.Value, SquareCentimetres * estimate.Sphere.Uncertainty,
                estimate.RelativeTime, estimate.Curvature, 1e3 * estimate.Deviation, estimate.Reason)),
        ]);

    private static ImmutableArray<OutcomeFigure> Figures(IReadOnlyList<TitrationEstimate> estimates)
    {
        TitrationEstimate[] fitted = [.. estimates.Where(estimate => estimate.IsFitted)];
        var figures = ImmutableArray.CreateBuilder<OutcomeFigure>();
        if (fitted.Length > 0)
        {
            TitrationEstimate shown = fitted[fitted.Length / 2];
            figures.Add(new OutcomeFigure(
                FormattableString.Invariant($"Pulse {shown.Pulse.Number} and its rest, with the fitted sphere"),
                new OutcomeAxis("Time since the beginning of the pulse", "s"),
                new OutcomeAxis("Voltage", "V"),
                [
                    new OutcomeCurve("Measured", OutcomeMark.Measured, shown.Pulse.Time, shown.Pulse.Voltage),
                    new OutcomeCurve("Fitted sphere", OutcomeMark.Line, shown.Pulse.Time, shown.Fitted),
                ])
            {
                Caption = "One diffusivity has to describe the pulse and the rest behind it.",
            });
        }

        if (fitted.Length > 1)
        {
            ImmutableArray<double> voltage = [.. fitted.Select(estimate => estimate.Pulse.RestBefore + (0.5 * estimate.SteadyChange))];
            figures.Add(new OutcomeFigure(
                "Diffusivity over the voltage at rest", new OutcomeAxis("Voltage at rest", "V"), new OutcomeAxis("Diffusivity", "cm²/s", Logarithmic: true),
                [
                    new OutcomeCurve("Sphere", OutcomeMark.Measured, voltage, [.. fitted.Select(estimate => SquareCentimetres * estimate.Sphere.Value)]),
                    new OutcomeCurve("Textbook formula", OutcomeMark.Computed, voltage, [.. fitted.Select(estimate => SquareCentimetres * estimate.Textbook)]),
                ])
            {
                Caption = "The textbook formula is low where the pulse is not short against R²/D.",
            });
        }

        return figures.ToImmutable();
    }

    private static ImmutableArray<OutcomeWarning> Warnings(IReadOnlyList<TitrationEstimate> estimates, TitrationOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        void Add(bool holds, string code, WarningLevel level, FormattableString text)
        {
            if (holds)
            {
                warnings.Add(new OutcomeWarning(code, level, FormattableString.Invariant(text)));
            }
        }

        int Count(Func<TitrationEstimate, bool> suits) => estimates.Count(suits);
        int longOnes = Count(estimate => estimate.RelativeTime > options.ShortPulse), bent = Count(estimate => Math.Abs(estimate.Curvature - 1.0) > LargestBend);
        Add(longOnes > 0, "pulse-not-short", WarningLevel.Caution, $"In {longOnes} of {estimates.Count} pulses τD/R² is above {options.ShortPulse}: the textbook formula does not hold there, and its D is too small; take that of the sphere.");
        Add(bent > 0, "not-straight-over-root-time", WarningLevel.Notice, $"In {bent} of {estimates.Count} pulses the voltage is no straight line over √t: more than diffusion into a half-space acts.");
        int drifting = Count(estimate => estimate.RestDrift > LargestDrift), large = Count(estimate => Math.Abs(estimate.SteadyChange) > LargeStep), failed = Count(estimate => !estimate.IsFitted);
        Add(drifting > 0, "rest-too-short", WarningLevel.Caution, $"In {drifting} of {estimates.Count} rests the voltage still moved by more than {100.0 * LargestDrift} % of ΔE_s in the last tenth: the textbook formula takes a wrong ΔE_s; the sphere extrapolates it.");
        Add(large > 0, "large-step", WarningLevel.Caution, $"In {large} of {estimates.Count} pulses the rest voltage changed by more than {1e3 * LargeStep} mV: the open-circuit voltage is hardly straight over the pulse.");
        Add(failed > 0, "no-sphere", WarningLevel.Caution, $"To {failed} of {estimates.Count} pulses no sphere could be fitted; the table says why.");
        Add(options.ParticleRadius.Uncertainty == 0.0, "no-uncertainty", WarningLevel.Notice, $"The radius has no uncertainty: those of the diffusivities are of the fit alone and too small.");
        return warnings.ToImmutable();
    }
}
