using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Comparing;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Tests.Records.Comparing;

[Trait("Level", "unit")]
public sealed class RecordComparisonTests
{
    private const double Kelvin25 = 298.15, Kelvin60 = 333.15, ElectronVolt = 96485.33212331001;

    private const string Text = """
        source: me
        records:
          - { id: host25, system: a, quantity: ionic_conductivity, value: 0.5 mS/cm, state: effective in host, at: { temperature: 25 degC } }
          - { id: pellet25, system: b, quantity: ionic_conductivity, value: 0.26 mS/cm, state: pellet, at: { temperature: 25 degC } }
          - { id: host60, system: c, quantity: ionic_conductivity, value: 2.0(1) mS/cm, state: effective in host, at: { temperature: 60 degC, activation_energy: 0.3 eV } }
          - { id: silent60, system: d, quantity: ionic_conductivity, value: 1.0 mS/cm, state: effective in host, at: { temperature: 60 degC } }
          - { id: undated, system: e, quantity: ionic_conductivity, value: 1.0 mS/cm, state: effective in host }
          - { id: bound, system: f, quantity: ionic_conductivity, value: "> 0.1 mS/cm", state: effective in host, at: { temperature: 25 degC } }
          - { id: goal, system: g, quantity: ionic_conductivity, value: 1 mS/cm, state: effective in host, at: { temperature: 25 degC }, kind: target }
          - { id: again, system: a, quantity: ionic_conductivity, value: 0.50 mS/cm, state: effective in host, at: { temperature: 25 degC } }
          - { id: other60, system: h, quantity: ionic_conductivity, value: 3 mS/cm, state: pellet, at: { temperature: 60 degC } }
          - { id: energy-of-h, system: h, quantity: activation_energy, value: 0.4 eV }
        """;

    private static readonly RecordLibrary Library = RecordLibrary.ReadText("own.yaml", Text);

    [Fact]
    public void Of_AtOneTemperature_NormalisesOnlyWithAStatedEnergy()
    {
        RecordComparison result = At25(new ComparisonOptions { Temperature = Kelvin25 });
        ComparedValue moved = result.Groups.SelectMany(group => group.Values).Single(value => value.Source.Id == "host60");
        double factor = Math.Exp(0.3 * ElectronVolt / PhysicalConstants.GasConstant * ((1.0 / Kelvin60) - (1.0 / Kelvin25)));

        moved.Value.ShouldBe(0.2 * factor, 1e-12);
        moved.Low.ShouldBe(0.19 * factor, 1e-12);
        moved.High.ShouldBe(0.21 * factor * Kelvin60 / Kelvin25, 1e-12, "the fit may have been of the product of conductivity and temperature");
        moved.Normalisation!.ShouldContain("0.3 eV");
        result.Groups.SelectMany(group => group.Values).ShouldContain(value => value.Source.Id == "other60" && value.Normalisation!.Contains("energy-of-h", StringComparison.Ordinal));
        Reason(result, "silent60").ShouldBe("measured at 60 degC and no activation energy stated");
    }

    [Fact]
    public void Of_DifferentStates_NeverShareAGroup()
    {
        RecordComparison result = At25(new ComparisonOptions { Temperature = Kelvin25, ActivationEnergy = 0.35 * ElectronVolt });

        result.Groups.Select(group => group.State).ShouldBe([ReferenceState.Pellet, ReferenceState.EffectiveInHost]);
        result.Groups.ShouldAllBe(group => group.Values.All(value => value.Source.State == group.State));
        result.Groups.SelectMany(group => group.Values).ShouldContain(value => value.Source.Id == "silent60", "the user has stated an energy");
    }

    [Fact]
    public void Of_EveryRecord_IsInAGroupOrLeftOutWithAReason()
    {
        RecordComparison result = At25(new ComparisonOptions { Temperature = Kelvin25 });
        string[] all = [.. result.Groups.SelectMany(group => group.Values).Select(value => value.Source.Id).Concat(result.Omitted.Select(omitted => omitted.Source.Id)).Order(StringComparer.Ordinal)];

        all.ShouldBe([.. Library.Records.Where(record => record.Quantity == "ionic_conductivity").Select(record => record.Id).Order(StringComparer.Ordinal)]);
        Reason(result, "undated").ShouldBe("no temperature stated");
        Reason(result, "bound").ShouldBe("is a bound: > 0.1 mS/cm");
        Reason(result, "goal").ShouldBe("is a target, not a measurement");
        Reason(result, "again").ShouldBe("states the same as host25");
    }

