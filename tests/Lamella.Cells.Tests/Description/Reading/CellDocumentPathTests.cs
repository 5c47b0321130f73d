using System.Diagnostics;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Tests.Description.Reading;

[Trait("Level", "unit")]
public sealed class CellDocumentPathTests
{
    [Fact]
    public void With_StatedValue_ReplacesItAndKeepsStateAndTemperature()
    {
        CellDocument changed = Sample.Read().With("electrolyte/1/conductivity", Quantity.Parse("1 mS/cm"));

        Quantity now = changed.Find("electrolyte/AIOSE/conductivity")!;
        (now.State, now.Temperature, now.Source!.Origin).ShouldBe((ReferenceState.EffectiveInHost, 298.15, Origin.Calibrated));
        changed.Build(Sample.Materials).Layers[0].Conductivity.At(1000.0, 298.15).ShouldBe(0.1, 1e-15);
        Sample.Read().Find("electrolyte/AIOSE/conductivity")!.Value.ShouldBe(0.58);
    }

    [Fact]
    public void With_DefaultedValue_IsUsed()
    {
        CellDocument document = Sample.Read();

        document.With("cathode/exchange current density", Quantity.Parse("0.3 mA/cm2")).Build(Sample.Materials)
            .PorousPositive!.Particles[0].Material.Kinetics.ReferenceExchangeCurrentDensity.ShouldBe(3.0, 1e-14);
        document.With("cathode/film resistance", Quantity.Parse("30 ohm cm2")).Build(Sample.Materials)
            .PorousPositive!.Particles[0].FilmResistance.ShouldBe(30e-4, 1e-17);
        CellDocument without = Sample.Read("  solid diffusivity: 4e-15 m2/s\n", string.Empty);
        var law = without.With("cathode/solid diffusivity/activation energy", Quantity.Parse("50 kJ/mol"))
            .Build(Sample.Materials).PorousPositive!.Particles[0].Material.Diffusivity;
        var own = without.Build(Sample.Materials).PorousPositive!.Particles[0].Material.Diffusivity;
        law.At(0.4, 298.15).ShouldBe(own.At(0.4, 298.15), 1e-26);
        (law.At(0.4, 308.15) / law.At(0.4, 298.15)).ShouldBe(
            Math.Exp(50e3 / 8.31446261815324 * ((1.0 / 298.15) - (1.0 / 308.15))), 1e-12);
    }

    /// <summary>Every path of the format can be set, and setting it changes what is built.</summary>
    [Fact]
    [Trait("Level", "contract")]
    public void With_EveryPath_ChangesTheCell()
    {
        // Without effect in this cell, or contradicting what it states: their errors are tested elsewhere.
        string[] others =
        [
            "cathode/porosity", "electrolyte/AIOSE/porosity", "electrolyte/AIOSE/bruggeman", "electrolyte/AIOSE/tortuosity factor",
            "cathode/composition/active", "cathode/composition/binder", "cathode/composition/carbon", "cathode/active volume fraction",
            "cathode/charged stoichiometry", "cathode/discharged stoichiometry", "cathode/radius spread", "cathode/plateau spread",
            "cathode/populations", "cathode/lithium loss", "electrolyte/AIOSE/exchange resistance",
            "electrolyte/AIOSE/exchange resistance/activation energy", "electrolyte/AIOSE/interface area",
            "bipolar stack/resistance", "electrolyte/AIOSE/ceramic conductivity/activation energy", "cathode/electrolyte/ceramic conductivity/activation energy",
        ];
        CellDocument document = Sample.Read();
        string before = Print(document);
        foreach (string path in document.Paths.Except(others))
        {
            DescribedInput? used = document.Inputs(Sample.Materials).Values.FirstOrDefault(input => input.Path == path);
            Quantity value = used is not null ? used.Quantity with { Value = Nudged(used.Quantity), State = ReferenceState.None }
                : Quantity.Parse(path switch
                {
                    "diameter" => "10 mm",
                    "cathode/electrode loading" => "2.3 mg/cm2",
                    "cathode/maximum concentration" => "45 mol/L",
                    "bipolar stack/cells" => "2",
                    _ when path.EndsWith("capacitance", StringComparison.Ordinal) => "10 uF/cm2",
                    _ when path.EndsWith("ceramic conductivity", StringComparison.Ordinal) => "0.1 mS/cm",
                    _ => path.EndsWith("activation energy", StringComparison.Ordinal) ? "0.3 eV" : "1.7",
                });

            Print(document.With(path, value)).ShouldNotBe(before, path);
        }

        static double Nudged(Quantity quantity) => quantity.Value == 0.0 ? 1.0 : quantity.Value * 0.99;
    }

