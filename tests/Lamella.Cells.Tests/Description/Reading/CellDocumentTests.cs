using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Tests.Description.Reading;

[Trait("Level", "unit")]
public sealed class CellDocumentTests
{
    private static readonly CellDescription Cell = Sample.Read().Build(Sample.Materials);

    [Fact]
    public void Build_Root_IsInSi()
    {
        Cell.Name.ShouldBe("NCM811 | AIOSE | Li coin cell");
        Cell.Area.ShouldBe(1.131e-4, 1e-18);
        (Cell.LowerCutOff, Cell.UpperCutOff).ShouldBe((2.8, 4.35));
        Cell.OneCCurrentDensity.ShouldBe(200.0 * 0.019, 1e-12); // A/kg · kg/m²
        Cell.ContactResistance.ShouldBe(3e-4, 1e-18);
        Cell.Positive.ShouldBeOfType<PorousElectrode>();
        Cell.InputHash.Length.ShouldBe(64);
        Cell.Sources.ShouldContain(source => source.Citation == "fact F003-0007");
    }

    [Fact]
    public void Build_Lithium_TakesOverridesAndTheRestFromTheMaterial()
    {
        ((LithiumElectrode)Cell.Negative).Thickness.ShouldBe(10e-6, 1e-20);
        ((LithiumElectrode)Cell.Negative).Metal.ReferenceExchangeCurrentDensity.ShouldBe(51.0, 1e-12);
        ((LithiumElectrode)Cell.Negative).Metal.ActivationEnergy.ShouldBe(0.5 * 96485.33212331001, 1e-8);
        ((LithiumElectrode)Cell.Negative).Metal.ReferenceTemperature.ShouldBe(298.15);
        ((LithiumElectrode)Cell.Negative).Metal.MolarVolume.ShouldBeInRange(12.5e-6, 13.5e-6);
        ((LithiumElectrode)Cell.Negative).FilmResistance.ShouldBe(20e-4, 1e-18);
        ((LithiumElectrode)Cell.Negative).FilmActivationEnergy.ShouldBe(0.4 * 96485.33212331001, 1e-8);
        ((LithiumElectrode)Cell.Negative).FilmReferenceTemperature.ShouldBe(303.15);
    }

    [Fact]
    public void Build_Layer_HasEffectiveLawsOfTemperature()
    {
        BinaryLayer layer = Cell.Layers.ShouldHaveSingleItem().ShouldBeOfType<BinaryLayer>();
        double factor = Math.Exp(0.24 * 96485.33212331001 / 8.31446261815324 * ((1.0 / 298.15) - (1.0 / 253.15)));

        (layer.Name, layer.RestConcentration, layer.VolumeFraction).ShouldBe(("AIOSE", 1000.0, 0.483));
        layer.Conductivity.At(1000.0, 298.15).ShouldBe(0.058, 1e-15);
        layer.Conductivity.At(1000.0, 253.15).ShouldBe(0.058 * factor, 1e-15);
        layer.Diffusivity.At(1000.0, 253.15).ShouldBe(1e-10, 1e-24);
        layer.TransferenceNumber.At(1000.0, 298.15).ShouldBe(0.4);
        Cell.Joints.Length.ShouldBe(2);
        Cell.Joints[0].ShouldBe(Joint.Perfect);
        Joint joint = Cell.Joints[1];
        (joint.Resistance, joint.PartitionCoefficient, joint.ReferenceTemperature).ShouldBe((5e-4, 1.2, 298.15));
        joint.ActivationEnergy.ShouldBe(0.4 * 96485.33212331001, 1e-8);
    }

