using Lamella.Core.Errors;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Parquet that is whole but stored in a way that is not read says so, and how to write it anew.</summary>
[Trait("Level", "unit")]
public sealed class ParquetKindTests
{
    // In the table of contents stands, behind the name of a column, field 4 (the codec) of type i32 and then field 5 of type i64 (Thrift, compact protocol).
    private const byte Codec = 0x15, Values = 0x16;

    [Theory]
    [InlineData(6, "Zstandard")]
    [InlineData(7, "LZ4")]
    [InlineData(3, "LZO")]
    public void Read_PagesOfAnotherCodec_NamesItAndTheWayOut(int codec, string name)
    {
        byte[] file = File.ReadAllBytes(CorpusFolder.Require("bdf_parquet/legacy.bdf.parquet"));
        int contents = file.Length - 8 - BitConverter.ToInt32(file, file.Length - 8);
        int[] places = [.. Enumerable.Range(contents, file.Length - 10 - contents).Where(i => file[i] == Codec && file[i + 2] == Values)];
        places.ShouldNotBeEmpty();
        foreach (int place in places)
        {
            file[place + 1] = (byte)(codec << 1); // zigzag
        }

        InputException refusal = Should.Throw<InputException>(() => WrittenFile.Read(file));

        refusal.Problem.ShouldContain($"pages are packed with {name}");
        refusal.Remedy.ShouldContain("compression=\"snappy\"");
    }
}
