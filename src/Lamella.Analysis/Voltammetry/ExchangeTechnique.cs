using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Voltammetry;

/// <summary>The technique <c>exchange-current</c>: exchange current density from the resistance of charge transfer.</summary>
public sealed class ExchangeTechnique : IAnalysisTechnique
{
    private const string ChargeTransfer = "charge-transfer", Film = "film", Faces = "faces";

    /// <inheritdoc/>
    public string Name => "exchange-current";

    /// <inheritdoc/>
    public string Summary => "Exchange current density from the resistance of charge transfer in an impedance, with and without the arc of a film.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public bool RunsWithoutMeasurement => true;

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        CommonOptions.Temperature,
        TechniqueOption.Measure(ChargeTransfer, "resistance of charge transfer of all faces in series", QuantityRule.Like("90.8 ± 0.5 ohm").Above("0 ohm")),
        TechniqueOption.Measure(Film, "resistance of films of all faces in series, for the comparison", QuantityRule.Like("20 ± 1 ohm").Above("0 ohm")),
        TechniqueOption.Choice(Faces, "equal faces in series: 1 against a reference electrode, 2 in a symmetric cell", ["1", "2"]),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "--charge-transfer \"90.8 +- 0.5 ohm\" --area \"1.131 cm2 +- 0.01 cm2\" --temperature \"70 degC\" --faces 2",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Quantity area = settings.Require(CommonOptions.Area.Name, "an exchange current density is a current per area");
        Quantity temperature = settings.Require(CommonOptions.Temperature.Name, "the relation i₀ = RT/(F·R·A) needs it");
        Quantity charge = settings.Require(ChargeTransfer, "the exchange current density follows from it");
        int faces = settings.Words(Faces) switch
        {
            "1" => 1,
            "2" => 2,
            _ => throw new Core.Errors.InputException(Core.Errors.InputPlace.Whole("--" + Faces), "is missing: one face or two make a factor of two.", "1 or 2", "Write --faces 2 for a symmetric cell."),
        };
        return Of(Uncertain.Of(charge), settings.Measure(Film) is { } film ? Uncertain.Of(film) : null, Uncertain.Of(area), Uncertain.Of(temperature), faces);
    }

    private static AnalysisOutcome Of(Uncertain charge, Uncertain? film, Uncertain area, Uncertain temperature, int faces)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(Exchange("exchange_current", "Exchange current density, charge transfer alone", charge, area, temperature, faces));
        found.Add(FoundQuantity.FromSi("charge_transfer", "Resistance of charge transfer of one face", "ohm cm2", charge.Value * area.Value / faces, charge.Value * area.Value / faces * Relative(charge, area)));
        if (film is { } given)
        {
            var both = new Uncertain(charge.Value + given.Value, Math.Sqrt((charge.Uncertainty * charge.Uncertainty) + (given.Uncertainty * given.Uncertainty)));
            found.Add(Exchange("apparent_exchange_current_with_film", "Apparent exchange current density, film and charge transfer together", both, area, temperature, faces) with
            {
                Meaning = "what follows where the arc of the film is taken for charge transfer too; too small for a rate of reaction",
            });
        }

        return new AnalysisOutcome
        {
            Method = "exchange-current/1",
            Title = "Exchange current density from the resistance of charge transfer",
            Quantities = found.ToImmutable(),
            CannotSay = ["The transfer coefficient does not enter at equilibrium and is not known from it.", "Which arc is charge transfer and which a film, its capacitance and its dependence on temperature can tell; a single spectrum often cannot."],
            Basis = [FormattableString.Invariant($"i₀ = {faces}·RT/(F·R_ct·A), the slope of the law of Butler and Volmer at equilibrium; Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 8.")],
        };
    }

    private static FoundQuantity Exchange(string key, string name, Uncertain resistance, Uncertain area, Uncertain temperature, int faces)
    {
        double value = KineticsMethods.FromChargeTransferResistance(resistance.Value * area.Value, faces, temperature.Value);
        double share = Math.Sqrt(Math.Pow(Relative(resistance, area), 2.0) + Math.Pow(temperature.Uncertainty / temperature.Value, 2.0));
        return FoundQuantity.FromSi(key, name, "mA/cm2", value, value * share);
    }

    private static double Relative(Uncertain first, Uncertain second) =>
        Math.Sqrt(Math.Pow(first.Uncertainty / first.Value, 2.0) + Math.Pow(second.Uncertainty / second.Value, 2.0));
}
