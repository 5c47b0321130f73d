using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Tests.Records.Entries;

[Trait("Level", "reference")]
public sealed class ShippedRecordsTests
{
    private static readonly RecordLibrary Library = RecordLibrary.Load();

    [Fact]
    public void Load_Shipped_HasEveryOpenFactAndNoSealedOne()
    {
        JsonElement facts = SharedData.RequireJson("data", "papers", "facts.json");
        string[] open = [.. Ids(facts, isSealed: false)], closed = [.. Ids(facts, isSealed: true)];
        string[] shipped = [.. Library.Records.Select(record => record.Id)];

        (open.Length + closed.Length).ShouldBe(1025);
        closed.Length.ShouldBe(34);
        open.Except(shipped).ShouldBeEmpty();
        closed.Intersect(shipped).ShouldBeEmpty();
        shipped.Except(open).ShouldBe(["ruan2026-t1-17-li-thickness"]); // the anode-free cell: 0 um stands in the table only
    }

    // A value that is kept back must not come in by another door: no record says the same of the same thing under the same conditions.
    [Fact]
    public void Load_Shipped_HasNoRecordOfWhatASealedFactSays()
    {
        JsonElement facts = SharedData.RequireJson("data", "papers", "facts.json");
        FactLibrary known = FactLibrary.LoadShipped();
        foreach (PublishedFact hidden in Ids(facts, isSealed: true).Select(known.Get))
        {
            Library.Records.Where(record => record.Publication == hidden.Paper && record.System.Name == hidden.System
                && record.Quantity == hidden.Quantity && record.Temperature == hidden.Conditions.Temperature
                && Single(record, "c_rate") == hidden.Conditions.CRate && Single(record, "cycle") == hidden.Conditions.Cycle
                && Near(Single(record, "current_density"), hidden.Conditions.CurrentDensity) && Near(Single(record, "loading"), hidden.Conditions.Loading)
                && hidden.Conditions.Others.All(other => record.Conditions.TryGetValue(other.Key, out RecordCondition? stated) && stated.Text == other.Value))
                .Select(record => $"{record.Id} says what {hidden.Id} keeps back").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Load_Shipped_AgreesWithTheFactsOfTheExamples()
    {
        Dictionary<string, LiteratureRecord> records = Library.Records.ToDictionary(record => record.Id, StringComparer.Ordinal);
        PublishedFact[] facts = [.. FactLibrary.LoadShipped().Facts.Where(fact => !fact.IsSealed)];

        facts.Length.ShouldBeGreaterThan(100);
        foreach (PublishedFact fact in facts)
        {
            LiteratureRecord record = records[fact.Id];
            record.Value.Number!.Qualifier.ShouldBe(fact.Value!.Qualifier, fact.Id);
            record.Value.Number.InSi.Zip(fact.Value.InSi).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 1e-12 * Math.Abs(pair.Second), fact.Id);
            record.State.ShouldBe(fact.State, fact.Id);
            (record.Temperature ?? 0.0).ShouldBe(fact.Conditions.Temperature ?? 0.0, 1e-9, fact.Id);
            (record.System.Name, record.Quantity, record.Kind, record.Place, record.Note, record.Source.Doi)
                .ShouldBe((fact.System, fact.Quantity, fact.Kind, fact.Source.Place, fact.Note, fact.Source.Doi), fact.Id);
            Near(Single(record, "c_rate"), fact.Conditions.CRate).ShouldBeTrue(fact.Id);
            Near(Single(record, "current_density"), fact.Conditions.CurrentDensity).ShouldBeTrue(fact.Id);
            Near(Single(record, "loading"), fact.Conditions.Loading).ShouldBeTrue(fact.Id);
            Near(Single(record, "cycle"), fact.Conditions.Cycle).ShouldBeTrue(fact.Id);
            record.Conditions.GetValueOrDefault("cathode")?.Text.ShouldBe(fact.Conditions.Cathode, fact.Id);
            ImmutableArray<double> window = record.Conditions.GetValueOrDefault("voltage_window")?.Value?.InSi ?? [];
            (window.IsEmpty ? null : (double?)window[0], window.IsEmpty ? null : (double?)window[1]).ShouldBe((fact.Conditions.LowerCutOff, fact.Conditions.UpperCutOff), fact.Id);
        }
    }

    [Fact]
    public void Load_Shipped_HasTheElectrolytesCellsAndPouchesOfTheReviews()
    {
        RecordedSystem[] systems = [.. Library.Records.Select(record => record.System).Distinct()];
        RecordedSystem[] composites = [.. systems.Where(system => system.Attributes.ContainsKey("matrix"))];

        composites.Select(system => system.Attributes["row"]).Distinct().Count().ShouldBe(33, "composite electrolytes");
        composites.Count(system => system.Attributes.ContainsKey("electrolyte")).ShouldBe(37, "cells with them");
        systems.Count(system => system.Attributes.ContainsKey("strategy")).ShouldBe(18, "high-energy pouches");
    }

    [Fact]
    public void Load_Shipped_EveryConductivityHasAStateAndEveryRecordASource()
    {
        LiteratureRecord[] conductivities = [.. Library.Records.Where(record => record.Quantity == "ionic_conductivity")];

        conductivities.Length.ShouldBe(82);
        conductivities.ShouldAllBe(record => record.State != ReferenceState.None);
        Library.Records.ShouldAllBe(record => record.Source.Citation.Length > 5 && record.Place != null);
        Library.Records.Select(record => record.Publication).Distinct().Count().ShouldBe(5);
    }

    private static IEnumerable<string> Ids(JsonElement facts, bool isSealed) => facts.EnumerateArray()
        .Where(fact => (fact.GetProperty("value").ValueKind == JsonValueKind.Null) == isSealed).Select(fact => fact.GetProperty("id").GetString()!);

    private static double? Single(LiteratureRecord record, string name) =>
        record.Conditions.GetValueOrDefault(name)?.Value is { Qualifier: FactQualifier.Exact } value ? value.InSi[0] : null;

    private static bool Near(double? first, double? second) =>
        first is { } one && second is { } other ? Math.Abs(one - other) <= 1e-9 * Math.Abs(other) : first is null && second is null;
}
