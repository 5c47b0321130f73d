using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>The cells and commands on the pages about cells, protocols and experiments are those that ship, and they run.</summary>
[Trait("Level", "contract")]
public sealed partial class CellPageTests
{
    private static readonly string[] Pages = ["docs/cell-yaml.md", "docs/bpx.md", "docs/protocols.md", "docs/experiments.md", "docs/explanation/energy.md"];

    public static TheoryData<string> Commands() => new(Pages.SelectMany(
        page => Command().Matches(Text(page)).Select(match => match.Groups["words"].Value)));

    public static TheoryData<string> Cells() => new(
        Directory.GetFiles(Path.Combine(CommandLineRunner.Root, "examples", "cells"), "*.yaml").Select(file => Path.GetFileName(file)!));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OnPage_RunsAsItStands(string words)
    {
        Directory.SetCurrentDirectory(CommandLineRunner.Root);

        CommandLineRun run = await CommandLineRunner.RunAsync([.. CommandLineParser.SplitCommandLine(words)]);

        run.Error.ShouldNotContain("error:");
        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldNotContain("cannot");
        run.Output.ShouldNotContain("failed");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Page_OfCells_ShowsEveryShippedCellAsItIsAndRunsIt(string name)
    {
        string page = Text("docs/cell-yaml.md"), cell = Text($"examples/cells/{name}");

        page.ShouldContain($"```yaml\n{cell}```\n\n```sh\nlamella run examples/cells/{name}", Case.Sensitive);
    }

    [Fact]
    public async Task ShippedBpxFile_ComparedWithAFreshExport_IsTheSame()
    {
        Directory.SetCurrentDirectory(CommandLineRunner.Root);
        string fresh = Path.Combine(Path.GetTempPath(), $"lamella-{Guid.NewGuid():N}.bpx.json");
        try
        {
            CommandLineRun run = await CommandLineRunner.RunAsync("export-bpx", "examples/cells/graphite-ncm811.yaml", "-o", fresh);

            run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
            (await File.ReadAllTextAsync(fresh, TestContext.Current.CancellationToken)).ShouldBe(Text("examples/cells/graphite-ncm811.bpx.json"));
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(CommandLineRunner.Root, path));

    [GeneratedRegex("^lamella (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
