using System.CommandLine.Parsing;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>The commands on docs/explanation/energy.md run as they stand.</summary>
[Trait("Level", "contract")]
public sealed class EnergyPageTests
{
    private const string Prompt = "    ./lamella ";

    public static TheoryData<string> Commands() => new(
        File.ReadLines(Path.Combine(CommandLineRunner.Root, "docs", "explanation", "energy.md"))
            .Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..]));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OnPage_RunsAsItStands(string words)
    {
        Directory.SetCurrentDirectory(CommandLineRunner.Root);

        CommandLineRun run = await CommandLineRunner.RunAsync([.. CommandLineParser.SplitCommandLine(words)]);

        run.Error.ShouldNotContain("error:");
        run.ExitCode.ShouldBe(ExitCode.Success);
    }
}
