using Lamella.Core.Errors;
using Lamella.Numerics.Random;
using Lamella.Structures.Images;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Images;

[Trait("Level", "unit")]
public sealed class BadVolumeTests : IDisposable
{
    private static readonly VoxelSize Size = VoxelSize.Cube(1e-6);
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SliceMissing_SaysBetweenWhich()
    {
        Slice("s1.tif", 5, 4);
        Slice("s3.tif", 5, 4);

        Refused(Folder()).ShouldContain("slices are missing between 's1.tif' and 's3.tif'");
    }

    [Fact]
    public void Read_SlicesOfTwoSizes_SaysWhich()
    {
        Slice("s1.tif", 5, 4);
        Slice("s2.tif", 5, 6);

        Refused(Folder()).ShouldContain("has 5×6 pixels, but the first slice has 5×4");
    }

    [Fact]
    public void Read_SlicesWithoutNumbers_AreRefused()
    {
        Slice("first.tif", 5, 4);
        Slice("second.tif", 5, 4);

        Refused(Folder()).ShouldContain("holds no slice number");
    }

    [Fact]
    public void Read_TruncatedTiff_SaysThatItIsCutShort()
    {
        TiffFile.Write(_folder.File("a.tif"), TestVolumes.Random(40, 30, 4, 5, 1), new TiffOptions { Compression = TiffCompression.None });
        byte[] whole = File.ReadAllBytes(_folder.File("a.tif"));
        File.WriteAllBytes(_folder.File("a.tif"), whole[..(whole.Length / 2)]);

        Refused(_folder.File("a.tif")).ShouldContain("cut short");
    }

    [Fact]
    public void Read_FloatingPointTiff_IsNoLabels()
    {
        TiffFile.Write(_folder.File("a.tif"), TestVolumes.Random(8, 8, 1, 5, 1), new TiffOptions { Bits = 32, Compression = TiffCompression.None });
        byte[] file = File.ReadAllBytes(_folder.File("a.tif"));
        // Entry 339 (sample format) is the last of the directory: four bytes of value before the link to the next page.
        file[^8] = 3;
        File.WriteAllBytes(_folder.File("a.tif"), file);

        Refused(_folder.File("a.tif")).ShouldContain("floating-point numbers, not labels");
        GreyFile.Read(_folder.File("a.tif"), Size).Extent.ShouldBe(new(8, 8, 1));
    }

    [Fact]
    public void Read_RawWithoutSidecar_SaysWhatToWrite()
    {
        File.WriteAllBytes(_folder.File("a.raw"), new byte[60]);

        Refused(_folder.File("a.raw")).ShouldContain("voxels: [200, 150, 80]");
    }

    [Fact]
    public void Read_RawOfAnotherLength_SaysBothLengths()
    {
        File.WriteAllBytes(_folder.File("a.raw"), new byte[60]);
        File.WriteAllText(_folder.File("a.raw.yaml"), "voxels: [4, 4, 4]\ntype: uint8\n");

        Refused(_folder.File("a.raw")).ShouldContain("the file has 60 bytes, but 4×4×4 voxels of uint8 behind a header of 0 need 64");
    }

    [Fact]
    public void Read_NegativeLabels_AreRefused()
    {
        File.WriteAllBytes(_folder.File("a.raw"), [0, 1, 255, 1]);
        File.WriteAllText(_folder.File("a.raw.yaml"), "voxels: [2, 2, 1]\ntype: int8\n");

        Refused(_folder.File("a.raw")).ShouldContain("voxel 2 has the label -1");
    }

    [Fact]
    public void ReadPart_BeyondTheVolume_SaysTheRange()
    {
        Slice("s1.tif", 5, 4);

        Should.Throw<InputException>(() => VolumeFile.ReadPart(_folder.File("s1.tif"), Size, new VolumePart { X = new VoxelRange(3, 4) }))
            .Message.ShouldContain("4 voxels from 3 along x cannot be taken from 5");
    }

    [Theory]
    [InlineData("a.jpg", "no known format")]
    [InlineData("missing.tif", "does not exist")]
    public void Read_NoVolume_SaysWhatIsKnown(string name, string said)
    {
        if (name == "a.jpg")
        {
            File.WriteAllText(_folder.File(name), "picture");
        }

        Refused(_folder.File(name)).ShouldContain(said);
    }

    /// <remarks>
    /// LAMELLA_NIGHTLY = 1 tries fifty times as many. Whatever the bytes, there is a volume or an error for the user: no other
    /// exception, no memory beyond what the file can hold.
    /// </remarks>
    [Theory]
    [Trait("Level", "property")]
    [InlineData(TiffCompression.None, false, false)]
    [InlineData(TiffCompression.Lzw, true, false)]
    [InlineData(TiffCompression.Deflate, true, true)]
    [InlineData(TiffCompression.PackBits, false, true)]
    public void Tiff_DamagedAnywhere_ReadsOrIsRefused(TiffCompression compression, bool predictor, bool big)
    {
        TiffFile.Write(_folder.File("a.tif"), TestVolumes.Random(17, 13, 3, 4, 8), new TiffOptions { Compression = compression, UsesPredictor = predictor, IsBig = big });
        byte[] whole = File.ReadAllBytes(_folder.File("a.tif"));
        var generator = new SeededGenerator((ulong)compression);
        int refused = 0, tries = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 20_000 : 400;
        for (int k = 0; k < tries; k++)
        {
            byte[] damaged = whole[..(k % 4 == 0 ? generator.NextBelow(whole.Length + 1) : whole.Length)];
            for (int change = generator.NextBelow(6); change >= 0 && damaged.Length > 0; change--)
            {
                damaged[generator.NextBelow(damaged.Length)] = (byte)(generator.NextBelow(3) == 0 ? 255 : generator.NextBelow(256));
            }

            File.WriteAllBytes(_folder.File("b.tif"), damaged);
            try
            {
                TiffFile.ReadLabels(_folder.File("b.tif"), Size);
            }
            catch (InputException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(tries / 4);
    }

    private string Folder() => Path.GetDirectoryName(_folder.File("x"))!;

    private void Slice(string name, int nx, int ny) => TiffFile.Write(_folder.File(name), TestVolumes.Random(nx, ny, 1, 2, 1));

    private static string Refused(string path) => Should.Throw<InputException>(() => VolumeFile.Read(path, Size)).Message;
}
