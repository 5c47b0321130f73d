using System.Text;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Bpx;
using Lamella.Core.Errors;
using Lamella.Materials.Bpx;
using Lamella.Materials.Electrodes;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Description.Bpx;

public sealed class BpxImportTests
{
    [Theory]
    [InlineData("nmc_pouch_cell_BPX")]
    [InlineData("lfp_18650_cell_BPX")]
    [Trait("Level", "reference")]
    public void Read_OfAPublicExample_GivesTheCellOfThePublicConversion(string name)
    {
        BpxImport import = BpxImport.Read(SharedFolder.Require($"reference/cells/thirdparty/{name}.json"));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require($"reference/cells/params/bpx_{name}.json")));
        JsonElement set = document.RootElement;
        double Value(string key) => set.GetProperty(key).GetDouble();

        CellDescription cell = import.Cell;
        double area = Value("Electrode area [m2]") * Value("Number of electrode pairs connected in parallel to make a cell");
        cell.Area.ShouldBe(area, 1e-12);
        cell.OneCCurrentDensity.ShouldBe(Value("Nominal cell capacity [A.h]") / area, 1e-12);
        (cell.LowerCutOff, cell.UpperCutOff).ShouldBe((Value("Lower voltage cut-off [V]"), Value("Upper voltage cut-off [V]")));
        (import.Temperature, import.StateOfCharge).ShouldBe((298.15, 1.0));
        foreach ((string side, PorousElectrode electrode) in ((string, PorousElectrode)[])[("Negative", cell.PorousNegative!), ("Positive", cell.PorousPositive!)])
        {
            ActiveParticles particles = electrode.Particles.ShouldHaveSingleItem();
            particles.VolumeFraction.ShouldBe(Value($"{side} electrode active material volume fraction"), 1e-12);
            (particles.ChargedStoichiometry * particles.MaximumConcentration).ShouldBe(
                Value($"Initial concentration in {side.ToLowerInvariant()} electrode [mol.m-3]"), 2e-3 * particles.MaximumConcentration);
            double porosity = Value($"{side} electrode porosity"), exponent = Value($"{side} electrode Bruggeman coefficient (electrolyte)");
            var pores = (BinaryLayer)electrode.Pores;
            pores.Conductivity.At(1000.0, 298.15).ShouldBe(0.9487 * Math.Pow(porosity, exponent), 1e-9);
            pores.Diffusivity.At(1000.0, 298.15).ShouldBe(1.7694e-10 * Math.Pow(porosity, exponent), 1e-19);
            JsonElement samples = set.GetProperty($"{side} electrode exchange-current density [A.m-2]").GetProperty("samples");
            foreach ((JsonElement point, JsonElement value) in samples.GetProperty("points").EnumerateArray().Zip(samples.GetProperty("values").EnumerateArray()))
            {
                double[] row = [.. point.EnumerateArray().Select(number => number.GetDouble())];
                double expected = value.GetDouble();
                particles.Material.Kinetics.ExchangeCurrentDensity(row[0], row[1] / row[2], row[3]).ShouldBe(expected, 1e-9 * expected);
            }
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_OfVersion1_TakesBlendStateAndHeat()
    {
        BpxImport import = Sample();

        import.Cell.PorousPositive.ShouldNotBeNull().Particles.Select(population => population.Material.Name).ShouldBe(["Large", "Small"]);
        import.Cell.PorousNegative.ShouldNotBeNull().Particles[0].ChargedStoichiometry.ShouldBe(0.9);
        import.StateOfCharge.ShouldBe(0.8);
        LumpedThermal thermal = import.Cell.Thermal.ShouldNotBeNull();
        thermal.HeatCapacity.ShouldBe(2000.0 * 900.0 * 1e-5 / 0.04, 1e-9);
        thermal.Cooling.ShouldBe(10.0 * 0.03 / 0.04, 1e-12);
        thermal.Ambient.ShouldBe(293.15);
        ((BinaryLayer)import.Cell.Layers[0]).RestConcentration.ShouldBe(1100.0);

        // i0 = F·k·√[(c/c0)·x·(1 − x)] with c0 = 1100 mol/m³.
        IntercalationKinetics kinetics = import.Cell.PorousPositive.Particles[0].Material.Kinetics;
        double expected = 96485.33212331001 * 2e-5 * Math.Sqrt(900.0 / 1100.0 * 0.4 * 0.6);
        kinetics.ExchangeCurrentDensity(900.0, 0.4, 298.15).ShouldBe(expected, 1e-12 * expected);
        ActiveMaterial large = import.Cell.PorousPositive.Particles[0].Material;
        (large.OpenCircuitPotential.At(0.5, 308.15) - large.OpenCircuitPotential.At(0.5, 298.15)).ShouldBe(-1e-3, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_WithoutNegativeElectrode_IsAHalfCellAgainstLithium()
    {
        BpxDocument document = SampleDocument() with { Negative = null, Model = "Partial" };

        BpxImport import = BpxImport.Build(document, "half.json");

        import.Cell.Negative.ShouldBeOfType<LithiumElectrode>().Thickness.ShouldBe(700e-6);
        import.Notes.ShouldContain(note => note.Contains("lithium foil"));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_WithTooLittle_SaysWhatIsMissing()
    {
        BpxDocument document = SampleDocument();

        Should.Throw<InputException>(() => BpxImport.Build(document with { Electrolyte = null }, "x.json")).Message.ShouldContain("'Electrolyte'");
        Should.Throw<InputException>(() => BpxImport.Build(document with { Positive = null }, "x.json")).Message.ShouldContain("'Positive electrode'");
        BpxElectrode single = document.Positive! with { Conductivity = double.NaN, TransportEfficiency = double.NaN, Porosity = double.NaN };
        Should.Throw<InputException>(() => BpxImport.Build(document with { Positive = single }, "x.json")).Message.ShouldContain("porous electrodes");
    }

    internal static BpxDocument SampleDocument() => BpxFile.Read("sample.json", Encoding.UTF8.GetBytes(BpxSample.Text));

    internal static BpxImport Sample() => BpxImport.Build(SampleDocument(), "sample.json");
}