    [Fact]
    public void Of_WithoutTemperature_GroupsByTheOneOfTheMeasurement()
    {
        RecordComparison result = At25(new ComparisonOptions());

        result.Groups.Select(group => (group.State, Math.Round(group.Temperature!.Value, 2))).ShouldBe(
            [(ReferenceState.Pellet, Kelvin25), (ReferenceState.Pellet, Kelvin60), (ReferenceState.EffectiveInHost, Kelvin25), (ReferenceState.EffectiveInHost, Kelvin60)]);
        result.Groups.SelectMany(group => group.Values).ShouldAllBe(value => value.Normalisation == null);
    }

    [Fact]
    public void Of_QuantityWithoutALaw_IsNotNormalised()
    {
        var library = RecordLibrary.ReadText("own.yaml", """
            source: me
            records:
              - { id: warm, system: a, quantity: li_transference_number, value: 0.4, at: { temperature: 60 degC, activation_energy: 0.3 eV } }
            """);
        RecordComparison result = RecordComparison.Of("li_transference_number", library.Records, library, new ComparisonOptions { Temperature = Kelvin25 });

        result.Groups.ShouldBeEmpty();
        Reason(result, "warm").ShouldContain("no law by which to normalise");
    }

    // A review prints what it quotes in the text and in a table, under two names; two cells of one work are no repetition.
    [Fact]
    public void Of_QuotedWorkPrintedTwice_CountsOnceUnlessItsConditionsDiffer()
    {
        var library = RecordLibrary.ReadText("own.yaml", """
            source: a review
            works:
              '7': { citation: A. One }
              '8': { citation: B. Two }
            records:
              - { id: text, system: SL-X, quantity: capacity_retention, value: 90 %, reference: '7', at: { temperature: 25 degC, cycle: 100, cathode: LFP } }
              - { id: table, system: X (ref 7), quantity: capacity_retention, value: 90.0 %, reference: '7', at: { temperature: 25 degC, cycle: 100, temperature_note: printed RT } }
              - { id: ncm, system: Y (ref 7), quantity: capacity_retention, value: 90 %, reference: '7', at: { temperature: 25 degC, cycle: 100, cathode: NCM811 } }
              - { id: longer, system: X (ref 7), quantity: capacity_retention, value: 90 %, reference: '7', at: { temperature: 25 degC, cycle: 200 } }
              - { id: other, system: Z (ref 8), quantity: capacity_retention, value: 90 %, reference: '8', at: { temperature: 25 degC, cycle: 100 } }
              - { id: review, system: W, quantity: capacity_retention, value: 90 %, at: { temperature: 25 degC, cycle: 100 } }
              - { id: review2, system: V, quantity: capacity_retention, value: 90 %, at: { temperature: 25 degC, cycle: 100 } }
            """);
        RecordComparison result = RecordComparison.Of("capacity_retention", library.Records, library, new ComparisonOptions());

        result.Omitted.Select(omitted => (omitted.Source.Id, omitted.Reason)).ShouldBe([("table", "states the same as text")]);
        result.Groups.Sum(group => group.Values.Length).ShouldBe(6);
    }

    [Fact]
    public void Of_Shipped_MixesNoStatesAndKeepsEveryRecord()
    {
        RecordLibrary shipped = RecordLibrary.Load();
        RecordComparison result = RecordComparison.Of("ionic_conductivity", shipped.Records, shipped, new ComparisonOptions { Temperature = Kelvin25 });

        (result.Groups.Sum(group => group.Values.Length) + result.Omitted.Length).ShouldBe(82);
        result.Groups.Select(group => group.State).ShouldBeUnique();
    }

    private static RecordComparison At25(ComparisonOptions options) => RecordComparison.Of("ionic_conductivity", Library.Records, Library, options);

    private static string Reason(RecordComparison result, string id) => result.Omitted.Single(omitted => omitted.Source.Id == id).Reason;
}
