using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>The technique <c>kramers-kronig</c>: whether spectra are those of a linear, causal and steady system.</summary>
public sealed class KramersKronigTechnique : IAnalysisTechnique
{
    private const string Tolerance = "tolerance", Function = "function", PredictFrom = "predict-from";
    private const string None = "none", Real = "real", Imaginary = "imaginary";
    private const string Better = "better", Impedance = "impedance", Admittance = "admittance";

    /// <inheritdoc/>
    public string Name => "kramers-kronig";

    /// <inheritdoc/>
    public string Summary => "Whether an impedance spectrum is valid: Kramers-Kronig test with drift, outliers and the tails at both ends.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Number(Tolerance, "residual in percent of |Z| from which a pattern is a violation", 1e-3, 99.0, 0.5),
        TechniqueOption.Choice(Function, "function that is tested; 'better' takes the one that describes the data better", [Better, Impedance, Admittance], Better),
        TechniqueOption.Choice(PredictFrom, "part to which a description is fitted alone, so that it predicts the other", [None, Real, Imaginary], None),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples => ["data/measurements/spectrum.csv", "data/measurements/spectrum.csv --function admittance --json", "data/measurements/spectrum-drifting.csv --predict-from real"];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new KramersKronigOptions
        {
            Tolerance = settings.Number(Tolerance) / 100.0,
            Representation = settings.Words(Function) switch
            {
                Impedance => ImpedanceRepresentation.Impedance,
                Admittance => ImpedanceRepresentation.Admittance,
                _ => null,
            },
            PredictFrom = settings.Words(PredictFrom) switch
            {
                Real => KramersKronigPart.Real,
                Imaginary => KramersKronigPart.Imaginary,
                _ => KramersKronigPart.Both,
            },
        };
        (var results, ImmutableArray<OutcomeWarning> leftOut) = SpectrumOutcome.Analyse(measurements, spectrum => KramersKronigTest.Run(spectrum, options), cancellation);
        AnalysisOutcome outcome = Compose(results);
        return outcome with { Warnings = [.. leftOut, .. outcome.Warnings] };
    }

    private static AnalysisOutcome Compose(ImmutableArray<(NamedMeasurement Item, KramersKronigResult Result)> results) => new()
    {
        Method = "linear-kramers-kronig/1",
        Title = results.Length == 1 ? results[0].Result.Statement.Split(':')[0] : $"Validity of {results.Length} spectra by the Kramers-Kronig relations",
        Quantities = results.Length > SpectrumOutcome.MostNamed ? [] : [.. results.SelectMany((entry, i) => Quantities(entry.Item, entry.Result, i, results.Length))],
        Tables = [Spectra(results), .. Outliers(results)],
        Figures = [.. results.Take(SpectrumOutcome.MostDrawn).SelectMany(Figures), .. results.Length == 1 ? Bode(results[0]) : []],
        Warnings = [.. Warnings(results)],
        CannotSay =
        [
            "A spectrum that obeys the relations may still be that of another state than the one meant: a slow, complete relaxation before the measurement leaves no trace.",
            "What happens faster or slower than the measured frequencies; a drift much slower than the sweep looks like a process.",
        ],
        Basis =
        [
            "Z = R₀ + Σ Rₖ/(1 + jωτₖ) + jωL + 1/(jωC), or the same of 1/Z, fitted with weights 1/|Z|: Boukamp, J. Electrochem. Soc. 142 (1995) 1885, doi 10.1149/1.2044210.",
            "Order by the criterion of Schwarz over all orders; verdict by the autocorrelation of neighbouring residuals (Durbin and Watson, Biometrika 37 (1950) 409, doi 10.1093/biomet/37.3-4.409), then by their size.",
            "Drift: terms x·Z and x·(|Z₀| - Z) beside the description, x running from 0 to 1 over the record with one period per point.",
        ],
    };

    private static IEnumerable<FoundQuantity> Quantities(NamedMeasurement item, KramersKronigResult result, int index, int count)
    {
        string end = SpectrumOutcome.Suffix(index), prefix = SpectrumOutcome.Prefix(item, count);
        yield return FoundQuantity.FromSi("scatter" + end, prefix + "Scatter relative to |Z|", "%", result.Fit.RelativeScatter);
        yield return FoundQuantity.FromSi("largest_residual" + end, prefix + "Largest residual relative to |Z|", "%", result.LargestResidual);
        yield return FoundQuantity.FromSi("pattern" + end, prefix + "Pattern in the residuals, standard deviations above noise", "1", result.Pattern.Deviations) with
        {
            Meaning = "above 3.1 the residuals are no noise",
        };
        yield return FoundQuantity.FromSi("drift" + end, prefix + "Linear drift of |Z| at the lowest frequency", "%", result.Drift.RelativeChange, result.Drift.StandardUncertainty) with
        {
            Meaning = result.Drift.IsSignificant ? "explains most of the residuals" : "not significant",
        };
        if (result.Prediction is { } prediction)
        {
            string predicted = prediction.From == KramersKronigPart.Real ? "Imaginary part as the real one predicts it" : "Real part as the imaginary one predicts it";
            yield return FoundQuantity.FromSi("prediction" + end, prefix + predicted + ", rms deviation relative to |Z|", "%", prediction.RootMeanSquare);
        }

        if (result.Tails.Inductance is { } inductance)
        {
            yield return FoundQuantity.FromSi("series_inductance" + end, prefix + "Series inductance", "uH", inductance);
        }

        if (result.Tails.Capacitance is { } capacitance)
        {
            yield return FoundQuantity.FromSi("series_capacitance" + end, prefix + "Capacitance of the blocking tail at the lowest frequency", "uF", capacitance);
        }
    }

    private static OutcomeTable Spectra(ImmutableArray<(NamedMeasurement Item, KramersKronigResult Result)> results) => new(
        "Spectra",
        [new("Spectrum"), new("Verdict"), new("Function"), new("Relaxations"), new("Scatter", "%"), new("Largest residual", "%"), new("Pattern"), new("Drift", "%"), new("Low-frequency end"), new("Inductive end")],
        [
            .. results.Select(entry => ImmutableArray.Create<OutcomeCell>(
                entry.Item.Title,
                Words(entry.Result.Verdict),
                entry.Result.Fit.Representation == ImpedanceRepresentation.Impedance ? "impedance" : "admittance",
                (double)entry.Result.Fit.Order,
                100.0 * entry.Result.Fit.RelativeScatter,
                100.0 * entry.Result.LargestResidual,
                entry.Result.Pattern.Deviations,
                100.0 * entry.Result.Drift.RelativeChange,
                entry.Result.Tails.LowFrequency.ToString().ToLowerInvariant(),
                entry.Result.Tails.HasInductiveTail ? "yes" : "no")),
        ]);

    private static IEnumerable<OutcomeTable> Outliers(ImmutableArray<(NamedMeasurement Item, KramersKronigResult Result)> results)
    {
        ImmutableArray<ImmutableArray<OutcomeCell>> rows =
        [
            .. results.SelectMany(entry => entry.Result.Outliers.Select(outlier => ImmutableArray.Create<OutcomeCell>(
                entry.Item.Title, (double)outlier.Index + 1.0, outlier.Frequency, 100.0 * outlier.Deviation, outlier.Score))),
        ];
        return rows.IsEmpty ? [] :
            [new OutcomeTable("Points that do not belong to their spectrum", [new("Spectrum"), new("Point"), new("Frequency", "Hz"), new("Deviation", "%"), new("Score")], rows)];
    }

    private static IEnumerable<OutcomeFigure> Figures((NamedMeasurement Item, KramersKronigResult Result) entry)
    {
        var spectrum = (Spectrum)entry.Item.Measurement;
        KramersKronigResult result = entry.Result;
        yield return SpectrumOutcome.Residuals(
            $"Residuals of {entry.Item.Title}", spectrum, result.RealResiduals, result.ImaginaryResiduals, result.Statement);
        yield return SpectrumOutcome.Nyquist(
            $"Nyquist plot of {entry.Item.Title}", spectrum, result.RealResiduals, result.ImaginaryResiduals, "Kramers-Kronig description");
        if (result.Prediction is { } prediction)
        {
            string one = prediction.From == KramersKronigPart.Real ? Real : Imaginary, other = prediction.From == KramersKronigPart.Real ? Imaginary : Real;
            yield return SpectrumOutcome.Residuals(
                $"{entry.Item.Title} predicted from its {one} part", spectrum, prediction.RealResiduals, prediction.ImaginaryResiduals,
                $"Fitted: the {one} part. Predicted: the {other} part; near both ends it depends on what lies beyond the window, so deviations there alone are no violation.");
        }
    }

    private static IEnumerable<OutcomeFigure> Bode((NamedMeasurement Item, KramersKronigResult Result) entry)
    {
        var spectrum = (Spectrum)entry.Item.Measurement;
        return SpectrumOutcome.Bode(
            entry.Item.Title, spectrum, SpectrumOutcome.Described(spectrum, entry.Result.RealResiduals, entry.Result.ImaginaryResiduals), "Kramers-Kronig description");
    }

    private static IEnumerable<OutcomeWarning> Warnings(ImmutableArray<(NamedMeasurement Item, KramersKronigResult Result)> results) =>
        SpectrumOutcome.Warnings(
            results.SelectMany(entry => Verdicts(entry.Result).Concat(entry.Result.Warnings)
                .Select(warning => (SpectrumOutcome.Prefix(entry.Item, results.Length), warning))),
            "violates-kramers-kronig",
            "drift");

    private static IEnumerable<SpectrumWarning> Verdicts(KramersKronigResult result) => result.Verdict switch
    {
        KramersKronigVerdict.Inconsistent => [new SpectrumWarning("violates-kramers-kronig", result.Statement)],
        KramersKronigVerdict.SmallDeviations => [new SpectrumWarning("small-deviations", result.Statement)],
        _ => [],
    };

    private static string Words(KramersKronigVerdict verdict) => verdict switch
    {
        KramersKronigVerdict.Consistent => "consistent",
        KramersKronigVerdict.SmallDeviations => "small deviations",
        _ => "inconsistent",
    };
}
