using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Transference;

/// <summary>The technique <c>transference</c>: current ratio and Newman number of a polarised symmetric cell.</summary>
public sealed class TransferenceTechnique : IAnalysisTechnique
{
    private const string Voltage = "voltage", Initial = "initial-current", Steady = "steady-current";
    private const string Before = "interface-before", After = "interface-after", Bulk = "electrolyte-resistance", CircuitText = "circuit";
    private const string Conductivity = "conductivity", Diffusivity = "diffusivity", Concentration = "concentration", Thermodynamic = "thermodynamic-factor";

    /// <inheritdoc/>
    public string Name => "transference";

    /// <inheritdoc/>
    public string Summary => "Current ratio and Newman number of a symmetric lithium cell that is polarised to its steady state (Bruce and Vincent).";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.TimeSeries, MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public bool RunsWithoutMeasurement => true;

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Measure(Voltage, "voltage that was held; without it, the one in the record", QuantityRule.Like("10 ± 0.02 mV").Above("-1 V").Below("1 V")),
        TechniqueOption.Measure(Initial, "current before any concentration difference has built up; without it, extrapolated from the record", QuantityRule.Like("21.4 ± 0.4 uA")),
        TechniqueOption.Measure(Steady, "current of the steady state; without it, extrapolated from the record", QuantityRule.Like("6.85 ± 0.05 uA")),
        TechniqueOption.Measure(Before, "interfacial resistance of both electrodes before the hold, without the bulk; without it, from the first spectrum", QuantityRule.Like("168 ± 4 ohm").AtLeast("0 ohm")),
        TechniqueOption.Measure(After, "interfacial resistance of both electrodes in the steady state, without the bulk; without it, from the last spectrum", QuantityRule.Like("181 ± 4 ohm").AtLeast("0 ohm")),
        TechniqueOption.Measure(Bulk, "ohmic resistance of the electrolyte, to check the initial current by Ohm's law", QuantityRule.Like("300 ± 5 ohm").Above("0 ohm")),
        TechniqueOption.Words(CircuitText, "circuit for the spectra, such as R0-p(R1,CPE1)-W1; without it, one is chosen"),
        TechniqueOption.Measure(Conductivity, "conductivity of the electrolyte phase, for the transference number", QuantityRule.Like("0.913 S/m").Above("0 S/m")),
        TechniqueOption.Measure(Diffusivity, "diffusivity of the salt, for the transference number", QuantityRule.Like("2.89e-10 m2/s").Above("0 m2/s")),
        TechniqueOption.Measure(Concentration, "concentration of the salt, for the transference number", QuantityRule.Like("1 mol/L").Above("0 mol/L")),
        TechniqueOption.Number(Thermodynamic, "thermodynamic factor of the salt, for the transference number", 0.01, 100.0),
        CommonOptions.Temperature,
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "--voltage \"10 +- 0.02 mV\" --initial-current \"21.4 +- 0.4 uA\" --steady-current \"6.85 +- 0.05 uA\" --interface-before \"168 +- 4 ohm\" --interface-after \"181 +- 4 ohm\"",
        "data/measurements/polarisation.bdf.csv data/measurements/polarisation.spectra.csv",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        PolarisationHold? hold = LongestHold(measurements);
        if (hold is null && measurements.Any(item => item.Kind == MeasurementKind.TimeSeries) && !(settings.Has(Initial) && settings.Has(Steady)))
        {
            throw new InputException(
                InputPlace.Whole(measurements[0].File), "no record holds a voltage that drives a current for at least ten samples.",
                "a polarisation at constant voltage", $"Name the record of the polarisation, or state --{Initial} and --{Steady}.");
        }

        PolarisationCurrents? currents = hold is null || (settings.Has(Initial) && settings.Has(Steady)) ? null : PolarisationCurrents.Of(hold, cancellation);
        TransferenceSpectra spectra = Spectra(measurements, settings, cancellation);
        var options = new BruceVincentOptions
        {
            Voltage = Taken(settings, Voltage, hold is null ? null : new Uncertain(hold.Voltage, hold.VoltageUncertainty)),
            InitialCurrent = Taken(settings, Initial, currents?.Initial),
            SteadyCurrent = Taken(settings, Steady, currents?.Steady),
            InterfaceBefore = spectra.Before?.InterfaceResistance
                ?? Uncertain.Of(settings.Require(Before, "the formula needs the interfacial resistance before the hold, and no spectrum shows it")),
            InterfaceAfter = spectra.After?.InterfaceResistance
                ?? Uncertain.Of(settings.Require(After, "the formula needs the interfacial resistance in the steady state, and no spectrum shows it")),
            Electrolyte = settings.Measure(Bulk) is { } bulk ? Uncertain.Of(bulk)
                : spectra.Before is { ElectrolyteResistance.Value: > 0.0 } before ? before.ElectrolyteResistance : null,
        };
        return TransferenceOutcome.Of(BruceVincentMethod.Evaluate(options, cancellation), options, currents, spectra, Salt(settings));
    }

    /// <summary>Takes the first spectrum for the state before the hold and the last for the steady state, unless the resistances are stated.</summary>
    private static TransferenceSpectra Spectra(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation)
    {
        NamedMeasurement[] given = [.. measurements.Where(item => item.Kind == MeasurementKind.Spectrum)];
        Circuit? circuit = settings.Has(CircuitText) ? Circuit.Parse(settings.Words(CircuitText)) : null;
        InterfaceSpectrum? Fit(string stated, NamedMeasurement? item) =>
            settings.Has(stated) || item is null ? null : InterfaceSpectrum.Of((Spectrum)item.Measurement, circuit, cancellation);
        InterfaceSpectrum? before = Fit(Before, given.FirstOrDefault());
        return new TransferenceSpectra(before, given.Length == 1 && before is not null && !settings.Has(After) ? before : Fit(After, given.LastOrDefault()), given.Length);
    }

    private static PolarisationHold? LongestHold(ImmutableArray<NamedMeasurement> measurements) => measurements
        .Select(item => item.Measurement).OfType<TimeSeries>().Select(PolarisationHold.Find).OfType<PolarisationHold>()
        .OrderByDescending(found => found.Time[^1]).FirstOrDefault();

    private static Uncertain Taken(TechniqueSettings settings, string name, Uncertain? found) =>
        settings.Measure(name) is { } given ? Uncertain.Of(given)
            : found ?? Uncertain.Of(settings.Require(name, "no record of a polarisation at constant voltage was given from which it could be read"));

    /// <summary>Reads what turns a Newman number into a transference number; null where any of it is missing.</summary>
    private static SaltProperties? Salt(TechniqueSettings settings) =>
        settings.Measure(Conductivity) is { } kappa && settings.Measure(Diffusivity) is { } diffusivity && settings.Measure(Concentration) is { } concentration
        && settings.Has(Thermodynamic) && settings.Measure(CommonOptions.Temperature.Name) is { } temperature
            ? new SaltProperties(kappa.InSi, diffusivity.InSi, concentration.InSi, settings.Number(Thermodynamic), temperature.InSi) : null;
}
