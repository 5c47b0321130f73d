using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>Bad input: each case points at the place, says what is allowed and what to do.</summary>
[Trait("Level", "unit")]
public sealed class CellDocumentErrorTests
{
    [Theory]
    [InlineData("area: 1.131 cm2", "aera: 1.131 cm2", 2, "'aera' is no key of the file", "Did you mean 'area'?")]
    [InlineData("    thickness: 300 um", "    thicknes: 300 um", 15, "'thicknes' is no key", "Did you mean 'thickness'?")]
    [InlineData("activation energy: 0.24 eV, source", "activaton energy: 0.24 eV, source", 16, "'activaton energy' is no key", "Did you mean 'activation energy'?")]
    [InlineData("pouch: {area: 9 cm2", "pouch: {aera: 9 cm2", 41, "'aera' is no key", "Did you mean 'area'?")]
    [InlineData("area: 1.131 cm2", "area: 1.131", 2, "has no unit", "1.131 cm2")]
    [InlineData("area: 1.131 cm2", "area: 1.131 cm", 2, "which is a length", "an area above 0 cm2")]
    [InlineData("value: 0.58 mS/cm", "value: 0.58 ms/cm", 16, "second", "letter case matters")]
    [InlineData("    thickness: 300 um", "    thickness: -300 um", 15, "is -300 um", "above 0 um")]
    [InlineData("    thickness: 300 um", "    thickness: 0 um", 15, "is 0 um", "above 0 um")]
    [InlineData("{value: 0.58 mS/cm, state: effective in host, at: 25 degC, activation energy: 0.24 eV, source: F003-0007}", "0.58 mS/cm", 16, "does not say what it was measured on", "state: effective in host")]
    [InlineData("{value: 2 mS/cm, state: bulk phase}", "{value: 2 mS/cm}", 36, "does not say what it was measured on", "effective in host")]
    [InlineData("{value: 0.58 mS/cm, state: effective in host", "{value: 0.58 mS/cm, state: effective in hots", 16, "'effective in hots'", "Did you mean 'effective in host'?")]
    [InlineData("active: 80 wt%", "active: 85 wt%", 30, "adds up to 105 wt%", "add up to 100 wt%")]
    [InlineData("active: 80 wt%", "active: 80 vol%", 30, "a volume fraction", "a mass fraction")]
    [InlineData("active: 80 wt%", "active: 0.8", 30, "has no unit", "80 wt%")]
    [InlineData("lower: 2.8 V", "lower: 4.8 V", 4, "is not below the upper cut-off 4.35 V", "Exchange the two")]
    [InlineData("{lower: 2.8 V, upper: 4.35 V}", "{lower: 2.8 V}", 4, "lacks the key 'upper'", "cut-offs:")]
    [InlineData("1C: 200 mA/g", "1C: 0 mA/g", 5, "is 0 mA/g", "above 0 mA/g")]
    [InlineData("1C: 200 mA/g", "1C: 0 mA/cm2", 5, "is 0 mA/cm2", "above 0 mA/cm2")]
    [InlineData("1C: 200 mA/g", "1C: 1 V", 5, "a voltage", "current per mass")]
    [InlineData("transference number: 0.4\n    thermo", "transference number: 1.4\n    thermo", 23, "is 1.4", "below 1")]
    [InlineData("range: [1e-11 m2/s, 3e-10 m2/s]", "range: [3e-10 m2/s, 1e-11 m2/s]", 21, "this is no range", "the lower first")]
    [InlineData("range: [1e-11 m2/s, 3e-10 m2/s]", "range: [2e-10 m2/s, 3e-10 m2/s]", 21, "outside its own range", "the lower first")]
    [InlineData("source: F003-0007", "source: somewhere", 16, "'somewhere' is no source", "fact id")]
    [InlineData("kind: binary", "kind: binray", 14, "'binray'", "Did you mean 'binary'?")]
    [InlineData("area: 1.131 cm2", "area: 1.131 cm2\ndiameter: 12 mm", 3, "are both given", "Remove one")]
    [InlineData("activation energy: 0.24 eV, source", "activation energy: 0.24 eV, vtf: {B: 600 K, T0: 200 K}, source", 16, "two temperature laws", "Keep the one")]
    [InlineData("{value: 5.1 mA/cm2, at: 25 degC}", "{value: 5.1 mA/cm2, activation energy: 0.4 eV}", 10, "are both given", "Remove one")]
    [InlineData("bruggeman: 1.5", "bruggeman: 1.5\n    tortuosity factor: 2", 40, "are both given", "Remove one")]
    [InlineData("  - name: AIOSE", "  - name: 1", 13, "cannot be the name", "name of its own")]
    [InlineData("    thickness: 300 um\n", "", 13, "lacks the key 'thickness'", "thickness: 300 um")]
    [InlineData("temperature: 25 degC\n", "", 1, "lacks the key 'temperature'", "temperature: 25 degC")]
    [InlineData("  material: ncm811-chen2020\n", "", 29, "lacks the key 'material'", "ncm811-chen2020")]
    [InlineData("salt volume fraction: 0.483", "salt volume fraction: 0.483\n    porosity: 0.4", 26, "larger than the porosity 0.4", "at most the porosity")]
    public void Read_BadInput_SaysWhereWhatAndRemedy(string old, string replacement, int line, string problem, string advice)
    {
        var error = Should.Throw<InputException>(() => Sample.Read(old, replacement));

        error.Message.ShouldStartWith($"cell.yaml({line},");
        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(advice);
        error.Message.ShouldContain("^");
    }

