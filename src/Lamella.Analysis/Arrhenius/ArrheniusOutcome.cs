using System.Collections.Immutable;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Says what a temperature series found.</summary>
internal static class ArrheniusOutcome
{
    /// <summary>Makes the outcome.</summary>
    internal static AnalysisOutcome Of(
        TemperatureResult result, ArrheniusOptions options, double predictAt, string part,
        ImmutableArray<(string Title, ConductivityResult Result)> results, ImmutableArray<double> fromNames)
    {
        string form = options.Form == ConductivityForm.SigmaT ? "ln(σT) over 1/T" : "ln σ over 1/T";
        ImmutableArray<(string Title, CircuitFitResult Fit)> fits = [.. results.Select(one => (one.Title, one.Result.Fit))];
        return new AnalysisOutcome
        {
            Method = "arrhenius/1",
            Title = FormattableString.Invariant($"Activation energy of the {(part == "stated" ? string.Empty : part + " ")}conductivity from {form}, {result.Points.Length} temperatures"),
            Quantities = Quantities(result, predictAt, part, results),
            Tables =
            [
                Laws(result), Points(result, results),
                .. results.IsEmpty ? ImmutableArray<OutcomeTable>.Empty : [ConductivityOutcome.Assignment(results[0].Title, results[0].Result), CircuitOutcome.Series(fits), CircuitOutcome.Quality(fits)],
            ],
            Figures = [Line(result, options), .. results.IsEmpty ? ImmutableArray<OutcomeFigure>.Empty : [SpectrumFigures.Nyquist(fits)]],
            Warnings = Warnings(result, predictAt, results, fromNames),
            CannotSay =
            [
                "σT and σ give activation energies that differ by about R·T, 2.5 kJ/mol or 0.026 eV at room temperature; compare like with like.",
                "Whether the law holds outside the measured temperatures.",
            ],
            Basis =
            [
                $"{result.Arrhenius.Formula}, least squares in ln σ, {(options.Weighting == PointWeighting.Weighted ? "weights (σ/u)²" : "every point alike")}; covariance s²(JᵀJ)⁻¹.",
                "AICc compares the laws for the same ln σ; another law than Arrhenius' is preferred where it is better by more than two units.",
                .. results.IsEmpty ? ImmutableArray<string>.Empty : ConductivityOutcome.Basis(results[0].Result),
            ],
        };
    }

    private static ImmutableArray<FoundQuantity> Quantities(TemperatureResult result, double predictAt, string part, ImmutableArray<(string Title, ConductivityResult Result)> results)
    {
        LawParameter energy = result.Arrhenius["E"];
        string form = result.Arrhenius.PowerOfTemperature > 0.0 ? "σT" : "σ";
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(Energy("activation_energy", $"Activation energy of {form}", energy, "eV") with { Meaning = $"slope of ln({form}) over 1/T; E/F of the value in J/mol" });
        found.Add(Energy("activation_energy_molar", $"Activation energy of {form}, per mole", energy, "kJ/mol"));
        LawParameter prefactor = result.Arrhenius["ln A"];
        found.Add(FoundQuantity.FromSi("log_prefactor", $"ln of the prefactor A in {(form == "σT" ? "S·K/cm" : "S/cm")}", "1", prefactor.Value - Math.Log(100.0), prefactor.Uncertainty, prefactor.Low - Math.Log(100.0), prefactor.High - Math.Log(100.0)) with
        {
            Meaning = "the geometry's uncertainty is in it, and not in the activation energy",
        });
        foreach (LawParameter parameter in result.Preferred.Kind == TemperatureLawKind.Arrhenius ? [] : result.Preferred.Parameters.Skip(1))
        {
            string key = "preferred_" + parameter.Name.ToLowerInvariant().Replace(' ', '_');
            found.Add(parameter.Unit == "K"
                ? FoundQuantity.FromSi(key, $"{parameter.Name} of the preferred law", "K", parameter.Value, parameter.Uncertainty, parameter.Low, parameter.High)
                : Energy(key, $"{parameter.Name} of the preferred law", parameter, "eV"));
        }

        if (Predicted(result.Preferred, predictAt) is { } prediction)
        {
            double relative = prediction.RelativeUncertainty;
            Quantity value = new Quantity(prediction.Conductivity, Unit.Parse("S/m"), prediction.Conductivity * relative)
            {
                State = State(part, results), Temperature = predictAt,
            }.In("mS/cm");
            found.Add(new FoundQuantity("conductivity_predicted", FormattableString.Invariant($"Conductivity at {predictAt - PhysicalConstants.ZeroCelsius:G4} °C by the preferred law"), value)
            {
                Low = value.Value * Math.Exp(-1.959963984540054 * relative),
                High = value.Value * Math.Exp(1.959963984540054 * relative),
                Meaning = prediction.IsExtrapolated ? FormattableString.Invariant($"extrapolated by {prediction.Reach:P0} of the range in 1/T") : "within the measured temperatures",
            });
        }

        return found.ToImmutable();
    }

    private static ReferenceState State(string part, ImmutableArray<(string Title, ConductivityResult Result)> results) => part switch
    {
        "bulk" => ReferenceState.BulkPhase,
        "total" when !results.IsEmpty => results[0].Result.Total!.Value.State,
        "grain-boundary" => ReferenceState.Pellet,
        _ => ReferenceState.None,
    };

    private static FoundQuantity Energy(string key, string name, LawParameter energy, string unit) =>
        FoundQuantity.FromSi(key, name, unit, energy.Value, energy.Uncertainty, energy.Low, energy.High);

    private static LawPrediction? Predicted(TemperatureLawResult law, double temperature)
    {
        bool hasValue = law.Kind != TemperatureLawKind.Vogel || temperature > law["T0"].Value;
        return hasValue ? law.Predict(temperature) : null;
    }

