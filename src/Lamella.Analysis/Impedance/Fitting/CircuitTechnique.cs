using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>The technique <c>circuit</c>: parameters of an equivalent circuit, of one spectrum or of a series.</summary>
public sealed class CircuitTechnique : IAnalysisTechnique
{
    private const string Joint = "joint";

    /// <inheritdoc/>
    public string Name => "circuit";

    /// <inheritdoc/>
    public string Summary => "Parameters of an equivalent circuit fitted to impedance spectra; several circuits are compared, several spectra are fitted in a row.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        .. CircuitSettings.Options,
        CommonOptions.Area,
        TechniqueOption.Words(Joint, "parameter that is the same in all spectra, such as CPE1.n; the spectra are then fitted together") with { AllowsMany = true },
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "examples/impedance/pellet-20degC.csv --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\"",
        "examples/impedance/pellet-20degC.csv",
        "examples/impedance/pellet-20degC.csv --circuit \"R0-p(R1,CPE1)-CPE2\" --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\"",
        "examples/impedance --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\" --joint CPE1.n --joint CPE2.n",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ImmutableArray<Circuit> circuits = CircuitSettings.Circuits(settings);
        string[] titles = [.. measurements.Select(item => item.Title)];
        ImmutableArray<Spectrum> spectra = [.. measurements.Select(item => (Spectrum)item.Measurement)];
        ImmutableArray<string> common = settings.Many(Joint);
        if (circuits.Length > 1)
        {
            return Compare(circuits, measurements, settings, common, cancellation);
        }

        var warnings = new List<OutcomeWarning>();
        Circuit circuit = CircuitSettings.Single(settings, measurements, warnings);
        CircuitFitOptions options = CircuitSettings.Fit(settings, circuit, measurements);
        ImmutableArray<CircuitFitResult> fits = common.IsEmpty
            ? CircuitBatch.Run(circuit, spectra, options, Environment.ProcessorCount, cancellation: cancellation)
            : JointFit.Run(circuit, spectra, common, options, cancellation);
        AnalysisOutcome outcome = CircuitOutcome.Of([.. titles.Zip(fits)], common);
        ImmutableArray<FoundQuantity> perArea = fits.Length == 1 && settings.Measure(CommonOptions.Area.Name) is { } area ? CircuitOutcome.PerArea(fits[0], area) : [];
        return outcome with { Quantities = [.. outcome.Quantities, .. perArea], Warnings = [.. warnings, .. outcome.Warnings] };
    }

    private static AnalysisOutcome Compare(
        ImmutableArray<Circuit> circuits, ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, ImmutableArray<string> common, CancellationToken cancellation)
    {
        if (measurements.Length != 1 || !common.IsEmpty)
        {
            throw CircuitSettings.Options[0].Error(
                FormattableString.Invariant($"is given {circuits.Length} times for {measurements.Length} spectra."), "several circuits for one spectrum, or one circuit for several spectra",
                "Compare circuits on one spectrum, then fit the series with the one you choose.");
        }

        var spectrum = (Spectrum)measurements[0].Measurement;
        ImmutableArray<CircuitFitResult> fits = [.. circuits.Select(circuit => CircuitFit.Run(circuit, spectrum, CircuitSettings.Fit(settings, circuit, measurements), cancellation))];
        ComparisonResult comparison = CircuitComparison.Compare(fits);
        AnalysisOutcome best = CircuitOutcome.Of([(measurements[0].Title, comparison.Ranking[0].Fit)], []);
        return best with { Tables = [.. CircuitOutcome.Comparison(comparison), .. best.Tables], Method = "circuit-comparison/1" };
    }
}
