using System.Globalization;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary><c>lamella run --sensitivity</c>: derivatives by inputs of the cell file, against runs of changed files.</summary>
public sealed class RunSensitivityTests
{
    private const string Thickness = "electrolyte/AIOSE/thickness";

    private static readonly string[] Load = ["--from", "1", "--step", "Discharge at 1C for 10 min", "--step", "Rest for 5 min", "--tolerance", "1e-8"];

    [Fact]
    [Trait("Level", "reference")]
    public async Task Run_SensitivityByThickness_IsTheDifferenceOfChangedCells()
    {
        using var study = new StudyCopy();

        JsonElement result = await ResultAsync(study, [.. Load, "--sensitivity", Thickness]);
        study.Change("cell.yaml", "300 um", "301 um");
        JsonElement above = await ResultAsync(study, Load);
        study.Change("cell.yaml", "301 um", "299 um");
        JsonElement below = await ResultAsync(study, Load);

        JsonElement by = result.GetProperty("sensitivities")[0];
        by.GetProperty("input").GetString().ShouldBe(Thickness);
        (by.GetProperty("value").GetDouble(), by.GetProperty("unit").GetString()).ShouldBe((300.0, "um"));
        for (int step = 0; step < 2; step++)
        {
            foreach (string quantity in (string[])["start_voltage_V", "end_voltage_V", "energy_mWh"])
            {
                double slope = by.GetProperty("steps")[step].GetProperty(quantity + "_per_unit").GetDouble();
                double difference = 0.5 * (Of(above, step, quantity) - Of(below, step, quantity));
                slope.ShouldBe(difference, (5e-3 * Math.Abs(difference)) + 1e-9, $"{quantity} of step {step + 1}");
            }
        }
    }

    [Fact]
    [Trait("Level", "contract")]
    public async Task Run_SensitivityWithOutput_WritesTheSlopesOfEverySample()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync(
            ["run", study.Cell, .. Load, "--sensitivity", Thickness, "--sensitivity", "cathode/loading", "--output", study.Output, "--check-mesh", "no"]);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("What 1 % more of an input changes, to first order:");
        string[] lines = File.ReadAllLines(Path.Combine(study.Output, "series.sensitivity.csv"));
        lines[0].ShouldBe(
            "Test Time / s,Step Count / 1,Voltage by electrolyte/AIOSE/thickness / V per um,Current by electrolyte/AIOSE/thickness / A per um,"
            + "Voltage by cathode/loading / V per mg/cm2,Current by cathode/loading / A per mg/cm2");
        lines.Length.ShouldBe(File.ReadAllLines(Path.Combine(study.Output, "series.bdf.csv")).Length);
        double[] first = [.. lines[1].Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        first[2].ShouldBeLessThan(0.0); // a thicker electrolyte costs voltage
        first[3].ShouldBe(0.0, 1e-15); // the C-rate does not hang on it
        first[5].ShouldBeLessThan(0.0); // but it does on the loading
    }

    [Theory]
    [InlineData("cathode/solid difusivity", "Did you mean 'cathode/solid diffusivity'?")]
    [InlineData("contact resistance", "is not stated in the cell file")]
    [InlineData("temperature", "a condition of the run")]
    [InlineData("cathode/loading,", "a path is empty")]
    [Trait("Level", "contract")]
    public async Task Run_BadSensitivity_SaysWhatToName(string path, string advice)
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync(["run", study.Cell, .. Load, "--sensitivity", path]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(advice);
        study.Written.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "contract")]
    public async Task Run_SensitivityOfAnExperiment_IsRefused()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync("run", study.Cell, "--experiment", "cycling", "--sensitivity", Thickness);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("Write the steps of the experiment as a protocol");
    }

    private static async Task<JsonElement> ResultAsync(StudyCopy study, IEnumerable<string> options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["run", study.Cell, .. options, "--check-mesh", "no", "--json"]);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private static double Of(JsonElement result, int step, string quantity) => result.GetProperty("steps")[step].GetProperty(quantity).GetDouble();
}
