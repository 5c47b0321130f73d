using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Structures.Images;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Images;

[Trait("Level", "identity")]
public sealed class NumpyFileTests : IDisposable
{
    private static readonly VoxelSize Size = VoxelSize.Cube(1e-6);
    private static readonly LabelVolume Volume = TestVolumes.Random(7, 5, 4, 200, 3);
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<u1", false)]
    [InlineData("|u1", true)]
    [InlineData("<i2", false)]
    [InlineData(">u2", false)]
    [InlineData(">i4", true)]
    [InlineData("<u8", true)]
    [InlineData(">i8", false)]
    public void Read_AnyTypeAndOrder_GivesTheSameLabels(string type, bool fortran)
    {
        File.WriteAllBytes(_folder.File("a.npy"), Array(type, fortran, Label));

        VolumeFile.Read(_folder.File("a.npy"), Size).ToWords().ShouldBe(Volume.ToWords());
        var part = new VolumePart { X = new VoxelRange(1, 4), Z = new VoxelRange(2, 2), Bin = 2 };
        VolumeFile.ReadPart(_folder.File("a.npy"), Size, part).ToWords().ShouldBe(Volume.Take(part).ToWords());
    }

    [Fact]
    public void Read_ArchiveOfTwoArrays_TakesTheOneNamedBehindTheColon()
    {
        using (ZipArchive archive = ZipFile.Open(_folder.File("two.npz"), ZipArchiveMode.Create))
        {
            Put(archive, "labels.npy", Array("<u2", fortran: false, Label));
            Put(archive, "zeros.npy", Array("<u1", fortran: false, (_, _, _) => 0.0));
        }

        VolumeFile.Read(_folder.File("two.npz:labels"), Size).ToWords().ShouldBe(Volume.ToWords());
        VolumeFile.Read(_folder.File("two.npz:zeros"), Size).Count().Keys.ShouldBe([0]);
        Refused("two.npz").ShouldContain("such as two.npz:labels; it holds labels, zeros");
        Refused("two.npz:grains").ShouldContain("the archive holds no array 'grains'");
        Refused("three.npz:labels").ShouldContain("does not exist");
    }

    [Theory]
    [InlineData("<f4")]
    [InlineData(">f8")]
    [InlineData("<f2")]
    public void Read_FloatingPoint_IsAGreyImageButNoLabels(string type)
    {
        File.WriteAllBytes(_folder.File("a.npy"), Array(type, fortran: false, (x, y, z) => (0.25 * x) - y + (2 * z)));
        GreyVolume image = GreyFile.Read(_folder.File("a.npy"), Size);

        for (int k = 0; k < Volume.Extent.Count; k++)
        {
            double expected = (0.25 * (k % 7)) - (k / 7 % 5) + (2 * (k / 35));
            image.Grey(image.Values[k]).ShouldBe(expected, 1e-4 * 12.0);
        }

        Refused("a.npy").ShouldContain("floating-point numbers, not labels");
    }

    [Theory]
    [InlineData(10, "cut short")]
    [InlineData(200, "cut short")]
    [InlineData(0, "cut short")]
    public void Read_CutShort_SaysSo(int length, string said)
    {
        File.WriteAllBytes(_folder.File("a.npy"), Array("<u2", fortran: false, Label)[..length]);

        Refused("a.npy").ShouldContain(said);
    }

    [Fact]
    public void Read_ComplexNumbers_AreRefusedWithTheType()
    {
        byte[] array = Array("<u8", fortran: false, Label);
        Encoding.Latin1.GetBytes("<c8").CopyTo(array, Encoding.Latin1.GetString(array).IndexOf("<u8", StringComparison.Ordinal));
        File.WriteAllBytes(_folder.File("a.npy"), array);

        Refused("a.npy").ShouldContain("numbers of type '<c8'");
    }

    [Fact]
    public void ReadPart_Cancelled_StopsBetweenTwoPlanes()
    {
        VolumeFile.Write(_folder.File("a.npz"), Volume);
        using var cancellation = new CancellationTokenSource();
        var progress = new Stopper(cancellation);

        Should.Throw<OperationCanceledException>(() => VolumeFile.ReadPart(_folder.File("a.npz"), Size, new VolumePart(), progress, cancellation.Token));
        progress.Seen.ShouldBe([0.0, 0.25, 0.5]);
    }

    private static double Label(int x, int y, int z) => Volume[x, y, z];

    private static void Put(ZipArchive archive, string name, byte[] array)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(array);
    }

    /// <summary>Writes a NumPy array (z, y, x) of one type and order of indices.</summary>
    private static byte[] Array(string type, bool fortran, Func<int, int, int, double> value)
    {
        string header = string.Create(
            CultureInfo.InvariantCulture, $"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': (4, 5, 7), }}\n");
        using var stream = new MemoryStream();
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header)]);
        for (int k = 0; k < Volume.Extent.Count; k++)
        {
            (int x, int y, int z) = fortran ? (k / 20, k / 4 % 5, k % 4) : (k % 7, k / 7 % 5, k / 35);
            byte[] number = Bytes(type[1..], value(x, y, z));
            stream.Write(type[0] == '>' ? [.. number.Reverse()] : number);
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(string kind, double value) => kind switch
    {
        "u1" => [(byte)value],
        "i2" => BitConverter.GetBytes((short)value),
        "u2" => BitConverter.GetBytes((ushort)value),
        "i4" => BitConverter.GetBytes((int)value),
        "u8" or "i8" => BitConverter.GetBytes((long)value),
        "f2" => BitConverter.GetBytes((Half)value),
        "f4" => BitConverter.GetBytes((float)value),
        _ => BitConverter.GetBytes(value),
    };

    private string Refused(string name) => Should.Throw<InputException>(() => VolumeFile.Read(_folder.File(name), Size)).Message;

    /// <summary>Cancels at half.</summary>
    private sealed class Stopper(CancellationTokenSource cancellation) : IProgress<double>
    {
        internal List<double> Seen { get; } = [];

        public void Report(double value)
        {
            Seen.Add(value);
            if (value >= 0.5)
            {
                cancellation.Cancel();
            }
        }
    }
}
