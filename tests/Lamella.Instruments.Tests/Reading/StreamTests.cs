using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Reading;

/// <summary>Reading block by block gives the same columns as reading the whole file, in memory that does not grow with it.</summary>
[Trait("Level", "identity")]
public sealed class StreamTests
{
    public static TheoryData<string> Files() =>
    [
        "biologic_mpr/yj277_NP52_LiFTSI_LiNO3_1st_C_100_2nd_C_10_C11.mpr", "biologic_mpr/mp.issue_183.mpr", "biologic_mpr/CP_SSB.mpr",
        "biologic_mpr/mb.mpr", "biologic_mpr/wait.mpr", "bdf_csv/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv", "bdf_csv/sample.bdf.csv",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Stream_RealFile_GivesTheSameColumnsAsRead(string file)
    {
        string path = CorpusFolder.Require(file);
        RecordingTable whole = InstrumentReader.Read(path).Tables[0];
        var format = (IStreamedFormat)InstrumentReader.Recognise(FileContent.Load(path)).Format;
        using FileStream stream = File.OpenRead(path);

        RecordingTable[] blocks = [.. format.Stream(stream, path, ImportOptions.Default, CancellationToken.None)];

        blocks.Sum(block => block.RowCount).ShouldBe(whole.RowCount);
        foreach (RecordingColumn column in whole.Columns.Where(column => column.Name != "loop number" && column.Values.IsNumeric))
        {
            double[] joined = [.. blocks.SelectMany(block => block.Find(column.Name)!.Values.ToNumbers())];
            joined.AsSpan().SequenceEqual(column.Values.ToNumbers()).ShouldBeTrue($"{file}: {column.Name}");
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Stream_LargeFile_HoldsAtMostTwoBlocks()
    {
        const int rows = 2_000_000; // 52 MB in 13 blocks
        using var text = new RepeatedRows("Test Time / s,Voltage / V,Current / A\n", "12345.678,3.7012,-0.000125\n", rows);
        IStreamedFormat format = InstrumentFormats.All.OfType<IStreamedFormat>().Single(candidate => candidate.Name == "bdf-csv");
        var seen = new List<WeakReference>();
        long count = 0;
        using IEnumerator<RecordingTable> blocks = format.Stream(text, "x", ImportOptions.Default, CancellationToken.None).GetEnumerator();

        while (Next(blocks, seen, ref count))
        {
            GC.Collect();
            seen.Count(block => block.IsAlive).ShouldBeLessThanOrEqualTo(2);
        }

        count.ShouldBe(rows);
        seen.Count.ShouldBeGreaterThan(10);
    }

    // Not inlined, so that no register of the test holds a block.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static bool Next(IEnumerator<RecordingTable> blocks, List<WeakReference> seen, ref long count)
    {
        if (!blocks.MoveNext())
        {
            return false;
        }

        seen.Add(new WeakReference(blocks.Current));
        count += blocks.Current.RowCount;
        return true;
    }

    /// <summary>A text that repeats a row and takes no memory itself.</summary>
    private sealed class RepeatedRows(string header, string row, int rows) : Stream
    {
        private readonly byte[] header = System.Text.Encoding.ASCII.GetBytes(header), row = System.Text.Encoding.ASCII.GetBytes(row);
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => header.Length + ((long)rows * row.Length);

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, Length - position);
            for (int i = 0; i < read; i++, position++)
            {
                buffer[offset + i] = position < header.Length ? header[position] : row[(position - header.Length) % row.Length];
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
