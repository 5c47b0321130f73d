using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Bpx;
using Lamella.Tests;

namespace Lamella.Materials.Tests.Bpx;

public sealed class BpxFileTests
{
    /// <summary>Gets a text of the sample, what replaces it, the line of the error, and words of its message.</summary>
    public static TheoryData<string, string, int, string> Faults => new()
    {
        { "\"Title\"", "\"Tilte\"", 2, "Did you mean 'Title'?" },
        { "\"Header\"", "\"Heeder\"", 2, "Did you mean 'Header'?" },
        { "\"1.1.0\"", "\"2.0\"", 2, "the BPX version is '2.0'" },
        { "\"1.1.0\"", "\"one\"", 2, "the BPX version is 'one'" },
        { "\"DFN\"", "\"P2D\"", 2, "DFN, SPMe, SPM, Partial" },
        { "\"Electrode area [m2]\": 0.02", "\"Electrode area [m2]\": -0.02", 4, "a number above 0" },
        { "\"Electrode area [m2]\": 0.02", "\"Electrode area [m2]\": \"0.02\"", 4, "is no number" },
        { "\"Electrode area [m2]\": 0.02", "\"Electrode area [cm2]\": 200", 4, "Electrode area [m2]" },
        { "\"Electrode area [m2]\": 0.02,", "", 4, "lacks the key 'Electrode area [m2]'" },
        { "\"Lower voltage cut-off [V]\": 2.7", "\"Lower voltage cut-off [V]\": 4.7", 5, "not below the upper" },
        { "pairs connected in parallel to make a cell\": 2", "pairs connected in parallel to make a cell\": 2.5", 4, "a whole number" },
        { "exp(-0.5 * x)", "exq(-0.5 * x)", 8, "did you mean 'exp'" },
        { "exp(-0.5 * x)", "exp(-0.5 * x))", 8, "is no expression" },
        { "\"x\": [0, 0.5, 1]", "\"x\": [0, 0.5]", 16, "2 values of x and 3 of y" },
        { "\"x\": [0, 0.5, 1]", "\"x\": [0, 0.5, 0.5]", 16, "x = 0.5 stands twice" },
        { "\"Maximum stoichiometry\": 0.9", "\"Maximum stoichiometry\": 1.9", 11, "from 0 to 1" },
        { "\"Minimum stoichiometry\": 0.01", "\"Minimum stoichiometry\": 0.95", 11, "not below the maximum" },
        { "\"Transport efficiency\": 0.3,", "", 14, "lacks 'Transport efficiency'" },
        { "\"Initial state-of-charge\": 0.8", "\"Initial state-of-charge\": 80", 20, "from 0 to 1" },
        { "\"LLI\": 0", "\"LLI\": 0.05", 22, "the cell is aged" },
        { "\"Time [s]\": [0, 10]", "\"Time [s]\": [0]", 24, "different lengths" },
        { "\"Separator\": {\"Thickness [m]\": 2e-5, \"Porosity\": 0.5, \"Transport efficiency\": 0.35}", "\"User-defined\": {}", 3, "lacks the section 'Separator'" },
        { "2e-5, \"Porosity\"", "2e-5 \"Porosity\"", 18, "no JSON" },
        { "\"Model\": \"DFN\"}", "\"Model\": \"DFN\"", 25, "no JSON" },
    };

    [Fact]
    [Trait("Level", "unit")]
    public void Read_OfVersion1_GivesEveryValue()
    {
        BpxDocument document = Read(BpxSample.Text);

        (document.Version, document.Title, document.Model).ShouldBe(("1.1.0", "Sample", "DFN"));
        document.Cell.ShouldNotBeNull().NominalCapacity.ShouldBe(5400.0);
        document.Cell.Pairs.ShouldBe(2);
        document.Electrolyte.ShouldNotBeNull().Conductivity.At(0.0).ShouldBe(2.1, 1e-15);
        document.Electrolyte.ConductivityActivationEnergy.ShouldBe(17100.0);
        document.Electrolyte.Diffusivity.Number.ShouldBe(3e-10);
        BpxElectrode negative = document.Negative.ShouldNotBeNull();
        negative.Particles.ShouldHaveSingleItem().VolumeFraction.ShouldBe(0.6, 1e-15);
        BpxElectrode positive = document.Positive.ShouldNotBeNull();
        positive.Particles.Select(particle => particle.Name).ShouldBe(["Large", "Small"]);
        positive.Particles[0].Diffusivity.Table.Length.ShouldBe(3);
        positive.Particles[0].Diffusivity.At(0.25).ShouldBe(1.5e-14, 1e-28);
        positive.Particles[0].EntropicCoefficient.ShouldNotBeNull().Number.ShouldBe(-1e-4);
        document.Separator.ShouldNotBeNull().TransportEfficiency.ShouldBe(0.35);
        (document.State.InitialStateOfCharge, document.State.SaltConcentration).ShouldBe((0.8, 1100.0));
        (document.State.AmbientTemperature, document.State.HeatTransferCoefficient).ShouldBe((293.15, 10.0));
        document.Validation.ShouldHaveSingleItem().Voltage.ShouldBe([4.1, 4.0]);
    }

