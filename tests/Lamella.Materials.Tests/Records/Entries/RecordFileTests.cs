using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Tests.Records.Entries;

[Trait("Level", "unit")]
public sealed class RecordFileTests
{
    private const string Whole = """
        source: { citation: Notebook 12, year: "2026" }
        works:
          '3': { authors: "A. One and B. Two", journal: J. Test, year: "2020", volume: "5", page: 1-9, doi: 10.1/x }
        systems:
          film: { matrix: PEO, filler: LATP, filler share: 30 wt% }
          cell: { electrolyte: film, cathode: LFP }
        records:
          - id: a
            system: film
            specimen: pressed film
            quantity: ionic_conductivity
            value: 0.21(2) mS/cm
            state: effective in host
            at: { temperature: 40 degC, filler: 30 wt%, note: 3.2 mm rotor }
            method: EIS
            in: page 31
          - { system: cell, quantity: capacity_retention, value: "80 to 85.0 %", reference: '3', confidence: low, kind: literature, note: read from a figure }
        """;

    [Fact]
    public void ReadText_WholeRecord_KeepsEveryField()
    {
        LiteratureRecord record = RecordLibrary.ReadText("own.yaml", Whole).Records[0];

        (record.Id, record.Publication, record.Specimen, record.Method, record.Place).ShouldBe(("a", "own", "pressed film", "EIS", "page 31"));
        record.State.ShouldBe(ReferenceState.EffectiveInHost);
        record.Value.Number!.InSi[0].ShouldBe(0.021, 1e-12);
        record.Value.Uncertainty[0].ShouldBe(0.02, 1e-12);
        record.Temperature!.Value.ShouldBe(313.15, 1e-9);
        record.Conditions["note"].Value.ShouldBeNull("words that begin with a digit are words");
        record.Source.Citation.ShouldBe("Notebook 12");
        record.IsOwn.ShouldBeTrue();
        record.Confidence.ShouldBe(RecordConfidence.High);
    }

    [Fact]
    public void ReadText_CellWithElectrolyte_IsMadeOfWhatItsElectrolyteIs()
    {
        LiteratureRecord record = RecordLibrary.ReadText("own.yaml", Whole).Records[1];

        record.System.Attributes["filler"].ShouldBe("LATP");
        record.System.Attributes["cathode"].ShouldBe("LFP");
        record.Value.Digits.ShouldBe(["80", "85.0"]);
        (record.Source.Key, record.Source.Number, record.Source.QuotedIn).ShouldBe(("own-3", "3", "Notebook 12"));
        record.Source.Citation.ShouldBe("A. One and B. Two, J. Test, 2020, 5, 1-9");
    }

    [Theory]
    [InlineData("{ system: s, quantity: porosity, value: 10 % }", "has no source")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: 1 mS/cm, source: me }", "says no reference state")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: 1 mS/cm, state: dense, source: me }", "'dense'")]
    [InlineData("{ system: s, quantity: ionic_conductivty, value: 1 mS/cm, state: cell, source: me }", "Did you mean 'ionic_conductivity'?")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: 1 mS/m2, state: cell, source: me }", "mS/m2")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: 1 mQ/cm, state: cell, source: me }", "mQ")]
    [InlineData("{ system: s, quantity: thickness, value: '9 to 3 um', source: me }", "runs downwards")]
    [InlineData("{ system: s, quantity: porosity, value: 100 %, source: me }", "leaves no solid")]
    [InlineData("{ system: s, quantity: mass_fraction, value: 120 wt%, source: me }", "0 to 100 %")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, reference: '8' }", "no work of this file")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: { doi: 10.1/x } }", "neither a citation nor authors")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: me, confidence: sure }", "high, medium, low")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: me, kind: rumour }", "measured, literature")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: { citation: me, doi: not-a-doi } }", "'not-a-doi' is no digital object identifier")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: { citation: me, doi: 'https://example.org/10.1039/x' } }", "is no digital object identifier")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: { citation: me, doi: '10.1039' } }", "is no digital object identifier")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: -1 mS/cm, state: cell, source: me }", "not negative")]
    [InlineData("{ system: s, quantity: ionic_conductivity, value: 1e999 mS/cm, state: cell, source: me }", "too large")]
    [InlineData("{ system: s, quantity: thickness, value: 10 mS/cm, source: me }", "which is a conductivity")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { temperature: 25 } }", "25 and has no unit")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { temperature: RT } }", "temperature_label")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { temperature: 25 mS/cm } }", "which is a conductivity")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { temperature: 25 degrees } }", "is no quantity")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { temperature: -300 degC } }", "above -273.15 degC")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { loading: 2 mg } }", "mass per area")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { pressure: 2 um } }", "pressure")]
    [InlineData("{ system: s, quantity: thickness, value: 10 um, source: me, at: { filler: 120 wt% } }", "0 to 100 %")]
    [InlineData("{ quantity: porosity, value: 10 %, source: me }", "lacks the key 'system'")]
    [InlineData("{ system: s, quantity: porosity, value: 10 %, source: me, staet: cell }", "Did you mean 'state'?")]
    public void ReadText_FaultyRecord_SaysWhatAndWhere(string record, string expected)
    {
        var error = Should.Throw<InputException>(() => RecordLibrary.ReadText("own.yaml", $"records:\n  - {record}\n"));

        error.Message.ShouldContain(expected);
        error.Message.ShouldContain("own.yaml(2,");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("10.1039/d6eb00030d")]
    [InlineData("https://doi.org/10.1039/d6eb00030d")]
    [InlineData("doi:10.1039/d6eb00030d")]
    public void ReadText_DoiHoweverWritten_StandsWithoutTheResolver(string doi) => RecordLibrary.ReadText(
        "own.yaml", $"source: {{ citation: me, doi: '{doi}' }}\nrecords:\n  - {{ system: s, quantity: porosity, value: 10 % }}\n").Records[0].Source.Doi.ShouldBe("10.1039/d6eb00030d");

    [Fact]
    public void ReadText_TemperatureInDegreesAsPrinted_IsRead() => RecordLibrary.ReadText(
        "own.yaml", "source: me\nrecords:\n  - { system: s, quantity: porosity, value: 10 %, at: { temperature: 25 °C } }\n").Records[0].Temperature!.Value.ShouldBe(298.15, 1e-9);

    [Fact]
    public void ReadText_TextQuantity_NeedsNoUnit()
    {
        LiteratureRecord record = RecordLibrary.ReadText(
            "own.yaml", "records:\n  - { system: s, quantity: composition, value: Li1.3Al0.3Ti1.7(PO4)3, source: me }\n").Records[0];

        record.Value.Number.ShouldBeNull();
        record.Value.Printed.ShouldBe("Li1.3Al0.3Ti1.7(PO4)3");
    }

    [Fact]
    public void ReadText_IdentifierTwice_IsRefused()
    {
        const string One = "  - { id: a, system: s, quantity: porosity, value: 10 %, source: me }\n";

        Should.Throw<InputException>(() => RecordLibrary.ReadText("own.yaml", "records:\n" + One + One)).Message.ShouldContain("'a' stands twice");
    }

    [Fact]
    public void Load_FolderThatIsMissing_IsRefused() =>
        Should.Throw<InputException>(() => RecordLibrary.Load("no/such/folder")).Message.ShouldContain("no such file or folder");
}
