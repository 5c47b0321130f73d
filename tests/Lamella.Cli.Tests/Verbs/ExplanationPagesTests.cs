namespace Lamella.Cli.Tests.Verbs;

/// <summary>The worked examples in docs/explanation are what a user sees, line by line.</summary>
/// <remarks><c>LAMELLA_WRITE_DOCS=1</c> writes them anew.</remarks>
[Trait("Level", "snapshot")]
public sealed class ExplanationPagesTests
{
    private const string Begin = "<!-- terminal -->\n", End = "<!-- end of terminal -->";

    [Theory]
    [InlineData("docs/explanation/kramers-kronig.md", "analyse kramers-kronig data/measurements/spectrum-drifting.csv")]
    [InlineData("docs/explanation/relaxation-times.md", "analyse relaxation-times data/measurements/spectrum.csv")]
    public async Task Page_WorkedExample_IsWhatTheTerminalShows(string page, string command)
    {
        string[] words = [.. command.Split(' ').Select(word => word.StartsWith("data/", StringComparison.Ordinal) ? Path.Combine(CommandLineRunner.Root, word) : word)];
        CommandLineRun run = await CommandLineRunner.RunAsync(words);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);

        // What was found; the lines on basis and limits stand in the text of the page already.
        string found = run.Output.ReplaceLineEndings("\n").Split("these data cannot say")[0];
        string shown = $"```console\n$ lamella {command}\n{found}```\n";

        string path = Path.Combine(CommandLineRunner.Root, page);
        string text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("LAMELLA_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, text[..from] + shown + text[to..], TestContext.Current.CancellationToken);
            return;
        }

        text[from..to].ShouldBe(shown, $"{page} is out of date: run this test with LAMELLA_WRITE_DOCS=1.");
    }
}
