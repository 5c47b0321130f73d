using System.Collections.Immutable;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Arrhenius;

/// <summary>The technique <c>arrhenius</c>: from spectra over temperature to conductivities and the activation energy, in one go.</summary>
public sealed class ArrheniusTechnique : IAnalysisTechnique
{
    private const string Temperatures = "temperatures";
    private const string Point = "point";
    private const string Form = "form";
    private const string Weights = "point-weights";
    private const string Part = "part";
    private const string Predict = "predict";

    /// <inheritdoc/>
    public string Name => "arrhenius";

    /// <inheritdoc/>
    public string Summary => "Activation energy from spectra of a temperature series, or from conductivities: Arrhenius, Vogel and a line with a bend compared.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public bool RunsWithoutMeasurement => true;

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Words(Temperatures, "temperatures of the spectra in their order, such as \"0 degC, 20 degC\"; without it, those in the names of the files"),
        TechniqueOption.Words(Point, "a conductivity that is known, such as \"25 degC = 1.2e-4 +- 2e-6 S/cm\"; instead of spectra") with { AllowsMany = true },
        TechniqueOption.Choice(Form, "what follows the law: sigma times T, or sigma", ["sigma-t", "sigma"], "sigma-t"),
        TechniqueOption.Choice(Weights, "whether points weigh alike or by their uncertainties", ["alike", "by-uncertainty"], "alike"),
        TechniqueOption.Choice(Part, "which conductivity", ["total", "bulk", "grain-boundary"], "total"),
        TechniqueOption.Measure(Predict, "temperature at which the conductivity is given", QuantityRule.Like("25 degC").Above("0 K").AtMost("2000 K"), "25 degC"),
        .. SampleSettings.Options,
        .. CircuitSettings.Options,
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "examples/impedance --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\" --thickness \"1.02 +- 0.01 mm\" --diameter \"12 +- 0.05 mm\"",
        "--point \"0 degC = 2.1e-5 S/cm\" --point \"25 degC = 8.9e-5 S/cm\" --point \"50 degC = 2.9e-4 S/cm\" --point \"75 degC = 7.8e-4 S/cm\"",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new ArrheniusOptions
        {
            Form = settings.Words(Form) == "sigma" ? ConductivityForm.Sigma : ConductivityForm.SigmaT,
            Weighting = settings.Words(Weights) == "by-uncertainty" ? PointWeighting.Weighted : PointWeighting.Unweighted,
        };
        double at = settings.Measure(Predict)!.InSi;
        if (measurements.IsEmpty || settings.Has(Point))
        {
            ImmutableArray<ConductivityPoint> stated = Stated(settings, measurements.Length);
            return ArrheniusOutcome.Of(TemperatureAnalysis.Run(stated, options), options, at, "stated", [], []);
        }

