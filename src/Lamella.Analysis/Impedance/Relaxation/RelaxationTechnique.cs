using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The technique <c>relaxation-times</c>: distribution of relaxation times, processes with areas, suggested circuit.</summary>
public sealed class RelaxationTechnique : IAnalysisTechnique
{
    private const string Method = "method", Sign = "sign", Weighting = "weighting", Criterion = "criterion", Most = "most-processes";

    /// <inheritdoc/>
    public string Name => "relaxation-times";

    /// <inheritdoc/>
    public string Summary => "Distribution of relaxation times of an impedance spectrum: processes with resistance and capacitance, and the circuit they suggest.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Choice(Method, "how the curve is drawn: processes and smooth rest, smooth alone, or the mean of all that describe the data", ["combined", "regularised", "bayesian"], "combined"),
        TechniqueOption.Choice(Sign, "whether processes may be negative (inductive loops)", ["automatic", "non-negative", "either"], "automatic"),
        TechniqueOption.Choice(Weighting, "how the noise depends on |Z|", ["automatic", "uniform", "modulus"], "automatic"),
        TechniqueOption.Choice(Criterion, "how the regularisation parameter is chosen", ["evidence", "cross-validation"], "evidence"),
        TechniqueOption.Number(Most, "most processes to look for", 1.0, 12.0, 8.0),
        CommonOptions.Area,
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
        ["data/measurements/spectrum.csv", "data/measurements/spectrum.csv --area \"1.13 +- 0.02 cm2\" --method bayesian --json"];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new RelaxationOptions
        {
            Method = settings.Words(Method) switch
            {
                "regularised" => RelaxationMethod.Regularised,
                "bayesian" => RelaxationMethod.Bayesian,
                _ => RelaxationMethod.Combined,
            },
            Sign = settings.Words(Sign) switch
            {
                "non-negative" => RelaxationSign.NonNegative,
                "either" => RelaxationSign.EitherSign,
                _ => RelaxationSign.Automatic,
            },
            Weighting = settings.Words(Weighting) switch
            {
                "uniform" => RelaxationWeighting.Uniform,
                "modulus" => RelaxationWeighting.Modulus,
                _ => RelaxationWeighting.Automatic,
            },
            Criterion = settings.Words(Criterion) == "evidence" ? RegularisationCriterion.Evidence : RegularisationCriterion.CrossValidation,
            MostProcesses = (int)settings.Number(Most),
        };
        (var results, ImmutableArray<OutcomeWarning> leftOut) = SpectrumOutcome.Analyse(measurements, spectrum => RelaxationAnalysis.Run(spectrum, options), cancellation);
        AnalysisOutcome outcome = Compose(results, settings.Measure(CommonOptions.Area.Name));
        return outcome with { Warnings = [.. leftOut, .. outcome.Warnings] };
    }

    private static AnalysisOutcome Compose(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results, Quantity? area) => new()
    {
        Method = "relaxation-times/1",
        Title = results.Length == 1
            ? $"{results[0].Result.Peaks.Length} processes; suggested circuit {results[0].Result.Circuit.Text}"
            : $"Relaxation times of {results.Length} spectra",
        Quantities = results.Length > SpectrumOutcome.MostNamed ? [] : [.. results.SelectMany((entry, i) => Quantities(entry.Item, entry.Result, area, i, results.Length))],
        Tables = results.Length == 1 ? [Processes(results), Circuits(results)] : [Spectra(results), Processes(results), Circuits(results)],
        Figures = RelaxationFigures.Of(results),
        Warnings = [.. SpectrumOutcome.Warnings(
            results.SelectMany(entry => entry.Result.Warnings.Select(warning => (SpectrumOutcome.Prefix(entry.Item, results.Length), warning))), "negative-process")],
        CannotSay =
        [
            "Which process is which: time constants and capacitances suggest it, experiments that change one process alone (temperature, area, state of charge) show it.",
            "Whether one broad process is one or several that are closer than the noise lets one tell.",
            "Processes faster or slower than the measured frequencies.",
        ],
        Basis =
        [
            "Z = R∞ + jωL + 1/(Q(jω)ⁿ) + Σ R/(1 + (jωτ)ⁿ)^β, as many processes as the criterion of Schwarz pays for (Ann. Stat. 6 (1978) 461, doi 10.1214/aos/1176344136); areas and uncertainties from that fit.",
            results[0].Result.Method switch
            {
                RelaxationMethod.Combined => "Curve: that of the processes and the smoothest deviation from it; regularisation by evidence (MacKay, Neural Comput. 4 (1992) 415, doi 10.1162/neco.1992.4.3.415).",
                RelaxationMethod.Regularised => "Curve: the smoothest that describes the data (Saccoccio et al., Electrochim. Acta 147 (2014) 470, doi 10.1016/j.electacta.2014.09.058); its band is that of the noise alone.",
                _ => "Curve: mean and 95 % band of draws of processes, smooth deviations, their smoothness and the noise from their probability given the data (MacKay, Neural Comput. 4 (1992) 415, doi 10.1162/neco.1992.4.3.415).",
            },
        ],
    };

    private static IEnumerable<FoundQuantity> Quantities(NamedMeasurement item, RelaxationResult result, Quantity? area, int index, int count)
    {
        string end = SpectrumOutcome.Suffix(index), prefix = SpectrumOutcome.Prefix(item, count);
        yield return FoundQuantity.FromSi("series_resistance" + end, prefix + "Series resistance R∞", "ohm", result.SeriesResistance, result.SeriesResistanceStandardUncertainty);
        yield return FoundQuantity.FromSi("polarisation_resistance" + end, prefix + "Sum of the processes", "ohm", result.PolarisationResistance, result.PolarisationResistanceStandardUncertainty);
        for (int k = 0; k < result.Peaks.Length; k++)
        {
            RelaxationPeakRecord peak = result.Peaks[k];
            string key = string.Create(CultureInfo.InvariantCulture, $"process_{k + 1}{end}");
            string name = string.Create(CultureInfo.InvariantCulture, $"{prefix}Process {k + 1} at {peak.Frequency:G3} Hz");
            yield return FoundQuantity.FromSi("resistance_of_" + key, name, "ohm", peak.Area, peak.AreaStandardUncertainty, peak.AreaLower, peak.AreaUpper) with
            {
                Meaning = string.Create(CultureInfo.InvariantCulture, $"effective capacitance {peak.Capacitance:G3} F"),
            };
            if (area is not null)
            {
                yield return PerArea("areal_resistance_of_" + key, name + ", times area", peak, area);
            }
        }

        if (result.Inductance != 0.0)
        {
            yield return FoundQuantity.FromSi("series_inductance" + end, prefix + "Series inductance", "uH", result.Inductance);
        }
    }

    private static FoundQuantity PerArea(string key, string name, RelaxationPeakRecord peak, Quantity area)
    {
        double relative = double.Hypot(peak.AreaStandardUncertainty / peak.Area, area.Uncertainty / area.Value);
        double value = peak.Area * area.InSi;
        return FoundQuantity.FromSi(key, name, "ohm*cm2", value, Math.Abs(value * relative));
    }

    private static OutcomeTable Spectra(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results) => new(
        "Spectra",
        [new("Spectrum"), new("Processes"), new("R∞", "ohm"), new("u(R∞)", "ohm"), new("Sum of the processes", "ohm"), new("u(sum)", "ohm"), new("Inductance", "H"), new("Scatter", "%")],
        [
            .. results.Select(entry => ImmutableArray.Create<OutcomeCell>(
                entry.Item.Title,
                (double)entry.Result.Peaks.Length,
                entry.Result.SeriesResistance,
                entry.Result.SeriesResistanceStandardUncertainty > 0.0 ? entry.Result.SeriesResistanceStandardUncertainty : double.NaN,
                entry.Result.PolarisationResistance,
                entry.Result.PolarisationResistanceStandardUncertainty,
                entry.Result.Inductance,
                100.0 * entry.Result.RelativeScatter)),
        ]);

    private static OutcomeTable Processes(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results) => new(
        "Processes, fastest first",
        [new("Spectrum"), new("τ", "s"), new("Frequency", "Hz"), new("Resistance", "ohm"), new("Standard uncertainty", "ohm"), new("Shape"), new("n"), new("β"), new("Capacitance", "F"), new("At the edge")],
        [
            .. results.SelectMany(entry => entry.Result.Peaks.Select(peak => ImmutableArray.Create<OutcomeCell>(
                entry.Item.Title,
                peak.TimeConstant,
                peak.Frequency,
                peak.Area,
                peak.AreaStandardUncertainty,
                Words(peak.Shape),
                peak.Exponent,
                peak.Skew,
                peak.Capacitance,
                peak.IsAtEdge ? "yes" : "no"))),
        ]);

    private static string Words(RelaxationShape shape) => shape switch
    {
        RelaxationShape.SkewedArc => "skewed arc",
        RelaxationShape.Diffusion => "diffusion",
        _ => "arc",
    };

    private static OutcomeTable Circuits(ImmutableArray<(NamedMeasurement Item, RelaxationResult Result)> results) => new(
        "Suggested circuits",
        [new("Spectrum"), new("Circuit"), new("Values in SI")],
        [
            .. results.Select(entry => ImmutableArray.Create<OutcomeCell>(
                entry.Item.Title,
                entry.Result.Circuit.Text,
                string.Join("; ", entry.Result.Circuit.Values.Select(element =>
                    element.Name + " " + string.Join(", ", element.Values.Select(value => value.ToString("G5", CultureInfo.InvariantCulture))))))),
        ]);
}
