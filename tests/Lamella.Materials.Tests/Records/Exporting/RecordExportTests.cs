using FsCheck;
using FsCheck.Fluent;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Exporting;

namespace Lamella.Materials.Tests.Records.Exporting;

[Trait("Level", "unit")]
public sealed class RecordExportTests
{
    [Fact]
    public void WriteBibTex_Shipped_HasEachCitedWorkOnce()
    {
        RecordLibrary library = RecordLibrary.Load();
        using var text = new StringWriter();
        RecordBibTex.Write(library.Records, text);
        string written = text.ToString();

        int works = library.Records.Select(record => record.Source.Key).Distinct().Count();
        written.Split("@article{").Length.ShouldBe(works + 1);
        written.ShouldContain("@article{guo2025-18,\n  author = {Z. Yang and H. Yuan and C. Zhou and Y. Wu and W. Tang and S. Sang and H. Liu},\n  journal = {Chem. Eng. J.},\n  year = {2020},\n");
        written.ShouldContain("doi = {10.1021/acs.chemmater.4c02117}");
        written.Count(letter => letter == '{').ShouldBe(written.Count(letter => letter == '}'));
    }

    [Fact]
    public void WriteBibTex_SpecialLetters_AreEscaped()
    {
        var library = RecordLibrary.ReadText("own.yaml", "records:\n  - { id: 'a b', system: s, quantity: porosity, value: 10 %, source: 'R&D_5 #3, 50%' }\n");
        using var text = new StringWriter();
        RecordBibTex.Write(library.Records, text);

        text.ToString().ShouldBe("@misc{a-b,\n  note = {R\\&D\\_5 \\#3, 50\\%},\n}\n\n");
    }

    [Fact]
    public void WriteBibTex_Shipped_ParsesWithAllThatWasKnown()
    {
        RecordLibrary library = RecordLibrary.Load();
        var entries = BibTexReader.Read(BibTex(library));
        RecordSource[] works = [.. library.Records.Select(record => record.Source).DistinctBy(source => source.Key)];

        entries.Select(entry => entry.Key).ShouldBeUnique();
        entries.Count.ShouldBe(works.Length);
        foreach (RecordSource work in works)
        {
            var fields = entries.Single(entry => entry.Key == work.Key).Fields;
            BibTexReader.Typeset(fields["journal"]).ShouldBe(work.Journal);
            BibTexReader.Typeset(fields["year"]).ShouldBe(work.Year);
            fields.GetValueOrDefault("doi").ShouldBe(work.Doi);
            (fields.GetValueOrDefault("title") is { } title ? BibTexReader.Typeset(title) : null).ShouldBe(work.Title);
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void WriteBibTex_AnyTitle_ParsesAndReadsBack() => Prop.ForAll(
        Gen.Elements([.. @"aZ 9{}\~^<>|""&%$#_@,=-äµ²'".ToCharArray()]).ListOf(12).ToArbitrary(),
        letters =>
        {
            string title = "x" + string.Concat(letters).Trim() + "x";
            string quoted = title.Replace("'", "''", StringComparison.Ordinal);
            var library = RecordLibrary.ReadText("own.yaml", $"source: {{ citation: 'C {quoted}', title: '{quoted}', journal: J, year: '2026' }}\nrecords:\n  - {{ system: s, quantity: porosity, value: 10 % }}\n");
            var entry = BibTexReader.Read(BibTex(library)).ShouldHaveSingleItem();
            BibTexReader.Typeset(entry.Fields["title"]).ShouldBe(title);
            entry.Fields["title"].ShouldStartWith("{", customMessage: "styles must not make the capitals of formulas small");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void WriteBibTex_TwoWorksWithOneKeyAndOneWorkWithTwo_AreTwoEntries()
    {
        var library = new RecordLibrary(
        [
            .. RecordLibrary.ReadText("own.yaml", "source: First\nrecords:\n  - { id: a, system: s, quantity: porosity, value: 10 % }\n").Records,
            .. RecordLibrary.ReadText("own.yaml", "source: Second\nrecords:\n  - { id: b, system: s, quantity: porosity, value: 10 % }\n").Records,
            .. RecordLibrary.ReadText("other.yaml", "records:\n  - { id: c, system: s, quantity: porosity, value: 10 %, source: First }\n").Records,
        ]);

        BibTexReader.Read(BibTex(library)).Select(entry => (entry.Key, entry.Fields["note"])).ShouldBe([("own", "First"), ("own-2", "Second")]);
    }

    [Fact]
    public void WriteCsv_RangeWithUncertaintyAndState_KeepsThem()
    {
        var library = RecordLibrary.ReadText("own.yaml", """
            source: me
            records:
              - { id: a, system: 'film, pressed', quantity: ionic_conductivity, value: 0.50(2) mS/cm, state: pellet, at: { temperature: 25 degC } }
              - { id: b, system: s, quantity: areal_loading, value: "2 to 3.0 mg/cm2" }
            """);
        using var text = new StringWriter();
        RecordCsv.Write(library.Records, text);
        string[] lines = text.ToString().Split('\n');

        lines[1].ShouldStartWith("a,own,\"film, pressed\",,ionic_conductivity,pellet,=,0.50,,mS/cm,0.02,0.05,,298.15,temperature = 25 degC,");
        lines[2].ShouldStartWith("b,own,s,,areal_loading,,range,2,3.0,mg/cm2,,0.02,0.03,,,");
    }

    private static string BibTex(RecordLibrary library)
    {
        using var text = new StringWriter();
        RecordBibTex.Write(library.Records, text);
        return text.ToString();
    }
}
