using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class DesignVerbTests
{
    private static readonly string Examples = Path.Combine(CommandLineRunner.Root, "examples", "design");

    public static TheoryData<string> Files() => new(Directory.EnumerateFiles(Examples, "*.yaml").Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Design_Example_PrintsPartsAndBases(string file)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, file));

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        foreach (string expected in new[] { "active material", "lithium", "whole cell", "cathode (active only)", "stack ", "pack ", "N/P", "Wh/kg", "Wh/L", "warning: " })
        {
            run.Output.ShouldContain(expected);
        }

        run.Output.ShouldNotContain("NaN", Case.Sensitive);
        run.Output.ShouldNotContain("∞");
    }

    [Fact]
    public async Task Design_Json_PartsSumToTheMassOfTheCell()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, "pouch-pgpe.yaml"), "--json");
        using var json = JsonDocument.Parse(run.Output);

        double parts = json.RootElement.GetProperty("parts").EnumerateArray()
            .Where(part => part.GetProperty("smallest_basis").GetString() != "pack").Sum(part => part.GetProperty("mass_g").GetDouble());
        JsonElement cell = json.RootElement.GetProperty("energies").EnumerateArray().Single(energy => energy.GetProperty("basis").GetString() == "cell");

        parts.ShouldBe(cell.GetProperty("mass_g").GetDouble(), 1e-9);
        (json.RootElement.GetProperty("energy_Wh").GetDouble() / parts * 1e3).ShouldBe(cell.GetProperty("specific_energy_Wh_per_kg").GetDouble(), 1e-9);
        json.RootElement.GetProperty("lithium").GetProperty("capacity_mAh_per_cm2").GetDouble().ShouldBe(30.0 * 0.97 * 0.215, 1e-9);
    }

    [Theory]
    [InlineData("pouch-aiose.yaml", "out of reach:", "binding constraint of the best design: least electrolyte thickness")]
    [InlineData("pouch-pgpe.yaml", "out of reach:", "binding constraint of the best design: salt at 0.2C")]
    [InlineData("pouch-qcpe.yaml", "reachable:", "binding constraint of the best design: least electrolyte thickness")]
    public async Task Design_Target500_SaysWhatWouldHaveToChange(string file, string verdict, string binding)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, file), "--target", "500 Wh/kg", "--check", "--front");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain(verdict);
        run.Output.ShouldContain(binding);
        run.Output.ShouldContain("simulated at 0.2C, best within the constraints: 20", customMessage: "the cell model delivers what the closed forms allow");
        run.Output.ShouldNotContain("the salt is used up");
        run.Output.ShouldContain("alone, without constraints, it would take");
        run.Output.ShouldContain("designs that no other beats");
        run.Output.ShouldNotContain("NaN", Case.Sensitive);
    }

    [Fact]
    public async Task Design_SimulatedInAPouchTooThick_SaysThatTheSaltRunsOut()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, "pouch-aiose.yaml"), "--rate", "0.5C");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("simulated with NCM811 | AIOSE | Li pouch cell at 0.5C and 25 degC");
        run.Output.ShouldContain("the salt is used up");
    }

    [Fact]
    public async Task Design_Output_WritesPageAndResult()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"lamella-design-{Guid.NewGuid():N}");
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, "pouch-pgpe.yaml"), "--target", "500 Wh/kg", "-o", folder);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "dossier.html"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "result.json")));
        Directory.Delete(folder, recursive: true);
        foreach (string expected in new[] { "One side, to scale", "Where the mass is", "What moves the energy", "Energy against rate and cycles", "What 500 Wh/kg would take" })
        {
            page.ShouldContain(expected);
        }

        json.RootElement.GetProperty("target").GetProperty("is_reachable").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("front").GetArrayLength().ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData("--target", "500 mAh/g", "is a capacity per mass and no target")]
    [InlineData("--target", "-500 Wh/kg", "no target")]
    [InlineData("--basis", "cel", "Did you mean 'cell'?")]
    [InlineData("--rate", "1 A", "is no rate of discharge")]
    [InlineData("--temperature", "25", "has no unit")]
    public async Task Design_BadOption_IsBadInput(string option, string value, string expected)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("design", Path.Combine(Examples, "pouch-pgpe.yaml"), option, value);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(expected);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Design_SimulateWithoutACell_IsBadInput()
    {
        string file = Path.GetTempFileName();
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(Examples, "pouch-pgpe.yaml"));
        await File.WriteAllLinesAsync(file, lines.Where(line => !line.StartsWith("  cell: ", StringComparison.Ordinal)));
        CommandLineRun run = await CommandLineRunner.RunAsync("design", file, "--simulate");
        File.Delete(file);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("names no cell that could be simulated");
    }

    [Fact]
    public async Task Design_BadFile_IsBadInputWithItsPlace()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "name: a\nformat: pouch\ncathode: {porosity: 100 vol%}\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("design", file);

        File.Delete(file);
        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("(3,21)");
        run.Error.ShouldContain("below 100 vol%");
    }
}