    [Theory]
    [InlineData("nmc_pouch_cell_BPX.json", 34, 12.5, 2)]
    [InlineData("lfp_18650_cell_BPX.json", 1, 2.0, 0)]
    [Trait("Level", "published")]
    public void Read_OfAPublicExampleOfVersion0_GivesItsCell(string file, int pairs, double ampereHours, int curves)
    {
        BpxDocument document = BpxFile.Read(SharedData.RequireFile("reference", "cells", "thirdparty", file));

        document.Version.ShouldBe("0.1.0");
        document.Cell.ShouldNotBeNull().Pairs.ShouldBe(pairs);
        document.Cell.NominalCapacity.ShouldBe(3600.0 * ampereHours);
        document.State.SaltConcentration.ShouldBe(1000.0);
        document.State.InitialTemperature.ShouldBe(298.15);
        document.Validation.Length.ShouldBe(curves);
    }

    [Theory]
    [InlineData("nmc_pouch_cell_BPX")]
    [InlineData("lfp_18650_cell_BPX")]
    [Trait("Level", "reference")]
    public void Functions_OfAPublicExample_AgreeWithTheSampledSet(string name)
    {
        BpxDocument document = BpxFile.Read(SharedData.RequireFile("reference", "cells", "thirdparty", name + ".json"));
        (string Function, BpxFunction Read, double Energy)[] functions =
        [
            ("Positive electrode OCP [V]", document.Positive!.Particles[0].Potential, 0.0),
            ("Negative electrode OCP [V]", document.Negative!.Particles[0].Potential, 0.0),
            ("Negative electrode OCP entropic change [V.K-1]", document.Negative.Particles[0].EntropicCoefficient!, 0.0),
            ("Electrolyte conductivity [S.m-1]", document.Electrolyte!.Conductivity, 17100.0),
            ("Electrolyte diffusivity [m2.s-1]", document.Electrolyte.Diffusivity, 17100.0),
        ];

        foreach ((string function, BpxFunction read, double energy) in functions)
        {
            Lamella.Materials.Laws.PropertyLaw law = read.ToLaw(Source.Assumption("test"), energy, 298.15, new(0.0, 1.0));
            foreach ((double[] row, double expected) in SharedData.RequireTable("bpx_" + name, function))
            {
                law.At(row[0], row.Length > 1 ? row[1] : 298.15).ShouldBe(expected, 1e-9 * Math.Max(1e-4, Math.Abs(expected)), $"{function}({row[0]})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("Level", "unit")]
    public void Read_OfAFault_SaysWhereAndWhatIsAllowed(string text, string instead, int line, string words)
    {
        BpxSample.Text.Contains(text, StringComparison.Ordinal).ShouldBeTrue();
        int at = BpxSample.Text.IndexOf(text, StringComparison.Ordinal);

        InputException error = Should.Throw<InputException>(() => Read(BpxSample.Text[..at] + instead + BpxSample.Text[(at + text.Length)..]));

        error.Message.ShouldContain(words);
        error.Place.Line.ShouldBe(line);
        error.Place.File.ShouldBe("cell.json");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("\"Nominal cell capacity", "\"Ambient temperature [K]\": 298.15, \"Nominal cell capacity", "temperatures under State")]
    [InlineData("\"Cation transference number", "\"Initial concentration [mol.m-3]\": 1000, \"Cation transference number", "Initial electrolyte concentration")]
    [Trait("Level", "unit")]
    public void Read_OfAKeyOfVersion0InVersion1_SaysWhereItMoved(string text, string instead, string words)
    {
        string wrong = BpxSample.Text.Replace(text, instead, StringComparison.Ordinal);

        Should.Throw<InputException>(() => Read(wrong)).Message.ShouldContain(words);
        Read(wrong.Replace("\"1.1.0\"", "\"0.4.0\"", StringComparison.Ordinal)).Cell.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_OfTabsBomAndWindowsLines_IsTheSame()
    {
        string tabs = BpxSample.Text.Replace("  ", "\t", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(tabs)];

        BpxFile.Read("cell.json", bytes).Positive.ShouldNotBeNull().Particles.Length.ShouldBe(2);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Read_OfDamagedFiles_GivesADocumentOrSaysWhy()
    {
        byte[] sample = Encoding.UTF8.GetBytes(BpxSample.Text);
        Gen<byte[]> damaged =
            from count in Gen.Choose(1, 4)
            from places in Gen.Choose(0, sample.Length - 1).ArrayOf(count)
            from bytes in Gen.Elements<byte>((byte)'"', (byte)',', (byte)'{', (byte)'}', (byte)'[', (byte)'0', (byte)'x', (byte)'\n', (byte)'\t', (byte)':', 0, 0xff, (byte)'-').ArrayOf(count)
            from cut in Gen.Choose(0, 9)
            select Damage(sample, places, bytes, cut);
        Prop.ForAll(damaged.ToArbitrary(), bytes =>
        {
            try
            {
                return BpxFile.Read("cell.json", bytes).Title.Length > 0;
            }
            catch (InputException error)
            {
                return error.Problem.Length > 0 && error.Place.File == "cell.json";
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20261121, 7));
    }

    internal static BpxDocument Read(string text) => BpxFile.Read("cell.json", Encoding.UTF8.GetBytes(text));

    private static byte[] Damage(byte[] sample, int[] places, byte[] bytes, int cut)
    {
        byte[] copy = [.. sample];
        for (int k = 0; k < places.Length; k++)
        {
            copy[places[k]] = bytes[k];
        }

        return cut == 0 ? copy[..places[0]] : copy;
    }
}
