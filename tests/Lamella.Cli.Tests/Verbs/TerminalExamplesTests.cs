using System.Text;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>The imports that docs/instruments.md shows are what a user sees, line by line.</summary>
/// <remarks><c>LAMELLA_WRITE_DOCS=1</c> writes them anew. The files lie in shared/data/instruments; without them the test skips.</remarks>
[Trait("Level", "snapshot")]
public sealed class TerminalExamplesTests
{
    private const string Page = "docs/instruments.md", Begin = "<!-- terminal -->\n", End = "<!-- end of terminal -->";

    private static readonly (string Title, string[] Commands)[] Examples =
    [
        ("Cycling of a cell with EC-Lab", ["lamella inspect biologic_mpr/gcpl.pr_182.1.mpr"]),
        ("A spectrum of Gamry, with the record at rest before it", ["lamella inspect gamry_dta/exampleDataGamry.DTA"]),
        ("Text with decimal commas, minutes and unsigned currents; milliseconds that could be seconds", ["lamella import maccor_txt/maccor_two.txt digatron_csv/tiny_digatron.csv"]),
        ("A download that broke off", ["head -c 150000 neware_ndax/nw4-120-1-6-53.ndax > cut.ndax", "lamella import cut.ndax"]),
        ("A folder becomes one study, and a file another format", ["lamella import arbin_csv --output my-study", "lamella convert arbin_res/mits7-0.res.gz --to bdf --output mits.bdf.csv"]),
    ];

    [Fact]
    public async Task Page_Imports_AreWhatTheTerminalShows()
    {
        string files = Path.GetDirectoryName(Shared("data/instruments/manifest.json"))!;
        using var folder = new InstrumentFolder();
        var shown = new StringBuilder();
        foreach ((string title, string[] commands) in Examples)
        {
            shown.Append("### ").Append(title).Append("\n\n```console\n");
            foreach (string command in commands)
            {
                shown.Append("$ ").Append(command).Append('\n').Append(await Run(command, files, folder));
            }

            shown.Append("```\n\n");
        }

        string path = Path.Combine(CommandLineRunner.Root, Page), text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("LAMELLA_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, text[..from] + shown + text[to..], TestContext.Current.CancellationToken);
            return;
        }

        text[from..to].ShouldBe(shown.ToString(), $"{Page} is out of date: run this test with LAMELLA_WRITE_DOCS=1.");
    }

    /// <summary>Runs a command as if the user stood in the folder of the files.</summary>
    private static async Task<string> Run(string command, string files, InstrumentFolder folder)
    {
        string[] words = command.Split(' ');
        if (words[0] == "head")
        {
            byte[] whole = await File.ReadAllBytesAsync(Path.Combine(files, words[3]), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(folder.Of(words[5]), whole[..int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture)], TestContext.Current.CancellationToken);
            return string.Empty;
        }

        string[] arguments = [.. words[1..].Select((word, i) => i == 0 || word.StartsWith('-') || word == "bdf" ? word
            : Path.Exists(Path.Combine(files, word)) ? Path.Combine(files, word) : folder.Of(word))];
        CommandLineRun run = await CommandLineRunner.RunAsync(arguments);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        return run.Output.ReplaceLineEndings("\n").Replace(files + "/", string.Empty, StringComparison.Ordinal).Replace(folder.Path + "/", string.Empty, StringComparison.Ordinal);
    }

    private static string Shared(string relative) => Lamella.Tests.SharedFolder.Require(relative);
}
