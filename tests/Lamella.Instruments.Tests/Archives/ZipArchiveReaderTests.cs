using System.IO.Compression;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Tests.Archives;

/// <summary>Whole and cut archives, and archives that want to fill the memory.</summary>
[Trait("Level", "unit")]
public sealed class ZipArchiveReaderTests
{
    [Fact]
    public void Read_WholeArchive_GivesEveryMember()
    {
        ZipArchiveReader archive = Open(Pack(("a.txt", "alpha"), ("sub/b.txt", new string('b', 5000))));

        archive.IsRecovered.ShouldBeFalse();
        archive.Members.Select(member => member.Name).ShouldBe(["a.txt", "sub/b.txt"]);
        Text(archive, "A.TXT").ShouldBe("alpha");
        Text(archive, "sub/b.txt").ShouldBe(new string('b', 5000));
    }

    [Fact]
    public void Read_WithoutDirectory_RecoversWholeMembersAndTheBeginningOfTheLast()
    {
        var random = new Random(1);
        string noise = string.Concat(Enumerable.Range(0, 4000).Select(_ => (char)('a' + random.Next(26))));
        byte[] whole = Pack(("a.txt", "alpha"), ("b.txt", noise));

        ZipArchiveReader archive = Open(whole[..(whole.Length - 700)]);

        archive.IsRecovered.ShouldBeTrue();
        archive.Read(archive.Find("a.txt")!).IsWhole.ShouldBeTrue();
        UnpackedMember last = archive.Read(archive.Find("b.txt")!);
        last.IsWhole.ShouldBeFalse();
        last.Bytes.Length.ShouldBeGreaterThan(1000);
        noise.ShouldStartWith(Encoding.ASCII.GetString(last.Bytes));
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedWithTheLimitByName()
    {
        byte[] bomb = Pack(("bomb", new string('\0', 40_000_000)));
        ZipArchiveReader archive = Open(bomb);

        var error = Should.Throw<InputException>(() => archive.Read(archive.Members[0]));

        error.Problem.ShouldContain("limit 'largest expansion'");
        bomb.Length.ShouldBeLessThan(200_000);
    }

    [Fact]
    public void Read_GzipBomb_IsRefusedWithTheLimitByName()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(new byte[40_000_000]);
        }

        Should.Throw<InputException>(() => InstrumentReader.Read(new FileContent("x.gz", packed.ToArray())))
            .Problem.ShouldContain("limit 'largest expansion'");
    }

    [Fact]
    public void Read_MemberAboveTheLimit_IsRefusedWithTheLimitByName()
    {
        byte[] archive = Pack(("a", new string('x', 5000)));
        ZipArchiveReader reader = ZipArchiveReader.TryOpen(new FileContent("x.zip", archive, new ImportLimits { LargestMember = 1000 }))!;

        Should.Throw<InputException>(() => reader.Read(reader.Members[0])).Problem.ShouldContain("limit 'largest member'");
    }

    [Fact]
    public void TryOpen_NoZip_IsNull() => ZipArchiveReader.TryOpen(new FileContent("x", "PKnothing"u8.ToArray())).ShouldBeNull();

    private static ZipArchiveReader Open(byte[] bytes) => ZipArchiveReader.TryOpen(new FileContent("x.zip", bytes))!;

    private static string Text(ZipArchiveReader archive, string name) => Encoding.ASCII.GetString(archive.Read(archive.Find(name)!).Bytes);

    private static byte[] Pack(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(Encoding.ASCII.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
