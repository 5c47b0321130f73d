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
    [InlineData("docs/explanation/circuits.md", "analyse circuit examples/impedance/pellet-20degC.csv --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\"")]
    [InlineData("docs/explanation/conductivity.md", "analyse conductivity examples/impedance/pellet-20degC.csv --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\" --thickness \"1.02 +- 0.01 mm\" --diameter \"12 +- 0.05 mm\" --temperature \"20 degC\"")]
    [InlineData("docs/explanation/arrhenius.md", "analyse arrhenius examples/impedance --part bulk --circuit \"p(R1,CPE1)-p(R2,CPE2)-CPE3\" --thickness \"1.02 +- 0.01 mm\" --diameter \"12 +- 0.05 mm\"")]
    [InlineData("docs/explanation/plating.md", "analyse plating data/measurements/critical-current.bdf.csv --area \"1 cm2\"")]
    [InlineData("docs/explanation/coulombic-efficiency.md", "analyse plating data/measurements/aurbach.bdf.csv --area \"1.131 cm2\" --cell copper --lithium-reserve \"2.06 mAh/cm2\"")]
    [InlineData("docs/explanation/cycling.md", "analyse cycling data/measurements/cycling.bdf.csv --area \"1.131 cm2\"")]
    [InlineData("docs/explanation/transference.md", "analyse transference data/measurements/polarisation.bdf.csv data/measurements/polarisation.spectra.csv")]
    [InlineData("docs/explanation/stability-window.md", "analyse stability-window data/measurements/sweep.bdf.csv --area \"1.131 cm2\"")]
    [InlineData("docs/explanation/exchange-current.md", "analyse tafel data/measurements/tafel.anodic.bdf.csv data/measurements/tafel.cathodic.bdf.csv --area \"1.131 cm2\" --temperature \"25 degC\" --faces 2 --fit-resistance")]
    [InlineData("docs/explanation/titration.md", "analyse titration data/measurements/titration.bdf.csv --particle-radius \"5.22 um +- 0.2 um\" --skip \"5 s\"")]
    [InlineData("docs/explanation/warburg-diffusivity.md", "analyse warburg-diffusivity data/measurements/diffusion.csv --area \"1.13 cm2 +- 0.02 cm2\" --temperature \"25 degC\" --concentration \"1.2 mol/L\"")]
    public async Task Page_WorkedExample_IsWhatTheTerminalShows(string page, string command)
    {
        // Every second part between quotes is one word, blanks included.
        string[] words =
        [
            .. command.Split('"').SelectMany((part, k) => k % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(word => word.StartsWith("data/", StringComparison.Ordinal) || word.StartsWith("examples/", StringComparison.Ordinal) ? Path.Combine(CommandLineRunner.Root, word) : word),
        ];
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
