using System.Globalization;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "contract")]
public sealed class RunVerbTests
{
    private const string Discharge = "Discharge at 1C until 2.8 V";

    [Fact]
    public async Task Run_WithoutOutput_PrintsTheStepsAndWritesNothing()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--step", Discharge, "--from", "1");

        run.Output.ShouldContain("NCM811 | AIOSE | Li");
        run.Output.ShouldContain(Discharge);
        run.Output.ShouldContain("Conserved (relative): lithium to ");
        run.Error.ShouldBeEmpty();
        study.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Output_HoldsTheSummaryAndTheRecord()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--step", Discharge, "--from", "1", "--output", study.Output, "--json");

        study.Written.ShouldBe(["output"]);
        Directory.EnumerateFileSystemEntries(study.Output).Select(entry => Path.GetFileName(entry)).Order()
            .ShouldBe(["result.json", "series.bdf.csv", "series.split.csv"]);
        File.ReadAllText(Path.Combine(study.Output, "result.json")).ShouldBe(run.Output);
        double[][] rows = Rows(Path.Combine(study.Output, "series.bdf.csv"));
        JsonElement step = Step(run);
        rows[0][1].ShouldBe(step.GetProperty("start_voltage_V").GetDouble());
        rows[^1][1].ShouldBe(step.GetProperty("end_voltage_V").GetDouble());
        rows[^1][0].ShouldBe(step.GetProperty("duration_s").GetDouble(), 1e-9);
        rows.ShouldAllBe(row => row[2] < 0.0); // a discharge
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameBytesAndReplacesTheOlderResult()
    {
        using var study = new StudyCopy();
        string[] options = ["--step", "Charge at 1C", "--step", "Rest for 10 min", "--output", study.Output];
        await RunAsync(study, options);
        byte[][] first = [.. Directory.EnumerateFiles(study.Output).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

        await RunAsync(study, options);

        study.Written.ShouldBe(["output"]);
        Directory.EnumerateFiles(study.Output).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ShouldBe(first);
    }

    /// <summary>The charge of one hour at 1C is the capacity behind 1C, 200 mA/g on 1.9 mg/cm2 of 12 mm: 0.4298 mAh.</summary>
    [Theory]
    [InlineData("coin", 0.429770)]
    [InlineData("pouch", 3.42)]
    [Trait("Level", "identity")]
    public async Task Run_Variant_ScalesTheCurrentWithItsArea(string variant, double oneC)
    {
        using var study = new StudyCopy();

        JsonElement step = Step(await RunAsync(study, "--step", "Discharge at 0.5C for 12 min", "--from", "0.9", "--variant", variant, "--json"));

        step.GetProperty("charge_mAh").GetDouble().ShouldBe(-0.1 * oneC, 1e-6 * oneC);
        step.GetProperty("charge_mAh_per_cm2").GetDouble().ShouldBe(-0.1 * 0.38, 1e-9);
    }

    [Fact]
    public async Task Run_Temperature_IsThatOfTheRecordAndChangesTheVoltage()
    {
        using var study = new StudyCopy();
        string[] options = ["--step", "Discharge at 1C for 1 min", "--from", "0.8", "--json", "--output", study.Output];

        double cold = Step(await RunAsync(study, [.. options, "--temperature", "0 degC"])).GetProperty("end_voltage_V").GetDouble();
        Rows(Path.Combine(study.Output, "series.bdf.csv")).ShouldAllBe(row => row[5] == 0.0);
        double warm = Step(await RunAsync(study, [.. options, "--temperature", "333.15 K"])).GetProperty("end_voltage_V").GetDouble();
        Rows(Path.Combine(study.Output, "series.bdf.csv")).ShouldAllBe(row => row[5] == 60.0);

        warm.ShouldBeGreaterThan(cold + 0.05); // conductivity and kinetics are activated
    }

    [Fact]
    public async Task Run_From_IsWhereTheCellStarts()
    {
        using var study = new StudyCopy();

        double[] rest = new double[3];
        for (int i = 0; i < rest.Length; i++)
        {
            string from = (0.5 * i).ToString(CultureInfo.InvariantCulture);
            rest[i] = Step(await RunAsync(study, "--step", "Rest for 1 min", "--from", from, "--json")).GetProperty("end_voltage_V").GetDouble();
        }

        rest[1].ShouldBeInRange(rest[0] + 0.1, rest[2] - 0.1);
        rest[2].ShouldBe(4.35, 1e-6); // full is the upper cut-off
    }

    [Fact]
    public async Task Run_Protocol_IsWhatTheSameStepsGive()
    {
        using var study = new StudyCopy();
        string[] steps = ["Charge at 1C", "Rest for 10 min", "Discharge at 2C"];
        string file = study.At("protocol.txt");
        File.WriteAllLines(file, steps);

        CommandLineRun fromFile = await RunAsync(study, "--protocol", file, "--json");
        CommandLineRun fromOptions = await RunAsync(study, [.. steps.SelectMany(step => new[] { "--step", step }), "--json"]);

        fromFile.Output.ShouldBe(fromOptions.Output);
        fromFile.Output.ShouldContain("\"step\": 3");
    }

    [Fact]
    public async Task Run_LoadBeyondTheCell_EndsWithAReasonAndWithoutFailure()
    {
        using var study = new StudyCopy();

        JsonElement step = Step(await RunAsync(study, "--step", "Discharge at 1000C until 2.8 V", "--from", "1", "--json"));

        step.GetProperty("charge_mAh").GetDouble().ShouldBe(0.0);
        step.GetProperty("reason").GetString()!.ShouldContain("more than the cell can carry");
    }

    private static async Task<CommandLineRun> RunAsync(StudyCopy study, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["run", study.Cell, .. options]);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        return run;
    }

    private static JsonElement Step(CommandLineRun run)
    {
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.GetProperty("steps")[0].Clone();
    }

    private static double[][] Rows(string file) =>
        [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
}