    [Theory]
    [InlineData("loading: 1.9 mg/cm2", "loading: 10 mg/cm2", "would fill more than the thickness", "10 mg/cm2 of loading, 20 um of thickness")]
    [InlineData("thickness: 20 um", "thickness: 20 um\n  porosity: 60 vol%", "contradict each other", "60 vol% of porosity")]
    [InlineData("material: ncm811-chen2020", "material: ncm811-chem2020", "is no active material", "Did you mean 'ncm811-chen2020'?")]
    [InlineData("kind: binary", "kind: binary\n    material: lipf6-ec-emc-nyman", "is no binary electrolyte", "lipf6-ec-emc-nyman2008")]
    [InlineData("kind: binary", "kind: binary\n    material: lithium-xu2019", "not a binary electrolyte", "lipf6")]
    [InlineData("state: effective in host, at", "state: pellet, at", "has the state 'pellet'", "grain boundaries")]
    [InlineData("state: effective in host, at", "state: cell, at", "has the state 'cell'", "contacts and interfaces")]
    [InlineData("state: effective in host, at", "state: bulk phase, at", "does not say how much of it is that phase", "porosity: 45 vol%")]
    [InlineData("upper: 4.35 V", "upper: 9 V", "ncm811-chen2020", "Check the cut-offs")]
    [InlineData("reversible capacity: 207 mAh/g", "reversible capacity: 400 mAh/g", "impossible", "Check the cut-offs")]
    [InlineData("    transference number: 0.4\n    bruggeman", "    bruggeman", "lacks the key 'transference number'", "material")]
    [InlineData("bruggeman: 1.5", "salt volume fraction: 90 vol%", "larger than the porosity of the cathode", "at most the porosity")]
    [InlineData("activation energy: 0.24 eV, source", "vtf: {B: 600 K, T0: 300 K}, source", "T0 = 300 K is not below", "glass transition")]
    [InlineData("solid diffusivity: 4e-15 m2/s", "electronic conductivity: {value: 1 S/m, state: pellet}", "has the state 'pellet'", "porous electrode")]
    public void Build_Contradiction_SaysWhereWhatAndRemedy(string old, string replacement, string problem, string advice)
    {
        CellDocument document = Sample.Read(old, replacement);

        var error = Should.Throw<InputException>(() => document.Build(Sample.Materials));

        error.Message.ShouldStartWith("cell.yaml(");
        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(advice);
    }

