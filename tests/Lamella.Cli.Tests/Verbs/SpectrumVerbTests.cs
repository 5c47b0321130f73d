using System.Globalization;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "contract")]
public sealed class SpectrumVerbTests
{
    [Fact]
    public async Task Spectrum_WithoutOutput_DrawsItAndWritesNothing()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--at-soc", "0.8", "--points", "5");

        run.Output.ShouldContain("-Z'' from ");
        run.Output.ShouldContain("at 1E+06 Hz");
        run.Output.ShouldContain("charge transfer");
        run.Error.ShouldBeEmpty();
        study.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Spectrum_Output_HoldsTheTableThePartsAndTheSummary()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--from", "100 kHz", "--to", "100 mHz", "--points", "3", "--output", study.Output, "--json");

        Directory.EnumerateFiles(study.Output).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)
            .ShouldBe(["result.json", "spectrum.csv", "spectrum.parts.csv"]);
        File.ReadAllText(Path.Combine(study.Output, "result.json")).ShouldBe(run.Output);
        string[] lines = File.ReadAllLines(Path.Combine(study.Output, "spectrum.csv"));
        lines[0].ShouldBe("Frequency / Hz,Real Impedance / ohm,Negative Imaginary Impedance / ohm");
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        rows.Length.ShouldBe(19); // six decades, both ends
        rows[0][0].ShouldBe(1e5);
        rows[^1][0].ShouldBe(0.1);
        rows[^1][1].ShouldBeGreaterThan(rows[0][1]);
        SumOfParts(Path.Combine(study.Output, "spectrum.parts.csv"), rows[0][0]).ShouldBe(rows[0][1], 1e-9 * rows[0][1]);
        using JsonDocument summary = JsonDocument.Parse(run.Output);
        summary.RootElement.GetProperty("state").GetProperty("state_of_charge").GetDouble().ShouldBe(0.5);
        summary.RootElement.GetProperty("frequency_Hz").GetArrayLength().ShouldBe(19);
    }

    [Fact]
    public async Task Spectrum_Twice_GivesTheSameBytesAndReplacesTheOlderResult()
    {
        using var study = new StudyCopy();
        string[] options = ["--points", "2", "--output", study.Output];
        await RunAsync(study, options);
        byte[] first = File.ReadAllBytes(Path.Combine(study.Output, "spectrum.csv"));

        await RunAsync(study, options);

        study.Written.ShouldBe(["output"]);
        File.ReadAllBytes(Path.Combine(study.Output, "spectrum.csv")).ShouldBe(first);
    }

    [Fact]
    public async Task Spectrum_AfterAStep_IsThatOfTheStateItLeaves()
    {
        using var study = new StudyCopy();
        string[] options = ["--at-soc", "1", "--points", "2", "--json"];

        using JsonDocument rested = JsonDocument.Parse((await RunAsync(study, options)).Output);
        using JsonDocument run = JsonDocument.Parse(
            (await RunAsync(study, [.. options, "--step", "Discharge at 0.5C for 1 h", "--step", "Rest for 1 h"])).Output);

        Voltage(run).ShouldBeLessThan(Voltage(rested) - 0.1);
        run.RootElement.GetProperty("steps").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("--from", "10 s", "is no frequency")]
    [InlineData("--to", "1 THz", "1e-6 Hz to 1e9 Hz")]
    [InlineData("--points", "0", "1 to 100")]
    [InlineData("--at-soc", "1.2", "--at-soc")]
    [InlineData("--model", "spne", "Did you mean 'spme'?")]
    [InlineData("--loaded", "true", "there is no step")]
    [InlineData("--step", "Discharge at 1000C", "was not done")]
    public async Task Spectrum_BadOption_NamesItAndWhatIsAllowed(string option, string value, string message)
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync("spectrum", study.Cell, option, value, "--output", study.Output);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(message);
        study.Written.ShouldBeEmpty();
    }

    private static double SumOfParts(string file, double frequency) => File.ReadLines(file).Skip(1).Select(line => line.Split(','))
        .Where(cells => double.Parse(cells[^3], CultureInfo.InvariantCulture) == frequency).Sum(cells => double.Parse(cells[^2], CultureInfo.InvariantCulture));

    private static double Voltage(JsonDocument summary) => summary.RootElement.GetProperty("state").GetProperty("voltage_V").GetDouble();

    private static async Task<CommandLineRun> RunAsync(StudyCopy study, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["spectrum", study.Cell, .. options]);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        return run;
    }
}
