using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary><c>lamella import</c>: rows in equal rows out, and a folder becomes one study.</summary>
[Trait("Level", "unit")]
public sealed class ImportVerbTests
{
    [Fact]
    public async Task Import_File_PrintsFormatRowsAndDecisions()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSeries("cell.csv", 25), "--output", folder.Of("study"));

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("cell.csv: bdf-csv");
        run.Output.ShouldContain("25 rows in = 25 rows out; 1 time series of 25 rows");
        run.Output.ShouldContain("decided: numbers: decimal point");
        File.ReadLines(folder.Of("study/series/cell.bdf.csv")).Count().ShouldBe(26);
        File.Exists(folder.Of("study/series/cell.columns.npz")).ShouldBeTrue();
    }

    [Fact]
    public async Task Import_Folder_MakesOneStudyOfItsFilesAndNamesTheOthers()
    {
        using var folder = new InstrumentFolder();
        folder.WriteSeries("raw/a/cell.csv", 10);
        folder.WriteSeries("raw/b/cell.csv", 20);
        folder.WriteSpectrum("raw/eis.csv");
        folder.Write("raw/notes.txt", "cell 3 was dropped\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.Of("raw"), "--output", folder.Of("study"));

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("3 of 4 files read, 35 rows in, 35 rows out.");
        run.Output.ShouldContain("notes.txt: not read: is a file that no known format recognises");
        using JsonDocument index = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Of("study/result.json"), TestContext.Current.CancellationToken));
        JsonElement[] files = [.. index.RootElement.GetProperty("files").EnumerateArray()];
        files.Length.ShouldBe(4);
        files.Where(file => file.TryGetProperty("written", out _)).SelectMany(file => file.GetProperty("written").EnumerateArray())
            .ShouldAllBe(written => File.Exists(folder.Of("study/" + written.GetProperty("file").GetString())));
        Directory.GetFiles(folder.Of("study/series"), "cell*.bdf.csv").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Import_ManyForeignFiles_AreSummedUpAndListedWhenAsked()
    {
        using var folder = new InstrumentFolder();
        folder.WriteSeries("raw/cell.csv", 10);
        for (int i = 1; i <= 5; i++)
        {
            folder.Write($"raw/notes{i}.txt", "cell 3 was dropped\n");
        }

        CommandLineRun brief = await CommandLineRunner.RunAsync("import", folder.Of("raw"));
        CommandLineRun whole = await CommandLineRunner.RunAsync("import", folder.Of("raw"), "--verbose");

        brief.Output.ShouldContain("5 files of no known format: ");
        brief.Output.ShouldContain("notes3.txt and 2 more (list with --verbose)");
        brief.Output.ShouldNotContain("not read:");
        brief.Output.ShouldContain("1 of 6 files read, 10 rows in.");
        whole.Output.ShouldContain("notes5.txt: not read: is a file that no known format recognises");
    }

    [Fact]
    public async Task Import_QuickWork_PrintsNoProgress()
    {
        using var folder = new InstrumentFolder();
        folder.WriteSeries("raw/a.csv", 10);
        folder.WriteSeries("raw/b.csv", 10);

        (await CommandLineRunner.RunAsync("import", folder.Of("raw"))).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_AnyFile_AppliesNoOperation()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSeries("cell.csv", 10), "--json");

        using JsonDocument index = JsonDocument.Parse(run.Output);
        index.RootElement.GetProperty("files")[0].GetProperty("operations").GetArrayLength().ShouldBe(0);
        (await CommandLineRunner.RunAsync("import", folder.Of("cell.csv"), "--apply", "keep every 2")).ExitCode.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public async Task Import_TableThatBdfCannotCarry_LosesNoRow()
    {
        using var folder = new InstrumentFolder();
        string file = folder.Write(
            "ocv.DTA",
            "EXPLAIN\nTAG\tCORPOT\nTITLE\tLABEL\tOpen circuit\tTest Identifier\nCURVE\tTABLE\t2\n\tPt\tAch\tOver\n\t#\tV\tbits\n\t0\t1.0\t...........\n\t1\t2.0\t...........\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("import", file, "--output", folder.Of("study"));

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("2 rows in = 2 rows out");
        File.ReadLines(folder.Of("study/series/ocv.table.csv")).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Import_AgainIntoTheSameFolder_ReplacesTheResult()
    {
        using var folder = new InstrumentFolder();
        string file = folder.WriteSeries("cell.csv", 5);
        await CommandLineRunner.RunAsync("import", file, "--output", folder.Of("study"));

        (await CommandLineRunner.RunAsync("import", file, "--output", folder.Of("study"))).ExitCode.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public async Task Import_WithoutOutput_WritesNothingAndSaysSo()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSeries("cell.csv", 3));

        run.Output.ShouldContain("Nothing was written: add --output FOLDER.");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Import_Overrides_AreShownAsAskedFor()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSeries("cell.csv", 3), "--sign", "discharge", "--decimal", "point", "--encoding", "utf-8");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("positive discharges (as you asked)");
        run.Output.ShouldContain("decimal point (as you asked)");
    }

    [Theory]
    [InlineData("--encoding", "klingon", "'klingon' is no encoding")]
    [InlineData("--time-zone", "Mars/Phobos", "'Mars/Phobos' is no time zone")]
    [InlineData("--area", "-1 cm2", "'-1 cm2' cannot be used")]
    [InlineData("--area", "3 V", "'3 V' cannot be used")]
    public async Task Import_BadOverride_ExitsWithTwoAndSaysWhatIsAllowed(string option, string value, string problem)
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSeries("cell.csv", 3), option, value);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task Import_Json_IsTheIndex()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("import", folder.WriteSpectrum("eis.csv"), "--json", "--area", "1.13 cm2");

        using JsonDocument index = JsonDocument.Parse(run.Output);
        index.RootElement.GetProperty("rows_in").GetInt64().ShouldBe(5);
        index.RootElement.GetProperty("files")[0].GetProperty("measurements")[0].GetProperty("kind").GetString().ShouldBe("Spectrum");
    }
}