    [Fact]
    public void With_AnAlternative_ReplacesTheOther()
    {
        CellDocument document = Sample.Read().With("diameter", Quantity.Parse("10 mm"));

        document.Find("area").ShouldBeNull();
        document.With("area", Quantity.Parse("2 cm2")).Find("diameter").ShouldBeNull();
        document.FindRange("electrolyte/1/diffusivity")!.Upper.ShouldBe(Quantity.Parse("3e-10 m2/s"));
        document.With("lithium/exchange current density/activation energy", Quantity.Parse("0.3 eV"))
            .Find("lithium/activation energy").ShouldBeNull();
    }

    [Theory]
    [InlineData("cathode/solid difusivity", "1e-14 m2/s", "Did you mean 'cathode/solid diffusivity'?")]
    [InlineData("electrolyte/3/thickness", "1 um", "is no quantity of this cell")]
    [InlineData("cathode/solid diffusivity", "1 um", "must be a diffusivity")]
    [InlineData("electrolyte/1/thickness", "-1 um", "above 0 um")]
    [InlineData("cathode/electrolyte/salt concentration", "0 mol/L", "above 0 mol/L")]
    public void With_WrongPathOrValue_SaysWhatIsAllowed(string path, string value, string problem) =>
        Should.Throw<ArgumentException>(() => Sample.Read().With(path, Quantity.Parse(value))).Message.ShouldContain(problem);

    [Fact]
    public void With_DefaultedConductivityWithoutState_IsRefused()
    {
        CellDocument document = Sample.Read(
            "    conductivity: {value: 2 mS/cm, state: bulk phase}\n", "    material: lipf6-ec-emc-nyman2008\n");

        Should.Throw<ArgumentException>(() => document.With("cathode/electrolyte/conductivity", Quantity.Parse("1 mS/cm")))
            .Message.ShouldContain("needs a reference state");
        document.With("cathode/electrolyte/conductivity", Quantity.Parse("1 mS/cm") with { State = ReferenceState.EffectiveInHost })
            .Build(Sample.Materials).PorousPositive!.Pores.Conductivity.At(1000.0, 298.15).ShouldBe(0.1, 1e-15);
    }

    [Fact]
    public void Inputs_OfACell_ListStatedDefaultedAndAssumedValues()
    {
        DescribedInputs inputs = Sample.Read().Inputs(Sample.Materials);

        DescribedInput Find(string path) => inputs.Values.Single(input => input.Path == path);
        Find("electrolyte/AIOSE/conductivity").Quantity.ToString().ShouldBe("0.58 mS/cm");
        Find("electrolyte/AIOSE/conductivity").IsDefault.ShouldBeFalse();
        Find("electrolyte/AIOSE/diffusivity").IsAssumed.ShouldBeTrue();
        Find("electrolyte/AIOSE/diffusivity").Range!.ToString().ShouldBe("1e-11 m2/s to 3e-10 m2/s");
        Find("cathode/particle radius").IsDefault.ShouldBeTrue();
        Find("cathode/binder density").Quantity.ToString().ShouldBe("1.78 g/cm3");
        Find("cathode/binder density").IsAssumed.ShouldBeTrue();
        Find("cathode/porosity").Source.Origin.ShouldBe(Origin.Derived);
        Find("cathode/solid diffusivity/activation energy").IsDefault.ShouldBeTrue();
        inputs.Laws.ShouldContain(law => law.Path == "cathode/open-circuit potential" && law.Material == "ncm811-chen2020");
        inputs.Notes.ShouldContain(note => note.Contains("no temperature law", StringComparison.Ordinal));
        inputs.Values.Select(input => input.Path).ShouldBeUnique();
        inputs.Values.Where(input => !input.IsDefault).Select(input => input.Path)
            .ShouldBe(inputs.Values.Where(input => !input.IsDefault).Select(input => input.Path).Distinct());
    }

