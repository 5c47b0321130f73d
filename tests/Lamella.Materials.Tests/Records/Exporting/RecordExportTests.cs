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
}
