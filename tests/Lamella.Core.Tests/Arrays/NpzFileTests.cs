using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using Lamella.Core.Arrays;

namespace Lamella.Core.Tests.Arrays;

[Trait("Level", "snapshot")]
public sealed class NpzFileTests
{
    [Fact]
    public void Write_Arrays_GivesNumPyMembers()
    {
        using var stream = new MemoryStream();
        NpzFile.Write(stream,
        [
            NamedArray.Of<double>("time", [0.0, 1.5, -2.25, 3.0, 4.0, 5.0], 2, 3),
            NamedArray.Of<Complex>("z", [new Complex(1.0, -2.0)]),
            NamedArray.OfText("name", ["Ω", "abc"]),
        ]);

        Dictionary<string, byte[]> members = Members(stream);
        members.Keys.ShouldBe(["time.npy", "z.npy", "name.npy"]);
        Header(members["time.npy"]).ShouldBe("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }");
        Header(members["z.npy"]).ShouldBe("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }");
        Header(members["name.npy"]).ShouldBe("{'descr': '<U3', 'fortran_order': False, 'shape': (2,), }");
        BinaryPrimitives.ReadDoubleLittleEndian(members["time.npy"].AsSpan(128 + 16)).ShouldBe(-2.25);
        BinaryPrimitives.ReadDoubleLittleEndian(members["z.npy"].AsSpan(^8..)).ShouldBe(-2.0);
        Encoding.UTF32.GetString(members["name.npy"], 128, 24).ShouldBe("Ω\0\0abc");
    }

    [Fact]
    public void Write_AnyArray_AlignsItsDataTo64Bytes()
    {
        for (int extent = 1; extent < 2_000_000; extent *= 10)
        {
            using var stream = new MemoryStream();
            NamedArray.Of<byte>("x", new byte[extent]).Write(stream);

            ((stream.Length - extent) % 64).ShouldBe(0);
        }
    }

    [Fact]
    public void Write_SameArraysTwice_GivesTheSameBytes()
    {
        static byte[] Bytes()
        {
            using var stream = new MemoryStream();
            NpzFile.Write(stream, [NamedArray.Of<int>("n", [1, 2, 3])]);
            return stream.ToArray();
        }

        Bytes().ShouldBe(Bytes());
    }

    [Fact]
    public void Of_WrongShapeOrRepeatedName_IsRefused()
    {
        Should.Throw<ArgumentException>(() => NamedArray.Of<double>("x", [1.0, 2.0], 3)).Message.ShouldContain("has 2 values");
        Should.Throw<ArgumentException>(() => NamedArray.Of<decimal>("x", [1m])).Message.ShouldContain("no type for Decimal");
        NamedArray twice = NamedArray.Of<int>("n", [1]);
        Should.Throw<ArgumentException>(() => NpzFile.Write(new MemoryStream(), [twice, twice])).Message.ShouldContain("two arrays called 'n'");
    }

    private static Dictionary<string, byte[]> Members(MemoryStream stream)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using Stream source = entry.Open();
            using var copy = new MemoryStream();
            source.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static string Header(byte[] npy)
    {
        npy.AsSpan(0, 8).SequenceEqual((byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]).ShouldBeTrue();
        return Encoding.ASCII.GetString(npy, 10, BinaryPrimitives.ReadUInt16LittleEndian(npy.AsSpan(8))).TrimEnd('\n').TrimEnd();
    }
}
