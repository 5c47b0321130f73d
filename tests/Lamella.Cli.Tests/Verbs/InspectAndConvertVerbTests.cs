using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary><c>lamella inspect</c> and <c>lamella convert</c>.</summary>
[Trait("Level", "unit")]
public sealed class InspectAndConvertVerbTests
{
    private const int Screen = 50; // lines

    [Fact]
    public async Task Inspect_Series_FitsAScreenAndSketchesTheSignal()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("inspect", folder.WriteSeries("cell.csv", 50));

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("time series, 50 samples, 0 to 490 s, 3.71 to 4.2 V, -0.001 to -0.001 A");
        run.Output.Split('\n').Length.ShouldBeLessThan(Screen);
        run.Output.Count(letter => letter is > '\u2800' and <= '\u28FF').ShouldBeGreaterThan(60); // a falling line over 64 columns
    }

    [Fact]
    public async Task Inspect_Json_HoldsColumnsDecisionsAndSettings()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("inspect", folder.WriteSeries("cell.csv", 5), "--json");

        using JsonDocument sheet = JsonDocument.Parse(run.Output);
        sheet.RootElement.GetProperty("format").GetString().ShouldBe("bdf-csv");
        sheet.RootElement.GetProperty("tables")[0].GetProperty("columns").GetArrayLength().ShouldBeGreaterThanOrEqualTo(3);
        sheet.RootElement.GetProperty("decisions").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Convert_ToBdf_ReadsBackTheSameNumbers()
    {
        using var folder = new InstrumentFolder();
        string file = folder.Write("novonix.csv", "time /s\tI /mA\tE /V\n0\t-500\t3\n1.5\t-250.125\t2.9\n");

        CommandLineRun run = await CommandLineRunner.RunAsync("convert", file, "--to", "bdf", "--output", folder.Of("out.bdf.csv"));

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("2 rows in");
        run.Output.ShouldContain("out.bdf.csv: 2 rows out");
        string[] lines = await File.ReadAllLinesAsync(folder.Of("out.bdf.csv"), TestContext.Current.CancellationToken);
        lines[0].ShouldBe("Test Time / s,Voltage / V,Current / A");
        lines[2].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ShouldBe([1.5, 2.9, -0.250125], 1e-15);
    }

    [Fact]
    public async Task Convert_ToCsv_KeepsTheVendorsNamesAndNumbers()
    {
        using var folder = new InstrumentFolder();
        string file = folder.Write("ivium.txt", "time /s\tI /mA\tE /V\n0\t-500\t3\n1\t-250\t2.9\n");

        await CommandLineRunner.RunAsync("convert", file, "--to", "csv", "--output", folder.Of("out.csv"));

        (await File.ReadAllTextAsync(folder.Of("out.csv"), TestContext.Current.CancellationToken)).ShouldBe("time /s,I /mA,E /V\n0,-500,3\n1,-250,2.9\n");
    }

    [Fact]
    public async Task Convert_ToNpz_HoldsOneArrayPerColumn()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("convert", folder.WriteSpectrum("eis.csv"), "--to", "npz", "--output", folder.Of("out.npz"));

        run.ExitCode.ShouldBe(ExitCode.Success);
        using ZipArchive archive = await ZipFile.OpenReadAsync(folder.Of("out.npz"), TestContext.Current.CancellationToken);
        archive.Entries.Select(entry => entry.Name).ShouldContain("frequency_Hz.npy");
        archive.Entries.ShouldContain(entry => entry.Name == "metadata_names.npy");
    }

    [Fact]
    public async Task Convert_OntoItself_IsRefused()
    {
        using var folder = new InstrumentFolder();
        string file = folder.WriteSeries("cell.csv", 3);

        CommandLineRun run = await CommandLineRunner.RunAsync("convert", file, "--to", "csv", "--output", file);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("would replace the file that is converted");
        File.ReadLines(file).Count().ShouldBe(4);
    }

    [Fact]
    public async Task Convert_UnknownTarget_IsRefusedWithTheChoices()
    {
        using var folder = new InstrumentFolder();

        CommandLineRun run = await CommandLineRunner.RunAsync("convert", folder.WriteSeries("cell.csv", 3), "--to", "xlsx");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("bdf");
    }
}
