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
