using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;

namespace Lamella.Materials.Tests.Records.Searching;

public sealed class RecordIndexTests
{
    private static readonly RecordLibrary Library = RecordLibrary.Load();
    private static readonly RecordIndex Index = new(Library);

    [Fact]
    [Trait("Level", "unit")]
    public void Find_WordsAndQuantity_FindsWhatAReaderWould()
    {
        RecordHits hits = Index.Find(new RecordQuery { Words = ["aiose"], Quantity = "ionic_conductivity" });

        hits.Records.Select(record => record.Id).ShouldBe(["F003-0007"]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_Temperature_FindsOnlyStatedOnesInside()
    {
        RecordHits hits = Index.Find(new RecordQuery { Quantity = "ionic_conductivity", Temperature = PrintedValue.Read("50 to 80 degC", "test").Value });

        hits.Records.Length.ShouldBeGreaterThan(5);
        hits.Records.ShouldAllBe(record => record.Temperature >= 323.15 && record.Temperature <= 353.15);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_Composition_ByNameAndByShare()
    {
        RecordHits made = Index.Find(new RecordQuery { Composition = ["PAN"], Quantity = "capacity_retention" });
        RecordHits share = Index.Find(new RecordQuery { Composition = ["LATP", "10 to 40 wt%"], Value = PrintedValue.Read(">= 0.5 mS/cm", "test").Value });

        made.Records.ShouldContain(record => record.System.Name.StartsWith("Li/LFP with PAN/30 wt% LATP", StringComparison.Ordinal), "a cell is made of its electrolyte");
        share.Records.Select(record => record.Id).Order().ShouldBe(["F001-0067", "F001-0220"]);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData("LATP 30 wt%")]
    [InlineData("30 wt% LATP")]
    [InlineData("LATP (30 wt%)")]
    [InlineData("PAN LATP 25 to 35 wt%")]
    public void Find_ComponentAndShareInOneText_AreBothHeld(string composition)
    {
        RecordHits hits = Index.Find(new RecordQuery { Composition = [composition], Quantity = "ionic_conductivity" });

        hits.Records.Select(record => record.Id).ShouldBe(["F001-0067"]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_ComponentThatBeginsWithADigit_IsNoShare()
    {
        Index.Find(new RecordQuery { Composition = ["12-HOA"] }).Records.ShouldNotBeEmpty();
        Should.Throw<InputException>(() => Index.Find(new RecordQuery { Composition = ["10 wt%%"] })).Message.ShouldContain("no share that can be read");
    }

    // What a reader has in hand: a DOI, the name of an author with the year, the printed number, a formula, degrees as they are printed.
    [Theory]
    [Trait("Level", "unit")]
    [InlineData("F003-0007", "10.1021/acs.chemmater.4c02117", "ionic_conductivity", "AIOSE")]
    [InlineData("F001-0062", "Shi 2018", "Solid State Ionics", "LATP")]
    [InlineData("F003-0007", "AIOSE 0.58", "mS/cm")]
    [InlineData("F003-0001", "Li6.4La3Zr1.4Ta0.6O12", "composition")]
    [InlineData("F003-0007", "AIOSE conductivity 25 °C")]
    public void Find_WordsOfAReader_FindTheRecord(string expected, params string[] words) =>
        Index.Find(new RecordQuery { Words = [.. words] }).Records.ShouldContain(record => record.Id == expected);

    [Fact]
    [Trait("Level", "unit")]
    public void Find_ConditionStateAndPublication_NarrowTogether()
    {
        RecordHits hits = Index.Find(new RecordQuery
        {
            Publication = "zheng2025", State = ReferenceState.Pellet, Quantity = "ionic_conductivity",
        });
        RecordHits rates = Index.Find(new RecordQuery
        {
            Conditions = System.Collections.Immutable.ImmutableSortedDictionary<string, RecordCondition>.Empty
                .Add("c_rate", new RecordCondition("0.5C", PrintedValue.Read("0.5C", "test").Value)).Add("cathode", new RecordCondition("lfp", null)),
        });

        hits.Records.Select(record => record.Id).ShouldBe(["F003-0009"]);
        rates.Records.Length.ShouldBeGreaterThan(5);
        rates.Records.ShouldAllBe(record => record.Conditions["cathode"].Text == "LFP" && record.Conditions["c_rate"].Text == "0.5C");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_WordOfTheSystem_StandsBeforeAWordOfANote()
    {
        RecordLibrary library = RecordLibrary.ReadText("own.yaml", """
            source: me
            records:
              - { id: note, system: film, quantity: porosity, value: 10 %, note: unlike garnet }
              - { id: name, system: garnet, quantity: porosity, value: 11 % }
            """);

        new RecordIndex(library).Find(new RecordQuery { Words = ["garnet"] }).Records.Select(record => record.Id).ShouldBe(["name", "note"]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_MisspeltWord_NamesTheNearestAndFindsNothing()
    {
        RecordHits hits = Index.Find(new RecordQuery { Words = ["lapt"] });

        hits.Records.ShouldBeEmpty();
        hits.UnknownWords.ShouldBe([("lapt", "latp")]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_UnknownQuantity_NamesWhatHoldsTheWord() =>
        Should.Throw<InputException>(() => Index.Find(new RecordQuery { Quantity = "conductivty" })).Message.ShouldContain("ionic_conductivity");

    // The index against a plain scan over the same words: any words of any record, whole or begun.
    [Fact]
    [Trait("Level", "property")]
    public void Find_AnyWords_EqualsALinearScan()
    {
        string[] words = [.. Library.Records.SelectMany(record => Text(record)).Distinct()];
        var question = Gen.Choose(0, words.Length - 1).Select(i => words[i]).SelectMany(word => Gen.Choose(1, word.Length).Select(length => word[..length].TrimEnd('.')));
        Prop.ForAll(question.ListOf(2).ToArbitrary(), asked =>
        {
            string[] scan = [.. Library.Records.Where(record => asked.All(one => Text(record).Any(word => word == one || (one.Length >= 3 && word.StartsWith(one, StringComparison.Ordinal)))))
                .Select(record => record.Id).Order(StringComparer.Ordinal)];
            string[] found = [.. Index.Find(new RecordQuery { Words = [.. asked] }).Records.Select(record => record.Id).Order(StringComparer.Ordinal)];
            found.ShouldBe(scan, string.Join(' ', asked));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static string Whole(LiteratureRecord record) =>
        string.Join(' ', new[] { record.System.Name, record.Specimen, record.Quantity, record.Id, record.Publication, record.Value.Printed, record.Method, record.Source.Citation, record.Source.Title, record.Source.Doi, record.Kind, record.Note }
            .Concat(record.System.Attributes.Values).Concat(record.Conditions.Values.Select(condition => condition.Text)))
            .ToLowerInvariant();

    // Letters and digits; a point belongs to the word between two digits alone.
    private static IEnumerable<string> Text(LiteratureRecord record) =>
        Regex.Matches(Whole(record), @"[\p{L}\p{Nd}]+(?:(?<=[0-9])\.(?=[0-9])[\p{L}\p{Nd}]+)*").Select(match => match.Value);
}
