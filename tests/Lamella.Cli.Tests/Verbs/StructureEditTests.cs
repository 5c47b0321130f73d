using System.Text.Json;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class StructureEditTests : IDisposable
{
    private static readonly string Volume = Path.Combine(CommandLineRunner.Root, "data", "structures", "composite.npz");
    private readonly string _folder = Directory.CreateTempSubdirectory("lamella-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Edit_CropMirrorAndPad_WritesThatVolumeAndItsDescription()
    {
        string file = Path.Combine(_folder, "edited.tif");
        CommandLineRun run = await CommandLineRunner.RunAsync(
            "structure", "edit", Volume, "--voxel", "0.5 um", "--crop", "3:10,0:12,0:40", "--bin", "2", "--mirror", "xz", "--pad", "y=1:2:9", "--compression", "packbits", "--bits", "16", "-o", file);

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("10 x 9 x 40 voxels of 1 x 1 x 1 um");
        LabelVolume found = VolumeFile.Read(file, VoxelSize.Cube(1e-6));
        LabelVolume taken = VolumeFile.Read(Volume, VoxelSize.Cube(0.5e-6)).Take(new VolumePart { X = new VoxelRange(3, 10), Y = new VoxelRange(0, 12), Bin = 2 });
        for (int k = 0; k < found.Extent.Count; k++)
        {
            (int x, int y, int z) = (k % 10, (k / 10 % 9) - 1, k / 90);
            int expected = y is < 0 or > 5 ? 9 : taken[x < 5 ? x : 9 - x, y, z < 20 ? z : 39 - z];

            found[k].ShouldBe(expected);
        }

        using JsonDocument described = JsonDocument.Parse(await File.ReadAllTextAsync(file + ".json", TestContext.Current.CancellationToken));
        described.RootElement.GetProperty("mirrored").GetString().ShouldBe("xz");
        described.RootElement.GetProperty("padding")[0].GetProperty("label").GetInt32().ShouldBe(9);
    }

    [Theory]
    [InlineData("labels.npy")]
    [InlineData("labels.raw")]
    [InlineData("slices/")]
    public async Task Edit_AnyFormat_KeepsTheLabels(string name)
    {
        string file = Path.Combine(_folder, name);
        CommandLineRun run = await CommandLineRunner.RunAsync("structure", "edit", Volume, "--voxel", "0.5 um", "--output", file, "--json");

        run.ExitCode.ShouldBe(ExitCode.Success);
        VolumeFile.Read(file, VoxelSize.Cube(1.0)).Count().ShouldBe(VolumeFile.Read(Volume, VoxelSize.Cube(1.0)).Count());
        File.ReadAllText(Path.Combine(_folder, name.TrimEnd('/') + ".json")).ShouldBe(run.Output);
    }

    [Theory]
    [InlineData("the voxel size is missing")]
    [InlineData("does not name planes", "--voxel", "1 um", "--pad", "z=5:5")]
    [InlineData("does not name planes", "--voxel", "1 um", "--pad", "w=5:5:1")]
    [InlineData("is no set of directions", "--voxel", "1 um", "--mirror", "xx")]
    [InlineData("Did you mean 'packbits'?", "--voxel", "1 um", "--compression", "packbit")]
    [InlineData("8 bits", "--voxel", "1 um", "--pad", "z=1:1:300", "--bits", "8")]
    public async Task Edit_BadArgument_ExitsWithTwoAndSaysWhat(string problem, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["structure", "edit", Volume, "--output", Path.Combine(_folder, "a.tif"), .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }
}
