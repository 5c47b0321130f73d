using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class StructureVerbTests
{
    private static readonly string Volume = Path.Combine(CommandLineRunner.Root, "data", "structures", "composite.npz");

    [Fact]
    public async Task Conduct_OnePhaseEverywhere_PrintsItsConductivityInTheUnitGiven()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-2=0.99 mS/cm");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("100.00 vol%   0.99 mS/cm");
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("x      0.99 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conduct_Json_CarriesTheTensorInSi()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-2=0.99 mS/cm", "--json");

        using JsonDocument result = JsonDocument.Parse(run.Output);
        result.RootElement.GetProperty("tensor_S_per_m")[0].GetDouble().ShouldBe(0.099, 1e-6);
        result.RootElement.GetProperty("state").GetString().ShouldBe("effective in host");
    }

    [Fact]
    public async Task Conduct_Output_HoldsThePageAndTheResult()
    {
        string folder = Path.Combine(Path.GetTempPath(), "lamella-conduct-" + Guid.NewGuid().ToString("N"));
        try
        {
            CommandLineRun run = await CommandLineRunner.RunAsync(
                "structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0=insulator", "--phase", "1=1 mS/cm", "--phase", "2=3 mS/cm", "--output", folder);

            run.ExitCode.ShouldBe(ExitCode.Success);
            Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["dossier.html", "result.json"]);
            string page = await File.ReadAllTextAsync(Path.Combine(folder, "dossier.html"), TestContext.Current.CancellationToken);
            foreach (string part in (string[])["class=\"pictures\"", "class=\"volume-data\"", "Hot spots, field along z", "Potential along x", "Phases along y", "tensor"])
            {
                page.ShouldContain(part);
            }

            using JsonDocument result = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "result.json"), TestContext.Current.CancellationToken));
            JsonElement currents = result.RootElement.GetProperty("currents");
            currents.GetArrayLength().ShouldBe(3);
            double[] shares = [.. currents[0].GetProperty("power_share_of_phases").EnumerateArray().Select(value => value.GetDouble())];
            shares[0].ShouldBe(0.0);
            shares.Sum().ShouldBe(1.0, 1e-4);
            result.RootElement.GetProperty("input_sha256").GetString()!.Length.ShouldBe(64);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Conduct_Maps_AreArraysOfCurrentAndPowerOfMeanOne()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("lamella-").FullName, "result");
        string[] asked = ["structure", "conduct", Volume, "--voxel", "0.5 um", "--crop", "0:20,0:16,0:12", "--phase", "0=insulator", "--phase", "1,2=1 mS/cm", "--direction", "zx", "--maps"];
        (await CommandLineRunner.RunAsync([.. asked, "--output", folder])).ExitCode.ShouldBe(ExitCode.Success);
        CommandLineRun again = await CommandLineRunner.RunAsync([.. asked, "--output", folder]), homeless = await CommandLineRunner.RunAsync(asked);

        again.ExitCode.ShouldBe(ExitCode.Success); // an older result with its maps may be replaced
        homeless.Error.ShouldContain("there is no folder to write them into");
        using (var archive = System.IO.Compression.ZipFile.OpenRead(Path.Combine(folder, "maps.npz")))
        {
            archive.Entries.Select(entry => entry.Name).ShouldBe(["current_z.npy", "power_z.npy", "current_x.npy", "power_x.npy"]);
            foreach (var entry in archive.Entries)
            {
                using var memory = new MemoryStream();
                using (Stream stream = entry.Open())
                {
                    await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
                }

                byte[] bytes = memory.ToArray();
                float[] map = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes.AsSpan(^(20 * 16 * 12 * sizeof(float))..)).ToArray();
                System.Text.Encoding.Latin1.GetString(bytes, 0, 128).ShouldContain("'shape': (12, 16, 20)");
                map.Average().ShouldBeInRange(0.99f, entry.Name.StartsWith("power", StringComparison.Ordinal) ? 1.01f : 1.4f); // the magnitude is at least the mean along the field
            }
        }

        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public async Task Conduct_Electronic_SolvesTheNetworkOfTheElectronsToo()
    {
        string[] asked = ["structure", "conduct", Volume, "--voxel", "0.5 um", "--phase", "0-1=2 mS/cm", "--phase", "2=2 mS/cm", "--electronic", "0,1=6 mS/cm", "--electronic", "2=6 mS/cm", "--direction", "zx"];
        CommandLineRun run = await CommandLineRunner.RunAsync([.. asked, "--json"]), printed = await CommandLineRunner.RunAsync(asked);

        using JsonDocument result = JsonDocument.Parse(run.Output);
        JsonElement electrons = result.RootElement.GetProperty("electronic_directions")[0];
        electrons.GetProperty("axis").GetString().ShouldBe("z");
        electrons.GetProperty("conductivity_S_per_m").GetDouble().ShouldBe(0.6, 1e-6);
        electrons.GetProperty("ionic_share").GetDouble().ShouldBe(0.25, 1e-6);
        printed.Output.ShouldContain("share of ions");
        printed.Error.ShouldContain("preparing a solve that needs");
    }

    [Fact]
    public async Task Conduct_DescribedStructure_NeedsNoFurtherArgument()
    {
        string file = Path.Combine(CommandLineRunner.Root, "examples", "aiose-structure", "aiose-bulk.yaml");

        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "conduct", file, "--direction", "z", "--json");

        // H1 of PHYSICS.md 1.5: Bruggeman 0.372, upper Hashin-Shtrikman bound 0.375 mS/cm for the same fractions.
        using JsonDocument result = JsonDocument.Parse(run.Output);
        double conductivity = result.RootElement.GetProperty("directions")[0].GetProperty("conductivity_S_per_m").GetDouble();
        conductivity.ShouldBeInRange(0.0345, 0.0375);
        CommandLineRun twice = await CommandLineRunner.RunAsync("structure", "conduct", file, "--voxel", "1 um");
        twice.ExitCode.ShouldBe(ExitCode.BadInput);
        twice.Error.ShouldContain("already describes volume and phases");
    }

    [Theory]
    [InlineData("the voxel size is missing", "--phase", "0-2=1 S/m")]
    [InlineData("no phase has the label 2", "--voxel", "1 um", "--phase", "0,1=1 S/m")]
    [InlineData("has no unit", "--voxel", "1 um", "--phase", "0-2=1")]
    [InlineData("Did you mean 'periodic'?", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--boundary", "perodic")]
    [InlineData("is no set of directions", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--direction", "xx")]
    [InlineData("no phase has the labels 7", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--electronic", "7=1 S/m")]
    [InlineData("'1,0' has a value already", "--voxel", "1 um", "--phase", "0=1 S/m", "--phase", "1,2=2 S/m", "--interface", "0,1=1 ohm cm2", "--interface", "1,0=2 ohm cm2")]
    [InlineData("is described twice", "--voxel", "1 um", "--phase", "0=1 S/m", "--phase", "1,2=2 S/m", "--interface", "0,1=1 ohm cm2", "--interface", "0,2=2 ohm cm2")]
    [InlineData("'0-2' has a value already", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--electronic", "0-2=1 S/m", "--electronic", "0-2=2 S/m")]
    [InlineData("'1' has a value already", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--grain-boundary", "0-2=1 ohm cm2", "--grain-boundary", "1=2 ohm cm2")]
    [InlineData("does not name two phases", "--voxel", "1 um", "--phase", "0-2=1 S/m", "--interface", "1=1 ohm cm2")]
    public async Task Conduct_BadArgument_ExitsWithTwoAndSaysWhat(string problem, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "conduct", Volume, .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
    }

    [Theory]
    [InlineData("skeleton.yaml", 0.471)]
    [InlineData("aiose.yaml", 0.471)]
    [InlineData("latp-pvdf.yaml", 0.0632)]
    [InlineData("lagp-pdol.yaml", 0.0182)]
    public async Task Generate_ExampleRecipe_WritesVolumeDescriptionAndPicture(string recipe, double ceramic)
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName;
        string volume = Path.Combine(folder, "volume.npz"), picture = Path.Combine(folder, "volume.png");
        CommandLineRun run = await CommandLineRunner.RunAsync(
            "structure", "generate", Path.Combine(CommandLineRunner.Root, "examples", "structures", recipe), "--output", volume, "--picture", picture, "--json");

        run.ExitCode.ShouldBe(ExitCode.Success);
        using JsonDocument result = JsonDocument.Parse(run.Output);
        result.RootElement.GetProperty("phases").EnumerateArray().Single(phase => phase.GetProperty("name").GetString() == "ceramic")
            .GetProperty("fraction").GetDouble().ShouldBe(ceramic, 5e-4);
        File.ReadAllText(volume + ".json").ShouldBe(run.Output);
        File.ReadAllBytes(picture).Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        File.Exists(volume).ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Generate_UnknownEnding_IsRefusedBeforeAnythingIsMade()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "generate", "missing.yaml", "--output", "volume.jpg");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(".tif, .tiff, .npy, .npz or .raw");
    }

    [Fact]
    public async Task Measure_Composite_PrintsFractionsPercolationAndSizes()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(
            "structure", "measure", Volume, "--voxel", "0.5 um", "--phase", "0=pore", "--phase", "1=ceramic", "--phase", "2=polymer");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("ceramic: ");
        run.Output.ShouldContain("percolates along x, y, z");
        run.Output.ShouldContain("representative edge");
        run.Output.ShouldContain("interface ceramic | polymer");
    }

    [Theory]
    [InlineData("the voxel size is missing", "--phase", "0=pore")]
    [InlineData("no phase has the label 1", "--voxel", "1 um", "--phase", "0=pore", "--phase", "2=gel")]
    [InlineData("is no level of confidence", "--voxel", "1 um", "--confidence", "95")]
    [InlineData("--phase 0=pore", "--voxel", "1 um", "--phase", "pore")]
    public async Task Measure_BadArgument_ExitsWithTwoAndSaysWhat(string problem, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "measure", Volume, .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task Segment_GreyImage_WritesLabelsPreviewAndHistogram()
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName;
        string image = GreyImage(folder), labels = Path.Combine(folder, "labels.npz"), preview = Path.Combine(folder, "preview.png"), table = Path.Combine(folder, "histogram.csv");
        CommandLineRun run = await CommandLineRunner.RunAsync(
            "structure", "segment", image, "--voxel", "1 um", "--method", "watershed", "--output", labels, "--preview", preview, "--histogram", table, "--crop", "2:16,0:20,0:6");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("16 x 20 x 6 voxels");
        run.Output.ShouldContain("ceramic");
        File.ReadAllLines(table).Length.ShouldBe(257);
        using JsonDocument described = JsonDocument.Parse(File.ReadAllText(labels + ".json"));
        described.RootElement.GetProperty("phases")[2].GetProperty("fraction").GetDouble().ShouldBe(0.4, 0.02);
        File.Exists(preview).ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("the voxel size is missing")]
    [InlineData("Did you mean 'watershed'?", "--voxel", "1 um", "--method", "watershd")]
    [InlineData("is no range", "--voxel", "1 um", "--crop", "0-5,0:5,0:5")]
    [InlineData("cannot be taken from 20", "--voxel", "1 um", "--crop", "10:15,0:5,0:5")]
    [InlineData("is no grey value", "--voxel", "1 um", "--thresholds", "80,bright")]
    public async Task Segment_BadArgument_ExitsWithTwoAndSaysWhat(string problem, params string[] options)
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName;
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "segment", GreyImage(folder), .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes 20 x 20 x 6 voxels: rows 0 to 3 dark, 4 to 11 grey, 12 to 19 bright.</summary>
    private static string GreyImage(string folder)
    {
        string path = Path.Combine(folder, "scan.raw");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 2400).Select(k => (byte)((k / 20 % 20 < 4 ? 40 : k / 20 % 20 < 12 ? 110 : 200) + (k * 7 % 11)))]);
        File.WriteAllText(path + ".yaml", "voxels: [20, 20, 6]\ntype: uint8\n");
        return path;
    }
}