    /// <summary>Whatever the file states is used, or the table of inputs would hide it.</summary>
    [Fact]
    [Trait("Level", "contract")]
    public void Inputs_OfACell_MissNoStatedValue()
    {
        CellDocument document = Sample.Read();
        string[] used = [.. document.Inputs(Sample.Materials).Values.Where(input => !input.IsDefault).Select(input => input.Path)];

        document.Paths.Where(path => document.Find(path) is not null).Except(used).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cathode/solid diffusivity", "4e-15 m2/s")]
    [InlineData("cathode/reversible capacity", "200 mAh/g")]
    [InlineData("electrolyte/AIOSE/conductivity", "0.6 mS/cm")]
    public void WithAndBuild_ManyTimes_TakeLessThanThreeTenthsOfAMillisecond(string path, string middle)
    {
        CellDocument document = Sample.Read();
        var first = Quantity.Parse(middle);
        Quantity[] values = [.. Enumerable.Range(1, 50).Select(i => first with { Value = first.Value * (1.0 - (1e-4 * i)) })];
        double best = double.PositiveInfinity;
        for (int round = 0; round < 20; round++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (Quantity value in values)
            {
                _ = document.With(path, value).Build(Sample.Materials);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / values.Length);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{best:F4} ms a build"));
        best.ShouldBeLessThan(0.3);
    }

    /// <summary>Prints what the model sees of a cell.</summary>
    private static string Print(CellDocument document)
    {
        CellDescription cell = document.Build(Sample.Materials);
        IEnumerable<double> numbers =
        [
            cell.Area, document.Temperature, cell.LowerCutOff, cell.UpperCutOff, cell.OneCCurrentDensity, cell.ContactResistance,
            .. Of((LithiumElectrode)cell.Negative), .. cell.Layers.SelectMany(Of),
            .. cell.Joints.SelectMany(j => (double[])[j.Resistance, j.PartitionCoefficient, j.ActivationEnergy]),
            .. Of(cell.PorousPositive!),
        ];
        return string.Join(' ', numbers.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static double[] Of(LithiumElectrode side) =>
    [
        side.Thickness, side.FilmResistance, side.FilmActivationEnergy, side.Metal.ReferenceExchangeCurrentDensity,
        side.Metal.ActivationEnergy, side.DoubleLayerCapacitance, side.FilmCapacitance,
    ];

    private static double[] Of(ElectrolyteLayer layer)
    {
        var binary = (BinaryLayer)layer;
        return
        [
            layer.Thickness, layer.Conductivity.At(1000.0, 310.0), binary.Diffusivity.At(1000.0, 310.0),
            binary.TransferenceNumber.At(1000.0, 310.0), binary.ThermodynamicFactor.At(1000.0, 310.0), binary.VolumeFraction,
            binary.RestConcentration, binary.RelativePermittivity, binary.CeramicConductivity?.At(1000.0, 310.0) ?? 0.0,
        ];
    }

    private static double[] Of(PorousElectrode cathode) =>
    [
        .. Of(cathode.Pores), cathode.ActiveVolumeFraction, cathode.ElectronicConductivity, cathode.DoubleLayerCapacitance,
        .. cathode.Particles.SelectMany(p => (double[])
        [
            p.Radius, p.MaximumConcentration, p.ChargedStoichiometry, p.DischargedStoichiometry, p.FilmResistance,
            p.Material.Diffusivity.At(0.5, 310.0), p.Material.Kinetics.ReferenceExchangeCurrentDensity, p.Material.Kinetics.ActivationEnergy,
        ]),
    ];
}
