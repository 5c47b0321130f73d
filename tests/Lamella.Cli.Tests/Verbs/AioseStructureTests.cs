using System.Globalization;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>The numbers that the example of AIOSE promises: both readings of PHYSICS.md 1.5, on two structures.</summary>
[Trait("Level", "published")]
public sealed class AioseStructureTests
{
    private const int Field = 3; // column of the table
    private const int Process = 4;
    private static readonly string Example = Path.Combine(CommandLineRunner.Root, "examples", "aiose-structure");

    [Fact]
    public async Task Example_LevelCutField_GivesTheTableOfItsReadme()
    {
        double bulk = await ConductAsync(Path.Combine(Example, "aiose-bulk.yaml")), effective = await ConductAsync(Path.Combine(Example, "aiose-effective.yaml"));

        // The upper bound of Hashin and Shtrikman for the bulk values is 0.375; the measured value is 0.58.
        bulk.ShouldBeLessThan(0.375);
        effective.ShouldBe(0.58, 0.01);
        Cells("perfect contact")[Field].ShouldBe(Text(bulk));
        Cells("0.8 Ω·cm²")[Field].ShouldBe(Text(effective));
    }

    [Fact]
    public async Task Example_SkeletonOfTheProcess_GivesTheTableOfItsReadme()
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName, volume = Path.Combine(folder, "aiose.npy");
        string recipe = Path.Combine(CommandLineRunner.Root, "examples", "structures", "aiose.yaml");
        (await CommandLineRunner.RunAsync("structure", "generate", recipe, "--output", volume)).ExitCode.ShouldBe(ExitCode.Success);
        string[] common = [volume, "--voxel", "0.1 um", "--boundary", "sides", "--phase", "0=insulator"];

        double bulk = await ConductAsync([.. common, "--phase", "1=0.32 mS/cm", "--phase", "2=0.49 mS/cm"]);
        double effective = await ConductAsync([.. common, "--phase", "1=0.99 mS/cm", "--phase", "2=1.2 mS/cm", "--interface", "1,2=0.8 ohm cm2"]);
        Directory.Delete(folder, recursive: true);

        Cells("perfect contact")[Process].ShouldBe(Text(bulk));
        Cells("0.8 Ω·cm²")[Process].ShouldBe(Text(effective));
    }

    private static async Task<double> ConductAsync(params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "conduct", .. arguments, "--direction", "z", "--json"]);
        using JsonDocument result = JsonDocument.Parse(run.Output);
        return 10.0 * result.RootElement.GetProperty("directions")[0].GetProperty("conductivity_S_per_m").GetDouble(); // [mS/cm]
    }

    /// <summary>The cells of the first row of a contact.</summary>
    private static string[] Cells(string contact) =>
        File.ReadLines(Path.Combine(Example, "README.md")).First(line => line.Contains($"| {contact} |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
