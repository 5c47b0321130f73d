using Lamella.Cli.Verbs;

namespace Lamella.Cli.Tests;

[Trait("Level", "unit")]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData]
    public async Task RunAsync_NoVerb_ShowsEveryVerb(params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(arguments);

        run.ExitCode.ShouldBe(ExitCode.Success);
        foreach (Verb verb in VerbRegistry.All())
        {
            run.Output.ShouldContain(verb.Command.Name);
            run.Output.ShouldContain(verb.Command.Description!);
        }

        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_Version_PrintsTheVersionAndNothingElse()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("--version");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+(-[a-z0-9.]+)?$");
    }

    [Theory]
    [InlineData("unit", "'unit' is not known here. Did you mean 'units'?", "'lamella --help'")]
    [InlineData("units --jsn", "'--jsn' is not known here. Did you mean '--json'?", "'lamella units --help'")]
    [InlineData("import spectrum.csv -q out", "'-q' is not known here.", "'lamella import --help'")]
    [InlineData("units m s", "'s' is not known here.", "'lamella units --help'")]
    [InlineData("--verbos", "'--verbos' is not known here. Did you mean '--verbose'?", "'lamella --help'")]
    [InlineData("qqqqqqqq", "'qqqqqqqq' is not known here.\n", "'lamella --help'")]
    public async Task RunAsync_Misspelt_NamesTheNearestWordAndTheHelp(string line, string problem, string help)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(line.Split(' '));

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ReplaceLineEndings("\n").ShouldContain(problem);
        run.Error.ShouldContain(help);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_MisspeltWithHelp_ShowsTheHelp()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("units", "--jsn", "--help");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("Usage:");
        run.Error.ShouldBeEmpty();
    }
}
