using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>What <c>lamella run</c> writes beside the series, and what it says about mesh, temperature and start.</summary>
[Trait("Level", "contract")]
public sealed partial class RunResultTests
{
    [Fact]
    public async Task Run_Fields_AreWrittenAtTheRequestedTimes()
    {
        using var study = new StudyCopy();

        await RunAsync(study, "--step", "Discharge at 1C for 10 min", "--from", "1", "--fields", "0 s, 5 min, 1 h", "--output", study.Output);

        using ZipArchive fields = ZipFile.OpenRead(Path.Combine(study.Output, "series.fields.npz"));
        Shape(fields, "time_s").ShouldBe([2]);
        Shape(fields, "c_mol_per_m3").ShouldBe([2, Shape(fields, "x_m")[0]]);
        Shape(fields, "particle_0_stoichiometry").Length.ShouldBe(3);
        Result(study).GetProperty("warnings").EnumerateArray().ShouldContain(warning => warning.GetString()!.Contains("ended before 3600 s"));
    }

    [Fact]
    public async Task Run_Impedance_IsWrittenWithTheNumberOfItsStep()
    {
        using var study = new StudyCopy();

        await RunAsync(
            study, "--from", "0.5", "--step", "Rest for 1 s", "--step", "Measure impedance from 1 kHz to 1 Hz with 2 points per decade", "--output", study.Output);

        string[] lines = File.ReadAllLines(Path.Combine(study.Output, "series.spectra.csv"));
        lines[0].ShouldBe("Step Count / 1,Frequency / Hz,Real Impedance / ohm,Negative Imaginary Impedance / ohm");
        lines.Length.ShouldBe(8);
        lines.Skip(1).ShouldAllBe(line => line.StartsWith("2,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_DriveCycleOfTheExamples_FollowsTheFile()
    {
        using var study = new StudyCopy();
        string cycle = Path.Combine(CommandLineRunner.Root, "examples", "protocols", "drive-cycle.csv");

        JsonElement result = Json(await RunAsync(study, "--from", "0.9", "--step", $"Follow \"{cycle}\"", "--json"));

        JsonElement step = result.GetProperty("steps")[0];
        step.GetProperty("duration_s").GetDouble().ShouldBe(120.0);
        // 1C is 0.38 mA/cm2: −0.5 for 30 s, −2 for 10 s, 0.8 for 10 s, −1 for 40 s.
        step.GetProperty("charge_mAh_per_cm2").GetDouble().ShouldBe(0.38 * (-15.0 - 20.0 + 8.0 - 40.0) / 3600.0, 1e-9);
    }

    /// <summary>The mesh behind a stored result is checked; the shipped cells pass at the default mesh.</summary>
    [Fact]
    public async Task Run_Stored_ChecksTheMesh()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--step", "Charge at 0.5C", "--step", "Hold at 4.35 V until C/20", "--step", "Discharge at 1C", "--output", study.Output);

        JsonElement check = Result(study).GetProperty("mesh_check");
        check.GetProperty("capacities_compared").GetInt32().ShouldBe(2);
        check.GetProperty("largest_capacity_change_relative").GetDouble().ShouldBeInRange(0.0, 1e-3);
        run.Output.ShouldContain("Refining the mesh once changes the capacities by at most");
        run.Output.ShouldNotContain("a finer mesh is needed");
    }

    [Fact]
    public async Task Run_CheckMeshNo_SaysThatItWasNotChecked()
    {
        using var study = new StudyCopy();

        (await RunAsync(study, "--step", "Rest for 1 s", "--check-mesh", "no")).Output.ShouldContain("The mesh was not checked");
    }

    [Theory]
    [InlineData("-45 degC", "The cell was at -45 degC", "conductivity of AIOSE")]
    [InlineData("85 degC", "The cell was at 85 degC", "extrapolated")]
    public async Task Run_OutsideTheTemperatures_WarnsAndNamesTheLaws(string temperature, string range, string law)
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RunAsync(study, "--from", "0.5", "--step", "Rest for 1 min", "--temperature", temperature);

        run.Output.ShouldContain(range);
        run.Output.ShouldContain("-40 degC to 80 degC");
        run.Output.ShouldContain(law);
    }

    [Fact]
    public async Task Run_InsideTheTemperatures_DoesNotWarnOfThem()
    {
        using var study = new StudyCopy();

        (await RunAsync(study, "--from", "0.5", "--step", "Rest for 1 min", "--temperature", "80 degC")).Output.ShouldNotContain("The cell was at");
    }

    [Fact]
    public async Task Run_ReducedModel_IsNamedInTheProvenance()
    {
        using var study = new StudyCopy();

        JsonElement result = Json(await RunAsync(study, "--from", "1", "--step", "Discharge at 1C", "--model", "spme", "--json"));

        result.GetProperty("provenance").GetProperty("model").GetString()!.ShouldStartWith("spme");
    }

    [Fact]
    public async Task Run_ExperimentThatPreparesTheCell_RefusesAStateOfCharge()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync("run", study.Cell, "--experiment", "rate-test", "--from", "0.5");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("brings the cell to its start itself");
        run.Error.ShouldContain("linear-sweep");
    }

    [Fact]
    public async Task Run_ExperimentWithOutput_WritesFindingsAndStages()
    {
        using var study = new StudyCopy();

        await RunAsync(study, "--experiment", "rate-test", "--set", "rates=1C, 2C", "--output", study.Output);

        Directory.EnumerateFileSystemEntries(study.Output).Select(entry => Path.GetFileName(entry)).Order().ShouldBe(["findings.csv", "result.json", "series"]);
        Directory.EnumerateFiles(Path.Combine(study.Output, "series")).Select(file => Path.GetFileName(file)).Order().ShouldBe(
        [
            "01-preparation.bdf.csv", "01-preparation.split.csv", "02-1C.bdf.csv", "02-1C.split.csv", "03-2C.bdf.csv", "03-2C.split.csv",
        ]);
        string[] rows = File.ReadAllLines(Path.Combine(study.Output, "findings.csv"));
        rows[0].ShouldStartWith("Label,current density / mA/cm2,capacity / mAh/cm2");
        rows.Length.ShouldBe(3);
    }

    /// <summary>The shape in the header of an array.</summary>
    private static int[] Shape(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name + ".npy")!.Open();
        byte[] header = new byte[128];
        stream.ReadExactly(header);
        Match shape = ShapeText().Match(Encoding.Latin1.GetString(header));
        return [.. shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex(@"'shape': \(([0-9, ]*)\)")]
    private static partial Regex ShapeText();

    private static async Task<CommandLineRun> RunAsync(StudyCopy study, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["run", study.Cell, .. options]);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        return run;
    }

    private static JsonElement Result(StudyCopy study)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(study.Output, "result.json")));
        return document.RootElement.Clone();
    }

    private static JsonElement Json(CommandLineRun run)
    {
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
