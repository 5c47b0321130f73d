using Lamella.Core.Errors;
using Lamella.Numerics.Random;
using Lamella.Structures.Images;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Images;

[Trait("Level", "identity")]
public sealed class VolumeFileTests : IDisposable
{
    private static readonly VoxelSize Size = new(0.3e-6, 0.3e-6, 0.5e-6);
    private readonly ScratchFolder _folder = new();

    public static TheoryData<TiffCompression, bool, bool, int> TiffForms()
    {
        var forms = new TheoryData<TiffCompression, bool, bool, int>();
        foreach (TiffCompression compression in Enum.GetValues<TiffCompression>())
        {
            foreach (int bits in new[] { 8, 16, 32 })
            {
                forms.Add(compression, bits == 16, bits == 32, bits);
                forms.Add(compression, bits != 16, bits == 8, bits);
            }
        }

        return forms;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(TiffForms))]
    public void Tiff_WrittenInAnyForm_ReadsBackTheSame(TiffCompression compression, bool predictor, bool big, int bits)
    {
        LabelVolume volume = bits == 8 ? Volume(7) : Wide();
        TiffFile.Write(_folder.File("a.tif"), volume, new TiffOptions { Compression = compression, UsesPredictor = predictor, IsBig = big, Bits = bits });

        Same(VolumeFile.Read(_folder.File("a.tif"), Size), volume);
    }

    [Theory]
    [InlineData(TiffCompression.Lzw)]
    [InlineData(TiffCompression.PackBits)]
    public void Tiff_LongStrips_ReadBackTheSame(TiffCompression compression)
    {
        // Enough for the table of LZW to be filled and cleared several times.
        LabelVolume volume = TestVolumes.Random(300, 211, 2, 250, 5);
        TiffFile.Write(_folder.File("a.tif"), volume, new TiffOptions { Compression = compression });

        Same(VolumeFile.Read(_folder.File("a.tif"), volume.Size), volume);
    }

    [Theory]
    [InlineData("a.npy")]
    [InlineData("a.npz")]
    [InlineData("a.raw")]
    [InlineData("a.tiff")]
    public void Write_AnyFormat_ReadsBackTheSame(string name)
    {
        VolumeFile.Write(_folder.File(name), Volume(3));
        VolumeFile.Write(_folder.File("wide-" + name), Wide());

        Same(VolumeFile.Read(_folder.File(name), Size), Volume(3));
        Same(VolumeFile.Read(_folder.File("wide-" + name), Size), Wide());
    }

    [Fact]
    public void Read_FolderOfSlices_StacksThemInTheOrderOfTheirNumbers()
    {
        LabelVolume volume = Volume(5);
        for (int z = 0; z < volume.Extent.Nz; z++)
        {
            TiffFile.Write(_folder.File($"slice{z + 8}.tif"), volume.Take(new VolumePart { Z = new VoxelRange(z, 1) }));
        }

        Same(VolumeFile.Read(Path.GetDirectoryName(_folder.File("x"))!, Size), volume);
    }

    [Fact]
    public void Write_FolderOfSlices_ReadsBackTheSame()
    {
        LabelVolume volume = Wide();
        string slices = _folder.File("slices") + Path.DirectorySeparatorChar;
        VolumeFile.Write(slices, volume, new TiffOptions { Compression = TiffCompression.Lzw, Bits = 32 });

        Directory.GetFiles(slices).Length.ShouldBe(7);
        Same(VolumeFile.Read(slices, Size), volume);
        Should.Throw<InputException>(() => VolumeFile.RequireWritable(slices)).Message.ShouldContain("holds files already");
    }

    [Fact]
    public void Votes_AnyLabels_GiveTheMostFrequentAndOfSeveralTheFirst()
    {
        var generator = new SeededGenerator(17);
        var votes = new LabelVotes();
        for (int round = 0; round < 200; round++)
        {
            int[] labels = [.. Enumerable.Range(0, 1 + generator.NextBelow(64)).Select(_ => generator.NextBelow(9) * 7_000)];
            votes.Clear();
            foreach (int label in labels)
            {
                votes.Add(label);
            }

            int most = labels.Max(label => labels.Count(other => other == label));
            votes.Winner.ShouldBe(labels.First(label => labels.Count(other => other == label) == most));
        }
    }

    [Theory]
    [InlineData("a.tif")]
    [InlineData("a.raw")]
    [InlineData("a.npz")]
    public void ReadPart_CroppedAndJoined_IsThatPartOfTheWhole(string name)
    {
        LabelVolume volume = Volume(4);
        VolumeFile.Write(_folder.File(name), volume);
        var part = new VolumePart { X = new VoxelRange(2, 9), Z = new VoxelRange(1, 5), Bin = 2 };
        LabelVolume read = VolumeFile.ReadPart(_folder.File(name), Size, part);

        read.Extent.ShouldBe(new(4, 4, 2));
        read.Size.ShouldBe(new VoxelSize(0.6e-6, 0.6e-6, 1e-6));
        Same(read, volume.Take(part));
    }

    [Fact]
    public void ReadPart_OfAFileLargerThanTheMemory_HoldsThePartOnly()
    {
        // 64 MB of voxels on the disk; the part and one plane are held.
        string path = _folder.File("large.raw");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(2_048L * 2_048 * 16);
            file.Position = (2_048L * 2_048 * 9) + (2_048 * 700) + 300;
            file.WriteByte(3);
        }

        File.WriteAllText(path + ".yaml", "voxels: [2048, 2048, 16]\ntype: uint8\n");
        long before = GC.GetAllocatedBytesForCurrentThread();
        LabelVolume part = VolumeFile.ReadPart(path, Size, new VolumePart { X = new VoxelRange(299, 4), Y = new VoxelRange(699, 4), Z = new VoxelRange(8, 4) });

        part[1, 1, 1].ShouldBe(3);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(60_000_000); // the plane as bytes, numbers and labels
    }

    [Fact]
    public void Edit_MirrorAndPad_KeepWhatIsThere()
    {
        LabelVolume volume = Volume(4), mirrored = volume.Mirror(1), padded = volume.Pad(2, 2, 1, 9);

        mirrored.Extent.ShouldBe(new(11, 16, 7));
        padded.Extent.ShouldBe(new(11, 8, 10));
        for (int z = 0; z < 7; z++)
        {
            mirrored[3, 15, z].ShouldBe(volume[3, 0, z]);
            mirrored[3, 8, z].ShouldBe(volume[3, 7, z]);
            padded[5, 2, z + 2].ShouldBe(volume[5, 2, z]);
        }

        (padded[0, 0, 0], padded[0, 0, 1], padded[0, 0, 9]).ShouldBe((9, 9, 9));
    }

    [Fact]
    public void Tiff_FromOtherPrograms_HaveTheirVoxels()
    {
        LabelVolume volume = VolumeFile.Read(Lamella.Tests.SharedFolder.Require("reference/structures/thirdparty/nmc_electrode_polaron_256.tiff"), VoxelSize.Cube(1.0));

        volume.Extent.ShouldBe(new(256, 256, 256));
        volume.Count().Keys.ShouldBe([0, 85, 170]);
    }

    private static LabelVolume Volume(int labels)
    {
        LabelVolume random = TestVolumes.Random(11, 8, 7, labels, 2);
        return new LabelVolume(random.Extent, Size, random.ToBytes());
    }

    private static LabelVolume Wide()
    {
        LabelVolume random = TestVolumes.Random(11, 8, 7, 200, 6);
        return new LabelVolume(random.Extent, Size, Array.ConvertAll(random.ToWords(), label => (ushort)(label * 317)));
    }

    private static void Same(LabelVolume found, LabelVolume expected)
    {
        found.Extent.ShouldBe(expected.Extent);
        found.ToWords().ShouldBe(expected.ToWords());
    }
}
