using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>Every technique of <c>lamella analyse</c>, run on the data that ship, and its result made into records.</summary>
[Trait("Level", "contract")]
public sealed class RecordsImportTests
{
    // What each technique yields; a technique without a line here fails the test below.
    private static readonly Dictionary<string, (string[] Arguments, string[] Quantities)> Techniques = new(StringComparer.Ordinal)
    {
        ["kramers-kronig"] = (["data/measurements/spectrum.csv"], []),
        ["relaxation-times"] = (["data/measurements/spectrum.csv"], []),
        ["circuit"] = (["examples/impedance/pellet-20degC.csv", "--circuit", "p(R1,CPE1)-p(R2,CPE2)-CPE3"], []),
        ["conductivity"] = (["examples/impedance/pellet-20degC.csv", "--circuit", "p(R1,CPE1)-p(R2,CPE2)-CPE3", "--thickness", "1.02 +- 0.01 mm", "--diameter", "12 +- 0.05 mm", "--temperature", "20 degC"],
            ["ionic_conductivity bulk phase", "ionic_conductivity pellet"]),
        ["arrhenius"] = (["--point", "0 degC = 2.1e-5 S/cm", "--point", "25 degC = 8.9e-5 S/cm", "--point", "50 degC = 2.9e-4 S/cm", "--point", "75 degC = 7.8e-4 S/cm"], ["activation_energy"]),
        ["transference"] = (["data/measurements/polarisation.bdf.csv", "data/measurements/polarisation.spectra.csv"],
            ["bulk_resistance", "interface_resistance", "li_transference_number"]),
        ["plating"] = (["data/measurements/critical-current.bdf.csv", "--area", "1 cm2"], ["critical_current_density", "overpotential"]),
        ["cycling"] = (["data/measurements/cycling.bdf.csv", "--area", "1.131 cm2"], ["areal_capacity", "capacity_fade_per_cycle", "capacity_retention", "coulombic_efficiency"]),
        ["stability-window"] = (["data/measurements/sweep.bdf.csv", "--area", "1.131 cm2", "--threshold", "10 uA/cm2"],
            ["stability_window_upper"]),
        ["tafel"] = (["data/measurements/tafel.anodic.bdf.csv", "data/measurements/tafel.cathodic.bdf.csv", "--area", "1.131 cm2", "--temperature", "25 degC", "--faces", "2", "--fit-resistance"],
            ["exchange_current_density"]),
        ["exchange-current"] = (["--charge-transfer", "90.8 +- 0.5 ohm", "--area", "1.131 cm2 +- 0.01 cm2", "--temperature", "70 degC", "--faces", "2"], ["charge_transfer_resistance", "exchange_current_density"]),
        ["titration"] = (["data/measurements/titration.bdf.csv", "--particle-radius", "5.22 um +- 0.2 um", "--skip", "5 s"], ["diffusion_coefficient"]),
        ["warburg-diffusivity"] = (["data/measurements/diffusion.csv", "--area", "1.13 cm2 +- 0.02 cm2", "--temperature", "25 degC", "--concentration", "1.2 mol/L"], ["diffusion_coefficient"]),
    };

    public static TheoryData<string> All => [.. Lamella.Analysis.Techniques.AnalysisTechniques.All.Select(technique => technique.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Import_EveryTechnique_MakesItsRecordsAndNamesTheRest(string technique)
    {
        (string[] arguments, string[] quantities) = Techniques[technique];
        string folder = Path.Combine(Path.GetTempPath(), $"lamella-import-{Guid.NewGuid():N}");
        string[] rooted = [.. arguments.Select(argument => argument.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(CommandLineRunner.Root, argument) : argument)];
        CommandLineRun analysed = await CommandLineRunner.RunAsync(["analyse", technique, .. rooted, "--output", folder]);
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "import", folder, "--system", "sample 7", "--at", "operator=A. Example");
        using JsonDocument result = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "result.json")));
        Directory.Delete(folder, recursive: true);

        analysed.ExitCode.ShouldBe(ExitCode.Success, analysed.Error);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        using JsonDocument written = JsonDocument.Parse(run.Output);
        JsonElement[] records = [.. written.RootElement.GetProperty("records").EnumerateArray()];
        records.Select(record => (Text(record, "quantity") + " " + Text(record, "state")).Trim()).Distinct().Order(StringComparer.Ordinal).ShouldBe(quantities);
        records.ShouldAllBe(record => Text(record, "kind") == "analysed" && Text(record.GetProperty("at"), "operator") == "A. Example");
        int leftOut = run.Error.Split('\n').Count(line => line.StartsWith("left out: ", StringComparison.Ordinal));
        (records.Length + leftOut).ShouldBe(result.RootElement.GetProperty("quantities").GetArrayLength(), "every result is a record or is named");
    }

    [Theory]
    [InlineData("\"critical_current\"", "is_lower_bound\": true, \"", "critical_current_density", ">= 0.6 mA/cm2")]
    [InlineData("\"critical_current\"", "", "critical_current_density", "0.6 mA/cm2")]
    public void Import_LowerBound_StaysOne(string key, string bound, string quantity, string expected)
    {
        string file = Result($$"""{ "key": {{key}}, "name": "n", "value": 0.6, "unit": "mA/cm2", "{{bound}}meaning": "" }""");
        var imported = UseCases.Records.ImportAnalysis.Run(new UseCases.Records.ImportAnalysisRequest { Path = file, System = "cell" });
        File.Delete(file);

        imported.Records.ShouldHaveSingleItem().Quantity.ShouldBe(quantity);
        imported.Records[0].Value.Printed.ShouldBe(expected);
    }

    [Fact]
    public void Import_LimitOfReduction_IsNoUpperWindow()
    {
        string file = Result("""{ "key": "limit_by_tangent", "name": "n", "value": 0.6, "unit": "V", "meaning": "" }""", """{ "name": "direction", "value": "reduction" }""");
        var imported = UseCases.Records.ImportAnalysis.Run(new UseCases.Records.ImportAnalysisRequest { Path = file, System = "cell" });
        File.Delete(file);

        imported.Records.ShouldBeEmpty();
        imported.LeftOut.ShouldHaveSingleItem().ShouldContain("with direction=reduction it is no stability_window_upper");
    }

    [Theory]
    [InlineData("reference_capacity", "mAh/g", "discharge_capacity")]
    [InlineData("reference_capacity", "mAh/cm2", "areal_capacity")]
    [InlineData("reference_capacity", "mAh", "cell_capacity")]
    public void Import_ResultOfSeveralDimensions_IsTheQuantityOfItsUnit(string key, string unit, string expected)
    {
        string file = Result($$"""{ "key": "{{key}}", "name": "n", "value": 2, "unit": "{{unit}}", "meaning": "" }""");
        var imported = UseCases.Records.ImportAnalysis.Run(new UseCases.Records.ImportAnalysisRequest { Path = file, System = "cell" });
        File.Delete(file);

        imported.Records.ShouldHaveSingleItem().Quantity.ShouldBe(expected);
    }

    private static string Result(string quantity, string setting = "")
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, $$"""
            { "technique": "plating", "quantities": [ {{quantity}} ], "settings": [ {{setting}} ], "measurements": [],
              "provenance": { "input_sha256": "0123456789abcdef" } }
            """);
        return file;
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString()! : string.Empty;
}