    private static OutcomeTable Laws(TemperatureResult result) => new(
        "Laws compared",
        [new("Law"), new("Parameters"), new("Sum of squares"), new("AICc"), new("R²"), new("Preferred")],
        [
            .. result.Laws.Select(law => ImmutableArray.Create<OutcomeCell>(
                law.Formula, string.Join("; ", law.Parameters.Select(Text)), law.SumOfSquares, law.Aicc, law.RSquared, law == result.Preferred ? "yes" : string.Empty)),
        ]);

    private static string Text(LawParameter parameter) => parameter.Unit switch
    {
        "J/mol" => FormattableString.Invariant($"{parameter.Name} = {parameter.Value / PhysicalConstants.Faraday:F4} ± {parameter.Uncertainty / PhysicalConstants.Faraday:F4} eV"),
        "K" => FormattableString.Invariant($"{parameter.Name} = {parameter.Value:F1} ± {parameter.Uncertainty:F1} K"),
        _ => FormattableString.Invariant($"{parameter.Name} = {parameter.Value:F3} ± {parameter.Uncertainty:F3}"),
    };

    private static OutcomeTable Points(TemperatureResult result, ImmutableArray<(string Title, ConductivityResult Result)> results) => new(
        "Conductivities",
        [new("Spectrum"), new("Temperature", "degC"), new("Conductivity", "S/cm"), new("u, random", "S/cm"), new("u, common", "%"), new("Deviation from the preferred law", "%")],
        [
            .. result.Points.Select((point, k) => ImmutableArray.Create<OutcomeCell>(
                results.IsEmpty ? "stated" : results[k].Title, point.Temperature - PhysicalConstants.ZeroCelsius, point.Conductivity / 100.0,
                point.Uncertainty > 0.0 ? point.Uncertainty / 100.0 : double.NaN, point.CommonUncertainty > 0.0 ? 100.0 * point.CommonUncertainty : double.NaN,
                100.0 * ((point.Conductivity / result.Preferred.Predict(point.Temperature).Conductivity) - 1.0))),
        ]);

    private static OutcomeFigure Line(TemperatureResult result, ArrheniusOptions options)
    {
        double power = options.Form == ConductivityForm.SigmaT ? 1.0 : 0.0;
        double cold = 1000.0 / result.Arrhenius.LowestTemperature, hot = 1000.0 / result.Arrhenius.HighestTemperature;
        double[] x = [.. Enumerable.Range(0, 61).Select(k => hot + ((cold - hot) * k / 60.0))];
        double Plotted(double temperature, double conductivity) => conductivity / 100.0 * Math.Pow(temperature, power);
        ImmutableArray<double> Values(TemperatureLawResult law) => [.. x.Select(one => Plotted(1000.0 / one, law.Predict(1000.0 / one).Conductivity))];
        double[] spread = [.. x.Select(one => 1.959963984540054 * result.Preferred.Predict(1000.0 / one).RelativeUncertainty)];
        ImmutableArray<double> middle = Values(result.Preferred);
        return new OutcomeFigure("Conductivity over inverse temperature", new OutcomeAxis("1000/T", "1/K"), power > 0.0 ? new OutcomeAxis("σT", "S·K/cm", Logarithmic: true) : new OutcomeAxis("σ", "S/cm", Logarithmic: true),
            [
                new OutcomeCurve("95 % band", OutcomeMark.Band, [.. x], middle)
                {
                    Low = [.. middle.Select((value, k) => value * Math.Exp(-spread[k]))], High = [.. middle.Select((value, k) => value * Math.Exp(spread[k]))],
                },
                .. result.Laws.Select(law => new OutcomeCurve(law.Formula, law == result.Preferred ? OutcomeMark.Line : OutcomeMark.Dashed, [.. x], Values(law))),
                new OutcomeCurve("measured", OutcomeMark.Measured, [.. result.Points.Select(point => 1000.0 / point.Temperature)], [.. result.Points.Select(point => Plotted(point.Temperature, point.Conductivity))]),
            ])
        {
            Caption = $"Line and band: {result.Preferred.Formula}, the law that the data support; dashed: the others.",
        };
    }

    private static ImmutableArray<OutcomeWarning> Warnings(
        TemperatureResult result, double predictAt, ImmutableArray<(string Title, ConductivityResult Result)> results, ImmutableArray<double> fromNames)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        warnings.AddRange(result.Warnings.Select(warning => new OutcomeWarning(warning.Code, WarningLevel.Caution, warning.Text)));
        LawPrediction? prediction = Predicted(result.Preferred, predictAt);
        if (prediction is null)
        {
            warnings.Add(new OutcomeWarning("no-prediction", WarningLevel.Caution, FormattableString.Invariant($"The preferred law has no conductivity at {predictAt:G4} K, which is below its T0.")));
        }
        else if (prediction.IsBeyondSupport)
        {
            warnings.Add(new OutcomeWarning("beyond-support", WarningLevel.Serious, FormattableString.Invariant(
                $"The conductivity at {predictAt - PhysicalConstants.ZeroCelsius:G4} °C is extrapolated by {prediction.Reach:P0} of the measured range in 1/T; its interval holds only if the law does.")));
        }

        if (!fromNames.IsEmpty)
        {
            warnings.Add(new OutcomeWarning("temperatures-from-names", WarningLevel.Notice,
                FormattableString.Invariant($"The temperatures were read from the names of the files: {string.Join(", ", fromNames.Select(kelvin => (kelvin - PhysicalConstants.ZeroCelsius).ToString("G4", System.Globalization.CultureInfo.InvariantCulture)))} °C.")));
        }

        return [.. warnings, .. results.IsEmpty ? [] : ConductivityOutcome.Warnings(results)];
    }
}
