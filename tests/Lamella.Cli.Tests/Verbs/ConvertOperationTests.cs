using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary><c>lamella convert --apply</c>: filters and resampling are named, noted, and never applied by themselves.</summary>
[Trait("Level", "unit")]
public sealed class ConvertOperationTests
{
    [Fact]
    public async Task Convert_WithOperations_PrintsThemAndNotesThemBesideTheText()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync(
            "convert", folder.WriteSeries("cell.csv", 50), "--to", "bdf", "--output", folder.Of("out.bdf.csv"), "--apply", "keep time 100..400 s", "--apply", "resample every 25 s");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("50 rows in");
        run.Output.ShouldContain("applied: keep time 100 s..400 s: 50 rows in, 31 rows out (rows 11..41)");
        run.Output.ShouldContain("applied: resample every 25 s: 31 rows in, 13 rows out (new rows between the records)");
        string[] lines = await File.ReadAllLinesAsync(folder.Of("out.bdf.csv"), TestContext.Current.CancellationToken);
        lines[0].ShouldBe("Test Time / s,Voltage / V,Current / A,Net Capacity / Ah,Net Energy / Wh");
        lines.Length.ShouldBe(14);
        lines[1].Split(',').Take(4).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
            .ShouldBe([100.0, 4.1, -0.001, -0.1 / 3600.0], 1e-12); // 0.1 C were passed before the first row that is left
        using JsonDocument noted = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Of("out.bdf.json"), TestContext.Current.CancellationToken));
        noted.RootElement.GetProperty("rows_in").GetInt64().ShouldBe(50);
        JsonElement[] operations = [.. noted.RootElement.GetProperty("operations").EnumerateArray()];
        operations.Select(operation => operation.GetProperty("operation").GetString()).ShouldBe(["keep time 100 s..400 s", "resample every 25 s"]);
        operations[0].GetProperty("rows_taken")[0].GetProperty("first").GetInt32().ShouldBe(11);
        operations[1].GetProperty("notes").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Convert_ExampleOnThePage_PrintsWhatStandsThere()
    {
        string page = (await File.ReadAllTextAsync(Path.Combine(CommandLineRunner.Root, "docs/instruments.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        string[] lines = page[page.IndexOf("$ lamella convert data/measurements/discharge", StringComparison.Ordinal)..].Split("\n```")[0].Split('\n');
        using var folder = new InstrumentFolder();
        string[] words = [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(lines[0]["$ lamella ".Length..].Replace("coarse.bdf.csv", folder.Of("coarse.bdf.csv"), StringComparison.Ordinal))];
        words[1] = Path.Combine(CommandLineRunner.Root, words[1]);

        CommandLineRun run = await CommandLineRunner.RunAsync(words);

        string shown = run.Output.ReplaceLineEndings("\n").Replace(folder.Path + "/", string.Empty, StringComparison.Ordinal).Replace(CommandLineRunner.Root + "/", string.Empty, StringComparison.Ordinal);
        lines.Length.ShouldBeGreaterThan(5);
        shown.ShouldStartWith(string.Join('\n', lines[1..]));
    }

    [Fact]
    public async Task Convert_ToNpz_CarriesTheRecordOfWhatWasApplied()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync(
            "convert", folder.WriteSeries("cell.csv", 50), "--to", "npz", "--output", folder.Of("out.npz"), "--apply", "keep every 10 rows");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        using ZipArchive archive = await ZipFile.OpenReadAsync(folder.Of("out.npz"), TestContext.Current.CancellationToken);
        archive.Entries.Select(entry => entry.Name).ShouldBeSubsetOf([
            "Test Time _ s.npy", "Voltage _ V.npy", "Current _ A.npy", "row in file.npy", "net charge.npy", "net energy.npy",
            "metadata_columns.npy", "metadata_units.npy", "metadata_scopes.npy", "metadata_names.npy", "metadata_values.npy",
        ]);
        archive.Entries.Count.ShouldBe(11);
        using var reader = new StreamReader(await archive.GetEntry("metadata_values.npy")!.OpenAsync(TestContext.Current.CancellationToken), System.Text.Encoding.Latin1);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("\0", string.Empty, StringComparison.Ordinal)
            .ShouldContain("keep every 10 rows: 50 rows in, 5 rows out (rows 1..41 by 10)");
    }

    [Fact]
    public async Task Convert_WithOperationsAsJson_HoldsThem()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync(
            "convert", folder.WriteSpectrum("eis.csv"), "--to", "csv", "--output", folder.Of("out.csv"), "--json", "--apply", "drop frequency 50 kHz..");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        using JsonDocument printed = JsonDocument.Parse(run.Output);
        printed.RootElement.GetProperty("rows_in").GetInt64().ShouldBe(5);
        printed.RootElement.GetProperty("files")[0].GetProperty("rows").GetInt64().ShouldBe(4);
        printed.RootElement.GetProperty("operations")[0].GetProperty("name").GetString().ShouldBe("drop frequency");
        File.Exists(folder.Of("out.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Convert_WithoutOperations_WritesEveryRowAndNothingBeside()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("convert", folder.WriteSeries("cell.csv", 50), "--to", "bdf", "--output", folder.Of("out.bdf.csv"));

        run.Output.ShouldContain("out.bdf.csv: 50 rows out");
        File.Exists(folder.Of("out.bdf.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Convert_BadOperation_ExitsWithTwoAndACaretAndWritesNothing()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync(
            "convert", folder.WriteSeries("cell.csv", 50), "--to", "bdf", "--output", folder.Of("out.bdf.csv"), "--apply", "keep step 3..x");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ReplaceLineEndings("\n").ShouldContain("    keep step 3..x\n                 ^\n");
        run.Error.ShouldContain("Allowed: whole numbers and ranges of them");
        File.Exists(folder.Of("out.bdf.csv")).ShouldBeFalse();
    }
}
