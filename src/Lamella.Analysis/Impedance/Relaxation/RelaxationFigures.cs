using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Pictures of distributions of relaxation times.</summary>
internal static class RelaxationFigures
{
    private const int MostTogether = 8;

    /// <summary>Draws the distributions: several first together, then one by one with their spectra.</summary>
    internal static ImmutableArray<OutcomeFigure> Of(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results) =>
    [
        .. results.Length > 1 ? [Together(results)] : Enumerable.Empty<OutcomeFigure>(),
        .. results.Take(SpectrumOutcome.MostDrawn).SelectMany(One),
        .. results.Length == 1 ? Bode(results[0]) : [],
    ];

    private static OutcomeFigure Together(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results)
    {
        int shown = Math.Min(MostTogether, results.Length);
        var chosen = Enumerable.Range(0, shown).Select(k => results[shown < 2 ? 0 : k * (results.Length - 1) / (shown - 1)]);
        return new OutcomeFigure(
            "Relaxation times from spectrum to spectrum",
            new OutcomeAxis("τ", "s", Logarithmic: true),
            new OutcomeAxis("γ per unit of ln τ", "ohm"),
            [.. chosen.Select(entry => new OutcomeCurve(entry.Item.Title, OutcomeMark.Line, entry.Result.TimeConstants, entry.Result.Distribution))])
        {
            Caption = shown < results.Length ? FormattableString.Invariant($"{shown} of {results.Length} spectra are shown.") : string.Empty,
        };
    }

    private static IEnumerable<OutcomeFigure> Bode((NamedMeasurement Item, RelaxationResult Result) entry)
    {
        var spectrum = (Spectrum)entry.Item.Measurement;
        return SpectrumOutcome.Bode(
            entry.Item.Title, spectrum, SpectrumOutcome.Described(spectrum, entry.Result.RealResiduals, entry.Result.ImaginaryResiduals), "distribution of relaxation times");
    }

    private static IEnumerable<OutcomeFigure> One((NamedMeasurement Item, RelaxationResult Result) entry)
    {
        var spectrum = (Spectrum)entry.Item.Measurement;
        RelaxationResult result = entry.Result;
        string name = entry.Item.Title;
        yield return new OutcomeFigure(
            $"Relaxation times of {name}",
            new OutcomeAxis("τ", "s", Logarithmic: true),
            new OutcomeAxis("γ per unit of ln τ", "ohm"),
            [
                new OutcomeCurve(result.Method == RelaxationMethod.Regularised ? "95 % of the noise alone" : "95 % band", OutcomeMark.Band, result.TimeConstants, result.Distribution)
                {
                    Low = result.DistributionLower, High = result.DistributionUpper,
                },
                new OutcomeCurve("distribution", OutcomeMark.Line, result.TimeConstants, result.Distribution),
                new OutcomeCurve(
                    "processes",
                    OutcomeMark.Chosen,
                    [.. result.Peaks.Select(peak => peak.TimeConstant)],
                    [.. result.Peaks.Select(peak => HeightAt(result, peak.TimeConstant))]),
            ])
        {
            Caption = "The area under a peak is the resistance of its process; heights depend on its width."
                + (result.Method == RelaxationMethod.Regularised ? " The band leaves out that smoothing lowers narrow peaks: near them it misses the truth more often than 5 %." : string.Empty),
        };
        yield return SpectrumOutcome.Nyquist(
            $"Nyquist plot of {name}", spectrum, result.RealResiduals, result.ImaginaryResiduals, "distribution of relaxation times");
        yield return SpectrumOutcome.Residuals(
            $"Residuals of {name}", spectrum, result.RealResiduals, result.ImaginaryResiduals, "Residuals that look like noise leave nothing to explain.");
    }

    private static double HeightAt(RelaxationResult result, double timeConstant)
    {
        double step = Math.Log(result.TimeConstants[1] / result.TimeConstants[0]);
        int place = (int)Math.Round(Math.Log(timeConstant / result.TimeConstants[0]) / step);
        return result.Distribution[Math.Clamp(place, 0, result.Distribution.Length - 1)];
    }
}