    [Fact]
    public void Build_Cathode_FillsItsVolume()
    {
        PorousElectrode cathode = Cell.PorousPositive!;
        double density = cathode.Particles[0].Material.CrystalDensity;
        double solids = 0.019 / 0.8 * ((0.8 / density) + (0.1 / 1780.0) + (0.1 / 1900.0));

        cathode.ActiveVolumeFraction.ShouldBe(0.019 / density / 20e-6, 1e-14);
        BinaryLayer pores = cathode.Pores.ShouldBeOfType<BinaryLayer>();
        pores.VolumeFraction.ShouldBe(1.0 - (solids / 20e-6), 1e-14);
        pores.Conductivity.At(1200.0, 298.15).ShouldBe(0.2 * Math.Pow(pores.VolumeFraction, 1.5), 1e-14);
        pores.RestConcentration.ShouldBe(1200.0, 1e-9); // in equilibrium with the layer through the partition coefficient
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Build_Cathode_HoldsTheStatedCapacityBetweenItsCutOffs()
    {
        PorousElectrode cathode = Cell.PorousPositive!;
        ActiveParticles particles = cathode.Particles.ShouldHaveSingleItem();
        double perArea = 96485.33212331001 * particles.MaximumConcentration * cathode.ActiveVolumeFraction * cathode.Thickness
            * (particles.DischargedStoichiometry - particles.ChargedStoichiometry);

        (perArea / cathode.ActiveLoading / 3600.0).ShouldBe(207.0, 1e-9);
    }

    [Fact]
    public void Build_SolidDiffusivityWithoutLaw_KeepsTheActivationEnergyOfTheMaterial()
    {
        var law = Cell.PorousPositive!.Particles[0].Material.Diffusivity;
        var own = Sample.Read("  solid diffusivity: 4e-15 m2/s\n", string.Empty).Build(Sample.Materials).PorousPositive!.Particles[0].Material.Diffusivity;

        law.At(0.5, 298.15).ShouldBe(4e-15, 1e-29);
        (law.At(0.5, 308.15) / law.At(0.5, 298.15)).ShouldBe(own.At(0.5, 308.15) / own.At(0.5, 298.15), 2e-3);
        own.At(0.5, 308.15).ShouldBeGreaterThan(own.At(0.5, 298.15));
    }

    [Theory]
    [InlineData("electrode loading: 2.375 mg/cm2", "thickness: 20 um")]
    [InlineData("loading: 1.9 mg/cm2", "porosity: 0.672")]
    [InlineData("loading: 1.9 mg/cm2", "thickness: 20 um\n  porosity: 67 vol%")]
    public void Build_LoadingThicknessPorosity_AnyTwoGiveTheThird(string loading, string extent)
    {
        PorousElectrode reference = Cell.PorousPositive!;
        string text = Sample.Cell.Replace("  loading: 1.9 mg/cm2\n  thickness: 20 um", $"  {loading}\n  {extent}", StringComparison.Ordinal);

        PorousElectrode cathode = CellDocument.ReadText("cell.yaml", text).Build(Sample.Materials).PorousPositive!;

        cathode.ActiveLoading.ShouldBe(reference.ActiveLoading, 1e-15);
        cathode.Thickness.ShouldBe(reference.Thickness, 0.02 * reference.Thickness);
        ((BinaryLayer)cathode.Pores).VolumeFraction.ShouldBe(((BinaryLayer)reference.Pores).VolumeFraction, 0.02);
    }

    [Fact]
    public void Build_Diameter_GivesTheDisc() =>
        Sample.Read("area: 1.131 cm2", "diameter: 12 mm").Build(Sample.Materials).Area.ShouldBe(Math.PI * 36e-6, 1e-18);

    [Theory]
    [InlineData("1C: 0.38 mA/cm2\n", 3.8)]
    [InlineData("", 207.0 * 0.019)]
    public void Build_OneC_PerAreaOrFromTheCapacity(string line, double expected) =>
        Sample.Read("1C: 200 mA/g\n", line).Build(Sample.Materials).OneCCurrentDensity.ShouldBe(expected, 1e-9);

    [Fact]
    public void Build_SymmetricCell_HasTwoLithiumElectrodesAndNoRate()
    {
        int cathode = Sample.Cell.IndexOf("cathode:", StringComparison.Ordinal);
        string text = Sample.Cell[..cathode].Replace("1C: 200 mA/g\n", string.Empty, StringComparison.Ordinal)
            + "counter lithium: {thickness: 50 um}\n";

        CellDescription cell = CellDocument.ReadText("cell.yaml", text).Build(Sample.Materials);

        cell.PorousPositive.ShouldBeNull();
        ((LithiumElectrode)cell.Positive).Thickness.ShouldBe(50e-6, 1e-18);
        cell.OneCCurrentDensity.ShouldBe(0.0);
        ((LithiumElectrode)cell.Positive).Metal.ShouldBe(((LithiumElectrode)cell.Negative).Metal);
    }

    [Fact]
    public void Build_MaterialLayer_TakesItsLawsThroughTheHost()
    {
        const string Layer = """
            electrolyte:
              - name: separator
                kind: binary
                material: lipf6-ec-emc-nyman2008
                thickness: 25 um
                porosity: 0.45
                tortuosity factor: 2.5
            cathode:
              material: ncm811-chen2020
            """;
        int from = Sample.Cell.IndexOf("electrolyte:", StringComparison.Ordinal);
        int to = Sample.Cell.IndexOf("  composition:", StringComparison.Ordinal);
        string text = Sample.Cell[..from] + Layer + "\n" + Sample.Cell[to..];
        text = text.Remove(text.IndexOf("  electrolyte:", StringComparison.Ordinal), text.IndexOf("variants:", StringComparison.Ordinal) - text.IndexOf("  electrolyte:", StringComparison.Ordinal));

        CellDescription cell = CellDocument.ReadText("cell.yaml", text).Build(Sample.Materials);

        var bulk = Sample.Materials.Get<Lamella.Materials.Electrolytes.BinaryElectrolyte>("lipf6-ec-emc-nyman2008");
        var layer = (BinaryLayer)cell.Layers[0];
        layer.Conductivity.At(900.0, 298.15).ShouldBe(0.45 / 2.5 * bulk.Conductivity.At(900.0, 298.15), 1e-15);
        layer.RestConcentration.ShouldBe(bulk.RestConcentration);
        var pores = (BinaryLayer)cell.PorousPositive!.Pores;
        pores.Diffusivity.At(900.0, 298.15)
            .ShouldBe(Math.Pow(pores.VolumeFraction, 1.5) * bulk.Diffusivity.At(900.0, 298.15), 1e-24);
    }

    [Fact]
    public void Build_TemperatureLaws_AreTheStatedOnes()
    {
        BinaryLayer product = Layer("activation energy: 0.24 eV, source", "activation energy: 0.24 eV, prefactor: sigma T, source");
        BinaryLayer vtf = Layer("activation energy: 0.24 eV, source", "vtf: {B: 600 K, T0: 200 K}, source");
        double arrhenius = ((BinaryLayer)Cell.Layers[0]).Conductivity.At(1000.0, 273.15);

        product.Conductivity.At(1000.0, 273.15).ShouldBe(arrhenius * 298.15 / 273.15, 1e-14);
        vtf.Conductivity.At(1000.0, 273.15).ShouldBe(
            0.058 * Math.Sqrt(298.15 / 273.15) * Math.Exp(-600.0 * ((1.0 / 73.15) - (1.0 / 98.15))), 1e-14);

        static BinaryLayer Layer(string old, string replacement) =>
            (BinaryLayer)Sample.Read(old, replacement).Build(Sample.Materials).Layers[0];
    }

    [Fact]
    public void ActivationEnergy_WithItsOwnSourceAndRange_IsKeptApartFromItsValue()
    {
        CellDocument document = Sample.Read(
            "activation energy: 0.24 eV, source",
            "activation energy: {value: 0.24 eV, range: [0.2 eV, 0.3 eV], source: assumed, because: a guess}, source");

        document.Find("electrolyte/1/conductivity/activation energy")!.Source.ShouldBe(Source.Assumption("a guess"));
        document.FindRange("electrolyte/1/conductivity/activation energy")!.Lower.ShouldBe(Quantity.Parse("0.2 eV"));
        document.Find("electrolyte/1/conductivity")!.Source!.Citation.ShouldBe("fact F003-0007");
        document.Build(Sample.Materials).InputHash.ShouldBe(Cell.InputHash);
    }

    [Fact]
    public void Variant_LaidOverTheBase_ChangesOnlyWhatItStates()
    {
        CellDocument document = Sample.Read();
        document.VariantNames.ShouldBe(["pouch", "cold"]);

        CellDescription pouch = document.Variant("pouch").Build(Sample.Materials);

        pouch.Name.ShouldBe("NCM811 | AIOSE | Li coin cell (pouch)");
        pouch.Area.ShouldBe(9e-4, 1e-18);
        pouch.PorousPositive!.ActiveLoading.ShouldBe(0.021, 1e-15);
        pouch.PorousPositive.Thickness.ShouldBe(20e-6, 1e-18);
        pouch.Layers[0].Thickness.ShouldBe(300e-6, 1e-18);
        pouch.InputHash.ShouldNotBe(Cell.InputHash);
        document.Variant("cold").Name.ShouldBe("cold cell");
        document.Variant("cold").Temperature.ShouldBe(253.15, 1e-12);
    }

    [Fact]
    public void Variant_SeveralJoined_LieOverEachOtherInTheirOrder()
    {
        CellDocument document = Sample.Read();

        CellDocument both = document.Variant("pouch + cold"), cold = document.Variant("cold");

        both.Name.ShouldBe("cold cell");
        both.Temperature.ShouldBe(cold.Temperature);
        both.Build(Sample.Materials).Area.ShouldBe(9e-4, 1e-18);
        document.Variant("cold + pouch").Name.ShouldBe("cold cell (pouch)");
        document.Variant("cold + pouch").Build(Sample.Materials).Area.ShouldBe(9e-4, 1e-18);
        CellDocument.VariantParts("pouch + cold").ShouldBe(["pouch", "cold"]);
        var error = Should.Throw<InputException>(() => document.Variant("pouch + kold"));
        error.Problem.ShouldContain("'kold'");
        error.Remedy.ShouldContain("cold");
    }

    [Fact]
    public void Variant_StatingAnAlternative_ReplacesTheOther()
    {
        CellDocument document = Sample.Read(
            "pouch: {area: 9 cm2, cathode: {loading: 2.1 mg/cm2}}",
            "pouch: {diameter: 10 mm, cathode: {electrode loading: 2.5 mg/cm2, thickness: , porosity: 60 vol%}}");

        CellDescription cell = document.Variant("pouch").Build(Sample.Materials);

        cell.Area.ShouldBe(Math.PI * 25e-6, 1e-18);
        cell.PorousPositive!.ActiveLoading.ShouldBe(0.02, 1e-15);
        ((BinaryLayer)cell.PorousPositive.Pores).VolumeFraction.ShouldBe(0.6);
    }

    [Fact]
    public void Build_Twice_GivesTheSameHash()
    {
        Sample.Read().Build(Sample.Materials).InputHash.ShouldBe(Cell.InputHash);
        Sample.Read("area: 1.131 cm2", "area:   1.131 cm2   # reordered\n").Build(Sample.Materials).InputHash.ShouldBe(Cell.InputHash);
        Sample.Read("area: 1.131 cm2", "area: 1.132 cm2").Build(Sample.Materials).InputHash.ShouldNotBe(Cell.InputHash);
    }

    [Fact]
    public void Sources_FactsMappingsAndAssumptions_AreKept()
    {
        var facts = new Facts();
        CellDocument document = CellDocument.ReadText(
            "cell.yaml",
            Sample.Cell.Replace("thickness: 10 um", "thickness: {value: 10 um, source: {citation: Doe 2026, doi: 10.1/x, place: p. 3}}", StringComparison.Ordinal),
            facts);

        document.Find("electrolyte/1/conductivity")!.Source.ShouldBe(Facts.Known);
        document.Find("electrolyte/AIOSE/conductivity/activation energy")!.Source.ShouldBe(Facts.Known);
        document.Find("lithium/thickness")!.Source.ShouldBe(new Source(Origin.Published, "Doe 2026", "10.1/x", "p. 3", Confidence.Verified));
        document.Find("electrolyte/1/diffusivity")!.Source.ShouldBe(Source.Assumption("the publication is silent"));
        document.Find("area")!.Source!.Place.ShouldBe("line 2");
        document.Find("cathode/porosity").ShouldBeNull();
        document.Find("electrolyte/1/conductivity")!.State.ShouldBe(ReferenceState.EffectiveInHost);
        document.Find("electrolyte/1/conductivity")!.Temperature.ShouldBe(298.15);
    }

    private sealed class Facts : IFactSources
    {
        public static readonly Source Known = new(Origin.Published, "Zheng 2025", null, "Fig. 2", Confidence.Verified);

        public Source? Find(string factId) => factId == "F003-0007" ? Known : null;
    }
}