        var warnings = new List<OutcomeWarning>();
        ImmutableArray<(string Title, ConductivityResult Result)> results = Conductivities(measurements, settings, warnings, cancellation, out ImmutableArray<double> kelvins);
        string part = settings.Words(Part);
        ImmutableArray<ConductivityPoint> points =
        [
            .. results.Zip(kelvins, (one, kelvin) => Of(one.Title, one.Result, part, kelvin)),
        ];
        AnalysisOutcome outcome = ArrheniusOutcome.Of(TemperatureAnalysis.Run(points, options), options, at, part, results, settings.Has(Temperatures) ? [] : kelvins);
        return outcome with { Warnings = [.. warnings, .. outcome.Warnings] };
    }

    private static InputException Fault(string option, string problem, string allowed, string remedy) => new(InputPlace.Whole("--" + option), problem, allowed, remedy);

    private static ImmutableArray<(string Title, ConductivityResult Result)> Conductivities(
        ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, List<OutcomeWarning> warnings, CancellationToken cancellation, out ImmutableArray<double> kelvins)
    {
        SampleGeometry geometry = SampleSettings.Geometry(settings);
        Circuit circuit = CircuitSettings.Single(settings, measurements, warnings);
        double[] known = Known(measurements, settings);
        int[] order = [.. Enumerable.Range(0, known.Length).OrderBy(k => known[k])]; // neighbours in temperature are alike
        kelvins = [.. order.Select(k => known[k])];
        ImmutableArray<CircuitFitResult> fits = CircuitBatch.Run(
            circuit, [.. order.Select(k => (Spectrum)measurements[k].Measurement)], CircuitSettings.Fit(settings, circuit, measurements), Environment.ProcessorCount, cancellation: cancellation);
        return [.. order.Select((k, i) => (measurements[k].Title, ConductivityAnalysis.Run(fits[i], geometry, SampleSettings.Read(settings, known[k]))))];
    }

    private static double[] Known(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings)
    {
        if (!settings.Has(Temperatures))
        {
            return
            [
                .. measurements.Select(item => FromNames(item) ?? throw Fault(
                    Temperatures, $"is missing: '{item.Title}' is not named after one temperature.", "a name with one temperature, such as pellet-20degC.csv",
                    "State the temperatures in the order of the files: --temperatures \"0 degC, 20 degC, 40 degC\".")),
            ];
        }

        string[] words = settings.Words(Temperatures).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != measurements.Length)
        {
            throw Fault(
                Temperatures, FormattableString.Invariant($"names {words.Length} temperatures for {measurements.Length} spectra: {string.Join(", ", measurements.Take(5).Select(item => item.Title))}."),
                "one temperature per spectrum, in their order", "Name files in the order of the temperatures.");
        }

        return
        [
            .. words.Select(word => TemperatureText.Read(word) ?? throw Fault(
                Temperatures, $"'{word}' is no temperature above 0 K.", "a temperature with its unit, such as 20 degC or 293 K", "Write units, and commas between temperatures.")),
        ];
    }

    /// <summary>The temperature that a measurement, its file, or the folder of a result is named after.</summary>
    private static double? FromNames(NamedMeasurement item) =>
        TemperatureText.Find(item.Name) ?? TemperatureText.Find(Path.GetFileName(item.File)) ?? TemperatureText.Find(Path.GetFileName(Path.GetDirectoryName(item.File)) ?? string.Empty);

    private static ConductivityPoint Of(string title, ConductivityResult result, string part, double kelvin)
    {
        SampleConductivity? wanted = part switch { "bulk" => result.Bulk, "grain-boundary" => result.GrainBoundary, _ => result.Total };
        if (wanted is null)
        {
            throw new InputException(
                InputPlace.Whole(title), $"no resistance of the circuit was taken for the {(part == "total" ? "electrolyte" : part)}.", "a circuit whose arcs can be assigned",
                "Say what a resistance belongs to, for example with --assign R1=bulk.");
        }

        double common = Math.Sqrt(Math.Pow(result.Geometry.ThicknessUncertainty / result.Geometry.Thickness, 2) + Math.Pow(result.Geometry.AreaUncertainty / result.Geometry.Area, 2));
        return new ConductivityPoint(kelvin, wanted.Value.InSi, wanted.RandomUncertainty, common);
    }

    private static ImmutableArray<ConductivityPoint> Stated(TechniqueSettings settings, int spectra)
    {
        if (spectra > 0)
        {
            throw Fault(Point, "is given beside spectra.", "spectra or conductivities", "Analyse one of them.");
        }

        ImmutableArray<string> texts = settings.Many(Point);
        return texts.IsEmpty
            ? throw Fault(Point, "is missing: there are neither spectra nor conductivities.", "files with spectra, or conductivities at three temperatures or more", "Name files, or write for example --point \"25 degC = 1.2e-4 S/cm\".")
            : [.. texts.Select(One)];
    }

    private static ConductivityPoint One(string text)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        double? kelvin = TemperatureText.Read(sides[0]);
        bool isRead = Quantity.TryParse(sides.Length == 2 ? sides[1] : string.Empty, out Quantity? sigma, out _)
            && sigma.Dimension == Unit.Parse("S/m").Dimension && sigma.InSi > 0.0;
        return isRead && kelvin is { } temperature
            ? new ConductivityPoint(temperature, sigma!.InSi, sigma.UncertaintyInSi)
            : throw Fault(Point, $"'{text}' cannot be used.", "a temperature and a conductivity above 0 with their units", "Write for example --point \"25 degC = 1.2e-4 +- 2e-6 S/cm\".");
    }
}
