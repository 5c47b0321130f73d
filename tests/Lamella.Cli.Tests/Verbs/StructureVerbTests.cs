using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class StructureVerbTests
{
    private static readonly string Volume = Path.Combine(CommandLineRunner.Root, "data", "structures", "composite.npz");

    [Fact]
    public async Task Conduct_OnePhaseEverywhere_PrintsItsConductivityInTheUnitGiven()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-2=0.99 mS/cm");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("100.00 vol%   0.99 mS/cm");
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("x      0.99 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conduct_Json_CarriesTheTensorInSi()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-2=0.99 mS/cm", "--json");

        using JsonDocument result = JsonDocument.Parse(run.Output);
        result.RootElement.GetProperty("tensor_S_per_m")[0].GetDouble().ShouldBe(0.099, 1e-6);
        result.RootElement.GetProperty("state").GetString().ShouldBe("effective in host");
    }

    [Theory]
    [InlineData("the voxel size is missing", "--phase", "0-2=1 S/m")]
    [InlineData("no phase has the label 2", "--voxel", "1 um", "--phase", "0,1=1 S/m")]
    [InlineData("has no unit", "--voxel", "1 um", "--phase", "0-2=1")]
    [InlineData("Did you mean 'periodic'?", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--boundary", "perodic")]
    [InlineData("is no set of directions", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--direction", "xx")]
    [InlineData("does not name two phases", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--interface", "1=1 ohm cm2")]
    public async Task Conduct_BadArgument_ExitsWithTwoAndSaysWhat(string problem, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "conduct", Volume, .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
    }
}
