namespace Lamella.Cli.Tests.Verbs;

/// <summary>What <c>lamella inspect</c>, <c>import</c> and <c>convert</c> say about files that are not what they should be.</summary>
[Trait("Level", "unit")]
public sealed class InstrumentBadInputTests
{
    [Theory]
    [InlineData("inspect")]
    [InlineData("import")]
    public async Task Verb_EmptyFile_IsRefused(string verb) => await Refused(verb, folder => folder.Write("a.mpr", string.Empty), "is empty", "Copy or export it again");

    [Fact]
    public async Task Inspect_Folder_IsRefusedWithTheWayToImportIt() => await Refused("inspect", folder => folder.Path, "is a folder", "import the folder as one study");

    [Theory]
    [InlineData("inspect")]
    [InlineData("import")]
    public async Task Verb_MissingFile_IsRefused(string verb) => await Refused(verb, folder => folder.Of("nothing.mpr"), "does not exist", "Check the path");

    [Theory]
    [InlineData("%PDF-1.7\n%stuff\n", "it looks like a PDF document")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "it looks like a page of the web")]
    [InlineData("MZ\u0001\u0002\u0003", "it looks like a program")]
    [InlineData("Dear colleague,\nplease find attached\n", "no known format recognises")]
    public async Task Inspect_FileOfAnotherProgram_SaysWhatItLooksLike(string text, string problem) =>
        await Refused("inspect", folder => folder.Write("cell.mpr", text), problem, "Export it from the instrument's software");

    [Fact]
    public async Task Inspect_MixedDecimalMarks_IsRefusedWithTheLineAndTheWayOut() => await Refused(
        "inspect", folder => folder.Write("eis.csv", "frequency/Hz;Z'/ohm;-Z''/ohm\n1000;10.5;1.5\n100;11.5;2,5\n"), "1 a comma", "--decimal");

    [Fact]
    public async Task Inspect_ImpedanceWithoutGeometry_AssumesNone()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("inspect", folder.WriteSpectrum("eis.csv"));

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("warning: The file states no electrode area");
        run.Output.ShouldContain("Impedances are those of the whole cell; no area was assumed.");
    }

    [Fact]
    public async Task Inspect_TwoTechniquesInOneFile_ShowsATableEach()
    {
        using var folder = new InstrumentFolder();
        string file = folder.Write(
            "two.DTA",
            "EXPLAIN\nTAG\tEISPOT\nOCVCURVE\tTABLE\t2\n\tPt\tT\tVf\n\t#\ts\tV vs. Ref.\n\t0\t0.5\t3.7\n\t1\t1.0\t3.71\n"
            + "ZCURVE\tTABLE\n\tPt\tFreq\tZreal\tZimag\n\t#\tHz\tohm\tohm\n\t0\t1000\t10\t-1\n\t1\t100\t12\t-2\n\t2\t10\t15\t-1\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("inspect", file);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("OCVCURVE: 2 rows");
        run.Output.ShouldContain("ZCURVE: 3 rows");
    }

    [Fact]
    public async Task Inspect_TwoExportsInOneFile_AreNotReadAsOne()
    {
        string export = "EC-Lab ASCII FILE\nNb header lines : 4                          \n\nmode\ttime/s\tEwe/V\tI/mA\n1\t0\t3.5\t0.1\n1\t1\t3.6\t0.1\n";

        await Refused("inspect", folder => folder.Write("two.mpt", export + export), "a second export begins", "Split the file");
    }

    [Fact]
    public async Task Import_FolderWithNothingToRead_SaysWhyTheFirstFails()
    {
        using var folder = new InstrumentFolder();
        folder.Write("raw/letter.txt", "Dear colleague\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.Of("raw"));

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("no file of the folder can be read as a measurement");
    }

    [Fact]
    public async Task Inspect_CutFile_SaysNOfMAndGoesOn()
    {
        using var folder = new InstrumentFolder();
        string file = folder.Write("cut.DTA", "EXPLAIN\nTAG\tCORPOT\nCURVE\tTABLE\t99\n\tPt\tT\tVf\tIm\n\t#\ts\tV vs. Ref.\tA\n\t0\t0.5\t3.7\t0\n\t1\t1.0\t3.71\t0\n\t2\t1.5\t3.");

        CommandLineRun run = await CommandLineRunner.RunAsync("inspect", file);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("2 of 99 records, file ends at byte");
    }

    private static async Task Refused(string verb, Func<InstrumentFolder, string> file, string problem, string remedy)
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync(verb, file(folder));

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
        run.Error.ShouldContain(remedy);
        run.Output.ShouldBeEmpty();
    }
}