    [Fact]
    public void Build_LoadingThicknessPorosity_StatesTheThreeConsistentNumbers()
    {
        CellDocument document = Sample.Read("thickness: 20 um", "thickness: 20 um\n  porosity: 60 vol%");

        string allowed = Should.Throw<InputException>(() => document.Build(Sample.Materials)).Allowed;

        double solids = 0.019 / 0.8 * ((0.8 / Sample.Materials.Get<Lamella.Materials.Electrodes.ActiveMaterial>("ncm811-chen2020").CrystalDensity) + (0.1 / 1780.0) + (0.1 / 1900.0));
        allowed.ShouldContain(FormattableString.Invariant($"{1.9 * 0.4 * 20e-6 / solids:G4} mg/cm2"));
        allowed.ShouldContain(FormattableString.Invariant($"{solids / 0.4 * 1e6:G4} um"));
        allowed.ShouldContain(FormattableString.Invariant($"{100.0 * (1.0 - (solids / 20e-6)):G4} vol%"));
    }

    [Fact]
    public void Build_OneCPerMassWithoutCathode_AsksForACurrentDensity()
    {
        string text = Sample.Cell[..Sample.Cell.IndexOf("cathode:", StringComparison.Ordinal)] + "counter lithium: {thickness: 50 um}\n";

        Should.Throw<InputException>(() => CellDocument.ReadText("cell.yaml", text).Build(Sample.Materials))
            .Message.ShouldContain("the cell has no cathode");
    }

    [Fact]
    public void Read_CathodeAndCounterLithium_AskForOne()
    {
        Should.Throw<InputException>(() => Sample.Read("variants:", "counter lithium: {thickness: 50 um}\nvariants:"))
            .Message.ShouldContain("a cathode and a lithium counter electrode");
        Should.Throw<InputException>(() => Sample.Read("cathode:\n", "cathode_:\n")).Message.ShouldContain("Did you mean 'cathode'?");
    }

    [Fact]
    public void Read_UnknownFact_IsRefused() =>
        Should.Throw<InputException>(() => CellDocument.ReadText("cell.yaml", Sample.Cell, new NoFacts()))
            .Message.ShouldContain("the fact 'F003-0007' is not among the shipped ones");

    [Fact]
    public void Read_UnreadableFile_SaysWhy()
    {
        Should.Throw<InputException>(() => CellDocument.Read("/nowhere/cell.yaml")).Message.ShouldContain("does not exist");
        Should.Throw<InputException>(() => CellDocument.Read(Path.GetTempPath())).Message.ShouldContain("a folder");
    }

    [Fact]
    public void Variant_Unknown_NamesTheNearest() =>
        Should.Throw<InputException>(() => Sample.Read().Variant("puoch")).Message.ShouldContain("Did you mean 'pouch'?");

    [Fact]
    [Trait("Level", "property")]
    public void ReadAndBuild_MutatedFiles_GiveACellOrAnInputException()
    {
        var random = new Random(5);
        (int built, int refused) = (0, 0);
        for (int i = 0; i < 4000; i++)
        {
            char[] text = Sample.Cell.ToCharArray();
            for (int edits = random.Next(1, 3); edits > 0; edits--)
            {
                text[random.Next(text.Length)] = Sample.Cell[random.Next(Sample.Cell.Length)];
            }

            try
            {
                CellDocument.ReadText("cell.yaml", new string(text)).Build(Sample.Materials).Layers.ShouldNotBeEmpty();
                built++;
            }
            catch (InputException error)
            {
                error.Remedy.ShouldNotBeEmpty();
                refused++;
            }
        }

        (built > 100 && refused > 1000).ShouldBeTrue($"{built} built, {refused} refused");
    }

    private sealed class NoFacts : IFactSources
    {
        public Source? Find(string factId) => null;
    }
}
