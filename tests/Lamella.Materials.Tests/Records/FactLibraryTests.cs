using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.Materials.Tests.Records;

[Trait("Level", "unit")]
public sealed class FactLibraryTests
{
    private static readonly FactLibrary Library = FactLibrary.LoadShipped();

    [Fact]
    public void LoadShipped_Papers_HoldsTheThreePublications() =>
        Library.Papers.Select(paper => paper.Key).ShouldBe(["li2024", "yang2026", "zheng2025"]);

    [Fact]
    public void Get_AConductivity_HasValueStateTemperatureAndSource()
    {
        PublishedFact fact = Library.Get("F003-0007");

        fact.System.ShouldBe("AIOSE");
        fact.Value.ShouldNotBeNull().CentreInSi.ShouldBe(0.058, 1e-15);
        fact.State.ShouldBe(ReferenceState.EffectiveInHost);
        fact.Conditions.Temperature.ShouldNotBeNull().ShouldBe(298.15, 1e-12);
        fact.Source.ShouldBe(new Source(
            Origin.Measured,
            "Zheng et al., Chem. Mater. (2025)",
            "10.1021/acs.chemmater.4c02117",
            "Abstract; Fig. 3c, S11",
            Confidence.Verified));
        Library.Source("F003-0007").ShouldBe(fact.Source);
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Conductivities_All_CarryTheirReferenceState()
    {
        PublishedFact[] conductivities = [.. Library.Facts.Where(fact => fact.Quantity == "ionic_conductivity")];

        conductivities.Length.ShouldBe(7);
        conductivities.ShouldAllBe(fact => fact.State != ReferenceState.None);
    }

    [Fact]
    public void Get_ARateCapacity_HasItsConditionsInSi()
    {
        FactConditions conditions = Library.Get("F000-0089").Conditions;

        conditions.CRate.ShouldBe(2.0);
        conditions.Cathode.ShouldBe("LCO");
        (conditions.LowerCutOff, conditions.UpperCutOff).ShouldBe((3.0, 4.2));
        conditions.Temperature.ShouldNotBeNull().ShouldBe(303.15, 1e-12);
        Library.Get("F000-0089").Value.ShouldNotBeNull().CentreInSi.ShouldBe(51.7 * 3600.0, 1e-9);
        Library.Get("F002-0044").Conditions.Loading.ShouldNotBeNull().ShouldBe(0.064, 1e-12);
        Library.Get("F003-0055").Conditions.CurrentDensity.ShouldNotBeNull().ShouldBe(1.5, 1e-12);
    }

    [Fact]
    public void Get_ARange_KeepsBothEndsAndPrintsThem()
    {
        FactValue value = Library.Get("F003-0154").Value.ShouldNotBeNull();

        value.Qualifier.ShouldBe(FactQualifier.Range);
        value.InSi.ShouldBe([0.018, 0.020], 1e-15);
        value.ToString().ShouldBe("1.8 to 2 mg/cm2");
        value.CentreInSi.ShouldBe(0.019, 1e-15);
    }

    [Fact]
    public void CentreInSi_OfABound_Throws()
    {
        PublishedFact bound = Library.Facts.First(fact => fact.Value?.Qualifier == FactQualifier.AtLeast);

        bound.Value!.IsComparable.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => bound.Value.CentreInSi);
    }

    [Fact]
    public void SealedFacts_AllThirtyFour_HaveEverythingButTheValue()
    {
        PublishedFact[] sealedFacts = [.. Library.Facts.Where(fact => fact.IsSealed)];

        sealedFacts.Length.ShouldBe(34);
        sealedFacts.ShouldAllBe(fact => fact.System.Length > 0 && fact.Quantity.Length > 0 && fact.Note == null);
        Library.Get("F002-0051").Conditions.Temperature.ShouldNotBeNull().ShouldBe(253.15, 1e-12);
    }

    [Fact]
    public void Data_NoSealedFact_HasAValueAnywhere()
    {
        string data = Directory.GetParent(ShippedData.Folder("papers"))!.FullName;
        HashSet<string> sealedIds = [.. Library.Facts.Where(fact => fact.IsSealed).Select(fact => fact.Id)];
        int seen = 0;
        foreach (string path in Directory.EnumerateFiles(data, "*.json", SearchOption.AllDirectories))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            foreach (JsonElement fact in Objects(document.RootElement))
            {
                if (fact.TryGetProperty("id", out JsonElement id) && sealedIds.Contains(id.GetString()!))
                {
                    seen++;
                    fact.EnumerateObject().Select(entry => entry.Name).Order(StringComparer.Ordinal)
                        .ShouldBe(["conditions", "id", "quantity", "sealed", "system", "unit"]);
                }
            }
        }

