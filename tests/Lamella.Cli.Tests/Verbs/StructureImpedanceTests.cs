using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary><c>lamella structure impedance</c>, and parts of volumes in the other commands.</summary>
[Trait("Level", "unit")]
public sealed class StructureImpedanceTests
{
    private static readonly string Volume = Path.Combine(CommandLineRunner.Root, "data", "structures", "composite.npz");
    private static readonly string[] Composite =
        [Volume, "--voxel", "0.5 um", "--crop", "0:20,2:20,4:20", "--phase", "0=insulator", "--phase", "1=0.99 mS/cm", "--phase", "2=1.2 mS/cm", "--interface", "1,2=0.8 ohm cm2"];

    [Fact]
    public async Task Impedance_LowFrequency_IsTheResistanceOfTheConduction()
    {
        CommandLineRun impedance = await CommandLineRunner.RunAsync(
            ["structure", "impedance", .. Composite, "--permittivity", "1=60", "--capacitance", "1,2=1 uF/cm2", "--from", "1 MHz", "--to", "1 Hz", "--points", "1", "--tolerance", "1e-6", "--json"]);
        CommandLineRun conduction = await CommandLineRunner.RunAsync(["structure", "conduct", .. Composite, "--direction", "z", "--tolerance", "1e-6", "--json"]);

        using JsonDocument spectrum = JsonDocument.Parse(impedance.Output), steady = JsonDocument.Parse(conduction.Output);
        double conductivity = steady.RootElement.GetProperty("directions")[0].GetProperty("conductivity_S_per_m").GetDouble();
        double[] real = Numbers(spectrum, "conductivity_real_S_per_m"), negative = Numbers(spectrum, "impedance_negative_imaginary_ohm_m2");
        real.Length.ShouldBe(7);
        real[^1].ShouldBe(conductivity, 1e-5 * conductivity);
        real[0].ShouldBeGreaterThan(1.1 * conductivity); // the capacitance bridges the interface
        negative.ShouldAllBe(value => value > 0.0);
        Numbers(spectrum, "impedance_real_ohm_m2")[^1].ShouldBe(20 * 0.5e-6 / conductivity, 1e-5 * 20 * 0.5e-6 / conductivity);
    }

    [Fact]
    public async Task Impedance_Output_IsATableOfEveryFrequency()
    {
        string file = Path.Combine(Path.GetTempPath(), "lamella-impedance-" + Guid.NewGuid().ToString("N") + ".csv");
        try
        {
            CommandLineRun run = await CommandLineRunner.RunAsync(
                ["structure", "impedance", .. Composite, "--from", "1 kHz", "--to", "10 Hz", "--points", "2", "--direction", "x", "-o", file]);

            run.ExitCode.ShouldBe(ExitCode.Success);
            run.Output.ShouldContain("20 x 20 x 20 voxels, field along x, a layer of 10 um");
            string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            lines[0].ShouldStartWith("Frequency / Hz,Real Impedance / ohm cm2,Negative Imaginary Impedance / ohm cm2");
            lines.Length.ShouldBe(6);
            lines[1].ShouldStartWith("1000,");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("the interface 0,1 has no resistance", "--capacitance", "0,1=1 uF/cm2")]
    [InlineData("is no relative permittivity", "--permittivity", "1=-3")]
    [InlineData("no phase has the labels 7", "--permittivity", "7=3")]
    [InlineData("names several directions", "--direction", "xy")]
    [InlineData("is no number of frequencies per decade", "--points", "0")]
    [InlineData("is no frequency", "--from", "1 ohm")]
    [InlineData("is a capacitance", "--grain-capacitance", "1=1 F")]
    public async Task Impedance_BadInput_SaysWhatToWrite(string message, string option, string value)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "impedance", .. Composite, option, value]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Measure_PartWithJoinedVoxels_IsThatPart()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "measure", Volume, "--voxel", "0.5 um", "--crop", "0:20,0:16,0:12", "--bin", "2", "--json");

        using JsonDocument result = JsonDocument.Parse(run.Output);
        Numbers(result, "voxels").ShouldBe([10.0, 8.0, 6.0]);
        Numbers(result, "voxel_size_um").ShouldBe([1.0, 1.0, 1.0]);
    }

    [Fact]
    public async Task Conduct_PartBeyondTheVolume_SaysWhatIsThere()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-2=1 S/m", "--crop", "0:900,0:4,0:4");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("900 voxels from 0 along x cannot be taken from 40");
    }

    private static double[] Numbers(JsonDocument document, string name) =>
        [.. document.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
