using System.CommandLine.Parsing;
using System.Text.Json;
using Lamella.Cells.Experiments;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>Every named experiment has its place in the docs and an example that runs and finds numbers.</summary>
[Trait("Level", "contract")]
public sealed class ExperimentPageTests
{
    public static TheoryData<string> Names() => new(CellExperiments.All.Select(experiment => experiment.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_OfExperiments_ExplainsEverySettingAndShowsTheExample(string name)
    {
        CellExperiment experiment = CellExperiments.All.Single(other => other.Name == name);
        string page = File.ReadAllText(Path.Combine(CommandLineRunner.Root, "docs", "experiments.md"));
        int start = page.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        string section = page[start..page.IndexOf("\n## ", start + 4, StringComparison.Ordinal)];

        section.ShouldContain(experiment.Summary);
        section.ShouldContain($"lamella {experiment.Example}\n");
        foreach (ExperimentSetting setting in experiment.Settings)
        {
            section.ShouldContain($"| `{setting.Name}` |");
            section.ShouldContain(setting.Meaning);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_OfExperiment_FindsNumbersAndConservesLithium(string name)
    {
        CellExperiment experiment = CellExperiments.All.Single(other => other.Name == name);
        Directory.SetCurrentDirectory(CommandLineRunner.Root);

        CommandLineRun run = await CommandLineRunner.RunAsync(
            [.. CommandLineParser.SplitCommandLine(experiment.Example), "--json", "--check-mesh", "no"]);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        using JsonDocument result = JsonDocument.Parse(run.Output);
        JsonElement findings = result.RootElement;
        findings.GetProperty("experiment").GetString().ShouldBe(name);
        JsonElement[] numbers =
        [
            .. findings.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value")),
            .. findings.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("values").EnumerateArray()),
        ];
        numbers.ShouldNotBeEmpty();
        numbers.ShouldAllBe(number => number.ValueKind == JsonValueKind.Number);
        foreach (JsonElement stage in result.RootElement.GetProperty("stages").EnumerateArray())
        {
            stage.GetProperty("balance").GetProperty("lithium_drift_relative").GetDouble().ShouldBeLessThan(1e-12);
            stage.GetProperty("steps").EnumerateArray().ShouldAllBe(step => step.GetProperty("ending").GetString() != "CannotStart");
        }
    }
}