        seen.ShouldBe(sealedIds.Count);
        foreach (string path in Directory.EnumerateFiles(data, "*.yaml", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(path);
            sealedIds.ShouldAllBe(id => !text.Contains(id, StringComparison.Ordinal), path);
        }
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Facts_AgainstTheCollection_AreEqual()
    {
        Dictionary<string, JsonElement> collection = SharedData.RequireJson("data", "papers", "facts.json")
            .EnumerateArray().ToDictionary(fact => fact.GetProperty("id").GetString()!);
        string folder = ShippedData.Folder("papers");
        int compared = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json"))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            foreach (JsonElement fact in document.RootElement.GetProperty("facts").EnumerateArray())
            {
                Same(fact, collection[fact.GetProperty("id").GetString()!], document.RootElement.GetProperty("key").GetString()!);
                compared++;
            }
        }

        compared.ShouldBe(Library.Facts.Length);
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Facts_AgainstTheCollection_LackNoSealedOne()
    {
        string[] keys = [.. Library.Papers.Select(paper => paper.Key)];
        IEnumerable<string> kept = SharedData.RequireJson("data", "papers", "facts.json").EnumerateArray()
            .Where(fact => keys.Contains(fact.GetProperty("paper").GetString()))
            .Where(fact => fact.GetProperty("value").ValueKind == JsonValueKind.Null)
            .Select(fact => fact.GetProperty("id").GetString()!);

        Library.Facts.Where(fact => fact.IsSealed).Select(fact => fact.Id).Order().ShouldBe(kept.Order());
    }

    [Fact]
    public void Get_UnknownIdentifier_NamesTheNearest() =>
        Should.Throw<KeyNotFoundException>(() => Library.Get("F003-007")).Message.ShouldContain("Did you mean 'F003-00");

    [Fact]
    public void Get_UnknownIdentifierInAFile_CarriesThePlace()
    {
        YamlNode node = YamlFile.ReadText("calibration.yaml", "facts:\n  - F999-0001\n").Required("facts").AsSequence().Items[0];

        Should.Throw<InputException>(() => Library.Get(node)).Place.Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"id":"X","system":"s","quantity":"q","unit":"V","conditions":{},"sealed":true,"value":1,"qualifier":"="}""", "either a value")]
    [InlineData("""{"id":"X","system":"s","quantity":"q","unit":"V","conditions":{}}""", "either a value")]
    [InlineData("""{"id":"X","system":"s","quantity":"q","unit":"V","conditions":{},"value":[1,2],"qualifier":"="}""", "2 numbers")]
    [InlineData("""{"id":"X","system":"s","quantity":"q","unit":"Vv","conditions":{},"value":1,"qualifier":"="}""", "Vv")]
    [InlineData("""{"id":"X","system":"s","quantity":"q","unit":"V","conditions":{},"value":1,"qualifier":"!"}""", "unknown qualifier")]
    public void Load_FaultyFact_SaysWhatIsWrong(string fact, string expected)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lamella-facts-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "x.json"),
                $$"""{"key":"x","citation":"c","title":null,"doi":null,"facts":[{{fact}}]}""");

            Should.Throw<InputException>(() => FactLibrary.Load(folder.FullName)).Message.ShouldContain(expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Same(JsonElement shipped, JsonElement collected, string key)
    {
        string id = shipped.GetProperty("id").GetString()!;
        collected.GetProperty("paper").GetString().ShouldBe(key, id);
        foreach (string name in new[] { "system", "quantity", "conditions" })
        {
            JsonElement.DeepEquals(shipped.GetProperty(name), collected.GetProperty(name)).ShouldBeTrue($"{id}/{name}");
        }

        // Two units are printed as text that is no unit; the rest must be the printed one.
        string unit = collected.GetProperty("unit").GetString()!;
        shipped.GetProperty("unit").GetString().ShouldBe(
            unit switch
            {
                "cm x cm" => "cm",
                "% of specific capacity" => "%",
                _ => unit,
            },
            id);
        if (collected.GetProperty("value").ValueKind == JsonValueKind.Null)
        {
            shipped.TryGetProperty("value", out _).ShouldBeFalse(id);
            return;
        }

        JsonElement.DeepEquals(shipped.GetProperty("value"), collected.GetProperty("value")).ShouldBeTrue(id);
        shipped.GetProperty("qualifier").GetString().ShouldBe(collected.GetProperty("qualifier").GetString(), id);
        shipped.GetProperty("place").GetString()
            .ShouldBe(collected.GetProperty("source").GetProperty("section_or_figure").GetString(), id);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(entry => Objects(entry.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
