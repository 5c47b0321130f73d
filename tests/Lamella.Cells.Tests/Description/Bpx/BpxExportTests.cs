using System.Collections.Immutable;
using System.Text;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Bpx;
using Lamella.Cells.Tests.Continuum;
using Lamella.Materials.Bpx;
using Lamella.Materials.Laws;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Description.Bpx;

public sealed class BpxExportTests
{
    [Theory]
    [InlineData("nmc_pouch_cell_BPX")]
    [InlineData("lfp_18650_cell_BPX")]
    [InlineData("sample")]
    [Trait("Level", "identity")]
    public void Text_ReadAgain_IsTheSameCell(string name)
    {
        CellDescription before = name == "sample"
            ? BpxImportTests.Sample().Cell
            : BpxImport.Read(SharedFolder.Require($"reference/cells/thirdparty/{name}.json")).Cell;

        BpxExport export = BpxExport.Of(before);

        export.Obstacles.ShouldBeEmpty();
        export.Losses.ShouldBeEmpty();
        SameCell(ReadAgain(export), before, tolerance: 1e-12);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Text_OfTheExportOfAnExport_IsTheSameText()
    {
        string first = BpxExport.Of(BpxImportTests.Sample().Cell).Text;

        BpxExport.Of(BpxImport.Build(Parse(first), "again.json").Cell).Text.ShouldBe(first);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_AHalfCellWithClosedForms_IsPartialAndSaysWhatIsLost()
    {
        CellDescription xu = ReferenceCells.Xu2019 with
        {
            ContactResistance = 1e-4,
            Joints = [Joint.Perfect, new Joint(2e-4, 1.0)],
        };

        BpxExport export = BpxExport.Of(xu);

        export.Document.ShouldNotBeNull().Model.ShouldBe("Partial");
        foreach (string words in (string[])["lithium foil (700 um", "Joint 2 (2 ohm cm2", "contact resistance (1 ohm cm2)"])
        {
            export.Losses.ShouldContain(loss => loss.Contains(words), words);
        }

        CellDescription after = ReadAgain(export);
        after.Negative.ShouldBeOfType<LithiumElectrode>();
        PorousElectrode cathode = after.PorousPositive.ShouldNotBeNull(), original = xu.PorousPositive!;
        foreach (double x in (double[])[0.1, 0.2, 0.5, 0.9])
        {
            cathode.Particles[0].Material.OpenCircuitPotential.At(x, 298.15).ShouldBe(
                original.Particles[0].Material.OpenCircuitPotential.At(x, 298.15), 1e-12);
        }

        foreach (double c in (double[])[200.0, 1000.0, 1800.0])
        {
            double expected = original.Pores.Conductivity.At(c, 298.15);
            cathode.Pores.Conductivity.At(c, 298.15).ShouldBe(expected, 1e-12 * expected);
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_WhatBpxCannotHold_NamesEveryObstacle()
    {
        BpxExport laminate = BpxExport.Of(ReferenceCells.Laminate);
        laminate.Document.ShouldBeNull();
        laminate.Text.ShouldBeEmpty();
        laminate.Obstacles.ShouldContain(words => words.Contains("4 electrolyte layers (gel 1, ceramic, gel 2, gel 3)"));
        laminate.Obstacles.ShouldContain(words => words.Contains("ceramic: a single-ion conductor"));

        CellDescription symmetric = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", 1e-4, 0.1, 1e-11, 0.4));
        BpxExport.Of(symmetric).Obstacles.ShouldHaveSingleItem().ShouldContain("positive side is lithium foil");
        BpxExport.Of(symmetric with { Negative = new BlockingElectrode(), Positive = new BlockingElectrode() }).Obstacles.Length.ShouldBe(2);

        CellDescription xu = ReferenceCells.Xu2019;
        BpxExport.Of(xu with { CellsInSeries = 2 }).Obstacles.ShouldHaveSingleItem().ShouldContain("bipolar stack of 2 cells");
        var layer = (BinaryLayer)xu.Layers[0];
        BpxExport.Of(xu with { Layers = [layer with { CeramicConductivity = ReferenceCells.Constant(0.01) }] })
            .Obstacles.ShouldHaveSingleItem().ShouldContain("ceramic fraction");
        var host = new HostGuestLayer
        {
            Name = "AIOSE", Thickness = 1e-4, Conductivity = ReferenceCells.Constant(0.01), Guest = layer, ExchangeResistance = 1e-3, InterfaceArea = 1e6,
        };
        BpxExport.Of(xu with { Layers = [host] }).Obstacles.ShouldHaveSingleItem().ShouldContain("two phases");
    }

    private static BpxDocument Parse(string text) => BpxFile.Read("again.json", Encoding.UTF8.GetBytes(text));

    private static CellDescription ReadAgain(BpxExport export) => BpxImport.Build(Parse(export.Text), "again.json").Cell;

    internal static void SameCell(CellDescription actual, CellDescription expected, double tolerance)
    {
        void Same(double one, double other, string what) => one.ShouldBe(other, tolerance * Math.Abs(other), what);
        actual.Name.ShouldBe(expected.Name);
        Same(actual.Area, expected.Area, "area");
        Same(actual.OneCCurrentDensity, expected.OneCCurrentDensity, "1C");
        (actual.LowerCutOff, actual.UpperCutOff).ShouldBe((expected.LowerCutOff, expected.UpperCutOff));
        (actual.Thermal is null).ShouldBe(expected.Thermal is null);
        if (expected.Thermal is { } thermal)
        {
            Same(actual.Thermal!.HeatCapacity, thermal.HeatCapacity, "heat capacity");
            Same(actual.Thermal.Cooling, thermal.Cooling, "cooling");
        }

        SameLayer((BinaryLayer)actual.Layers[0], (BinaryLayer)expected.Layers[0], tolerance);
        foreach ((PorousElectrode one, PorousElectrode other) in ((PorousElectrode, PorousElectrode)[])
            [(actual.PorousNegative!, expected.PorousNegative!), (actual.PorousPositive!, expected.PorousPositive!)])
        {
            Same(one.Thickness, other.Thickness, "thickness");
            Same(one.ElectronicConductivity, other.ElectronicConductivity, "electronic conductivity");
            SameLayer((BinaryLayer)one.Pores, (BinaryLayer)other.Pores, tolerance);
            one.Particles.Length.ShouldBe(other.Particles.Length);
            foreach ((ActiveParticles a, ActiveParticles b) in one.Particles.Zip(other.Particles))
            {
                SameParticles(a, b, tolerance);
            }
        }
    }

    private static void SameParticles(ActiveParticles a, ActiveParticles b, double tolerance)
    {
        a.Material.Name.ShouldBe(b.Material.Name);
        (a.ChargedStoichiometry, a.DischargedStoichiometry).ShouldBe((b.ChargedStoichiometry, b.DischargedStoichiometry));
        ImmutableArray<(double One, double Other)> numbers =
        [
            (a.VolumeFraction, b.VolumeFraction), (a.Radius, b.Radius), (a.MaximumConcentration, b.MaximumConcentration),
            (a.Material.Kinetics.ExchangeCurrentDensity(800.0, 0.4, 310.0), b.Material.Kinetics.ExchangeCurrentDensity(800.0, 0.4, 310.0)),
        ];
        numbers.ShouldAllBe(pair => Math.Abs(pair.One - pair.Other) <= tolerance * Math.Abs(pair.Other));
        SameLaw(a.Material.OpenCircuitPotential, b.Material.OpenCircuitPotential, [0.1, 0.45, 0.8], tolerance);
        SameLaw(a.Material.Diffusivity, b.Material.Diffusivity, [0.1, 0.45, 0.8], tolerance);
    }

    private static void SameLayer(BinaryLayer a, BinaryLayer b, double tolerance)
    {
        a.Name.ShouldBe(b.Name);
        a.Thickness.ShouldBe(b.Thickness, tolerance * b.Thickness);
        a.VolumeFraction.ShouldBe(b.VolumeFraction, tolerance);
        a.RestConcentration.ShouldBe(b.RestConcentration);
        SameLaw(a.Conductivity, b.Conductivity, [200.0, 1000.0, 2000.0], tolerance);
        SameLaw(a.Diffusivity, b.Diffusivity, [200.0, 1000.0, 2000.0], tolerance);
        SameLaw(a.TransferenceNumber, b.TransferenceNumber, [1000.0], tolerance);
    }

    private static void SameLaw(PropertyLaw a, PropertyLaw b, double[] arguments, double tolerance)
    {
        foreach (double x in arguments)
        {
            foreach (double temperature in (double[])[280.0, 298.15, 320.0])
            {
                double expected = b.At(x, temperature);
                a.At(x, temperature).ShouldBe(expected, tolerance * Math.Abs(expected), $"{x} at {temperature} K");
            }
        }
    }
}
