using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Conductivity;

/// <summary>The technique <c>conductivity</c>: conductivities of bulk, boundaries and the whole sample from impedance spectra.</summary>
public sealed class ConductivityTechnique : IAnalysisTechnique
{
    /// <inheritdoc/>
    public string Name => "conductivity";

    /// <inheritdoc/>
    public string Summary => "Ionic conductivity from impedance with blocking or reversible electrodes: bulk, grain boundary and total, with the uncertainty of the geometry.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options => [.. SampleSettings.Options, CommonOptions.Temperature, .. CircuitSettings.Options];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "examples/impedance/pellet-20degC.csv --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\" --thickness \"1.02 +- 0.01 mm\" --diameter \"12 +- 0.05 mm\" --temperature \"20 degC\"",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SampleGeometry geometry = SampleSettings.Geometry(settings);
        var warnings = new List<OutcomeWarning>();
        Circuit circuit = CircuitSettings.Single(settings, measurements, warnings);
        ConductivityOptions options = SampleSettings.Read(settings, settings.Measure(CommonOptions.Temperature.Name)?.InSi);
        ImmutableArray<CircuitFitResult> fits = CircuitBatch.Run(
            circuit, [.. measurements.Select(item => (Spectrum)item.Measurement)], CircuitSettings.Fit(settings, circuit, measurements), Environment.ProcessorCount, cancellation: cancellation);
        AnalysisOutcome outcome = ConductivityOutcome.Of([.. measurements.Zip(fits, (item, fit) => (item.Title, ConductivityAnalysis.Run(fit, geometry, options)))]);
        return outcome with { Warnings = [.. warnings, .. outcome.Warnings] };
    }
}
