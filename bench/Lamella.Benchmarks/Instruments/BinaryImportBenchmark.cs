using BenchmarkDotNet.Attributes;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Benchmarks.Instruments;

/// <summary>
/// Binary files of a million records, recognised and read whole with hash, checks and derived columns; time per record. The
/// baselines read the same stored columns with a <see cref="BinaryReader"/>, field by field. Goal: 200 ns a record (5 million/s).
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class BinaryImportBenchmark
{
    private const int Rows = 1_000_000;

    private byte[] mpr = null!, nda = null!;

    [GlobalSetup]
    public void Write() => (mpr, nda) = (LargeFiles.Mpr(Rows), LargeFiles.Nda(Rows));

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    [BenchmarkCategory("mpr")]
    public double MprFieldByField()
    {
        double[][] columns = [.. Enumerable.Range(0, 13).Select(_ => new double[Rows])];
        using var reader = new BinaryReader(new MemoryStream(mpr));
        reader.BaseStream.Position = LargeFiles.MprStart;
        for (int row = 0; row < Rows; row++)
        {
            columns[0][row] = reader.ReadByte();
            columns[1][row] = reader.ReadUInt16();
            for (int i = 2; i < 5; i++)
            {
                columns[i][row] = reader.ReadDouble();
            }

            columns[5][row] = reader.ReadSingle();
            columns[6][row] = reader.ReadSingle();
            columns[7][row] = reader.ReadDouble();
            columns[8][row] = reader.ReadUInt32();
            for (int i = 9; i < 11; i++)
            {
                columns[i][row] = reader.ReadDouble();
            }

            columns[11][row] = reader.ReadSingle();
            columns[12][row] = reader.ReadSingle();
            reader.BaseStream.Position = LargeFiles.MprStart + ((row + 1L) * LargeFiles.MprRecord);
        }

        return columns[6][Rows - 1];
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("mpr")]
    public Recording Mpr() => InstrumentReader.Read(new FileContent("x.mpr", mpr));

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    [BenchmarkCategory("nda")]
    public double NdaFieldByField()
    {
        double[][] columns = [.. Enumerable.Range(0, 20).Select(_ => new double[Rows])];
        using var reader = new BinaryReader(new MemoryStream(nda));
        for (int row = 0; row < Rows; row++)
        {
            reader.BaseStream.Position = LargeFiles.NdaStart + ((long)row * LargeFiles.NdaRecord) + 2;
            columns[0][row] = reader.ReadUInt32();
            columns[1][row] = reader.ReadUInt32();
            columns[2][row] = reader.ReadUInt16();
            columns[3][row] = reader.ReadByte();
            columns[4][row] = reader.ReadByte();
            columns[5][row] = reader.ReadUInt64();
            columns[6][row] = reader.ReadInt32();
            columns[7][row] = reader.ReadInt32();
            reader.BaseStream.Position += 8;
            for (int i = 8; i < 12; i++)
            {
                columns[i][row] = reader.ReadInt64();
            }

            columns[12][row] = reader.ReadUInt16();
            for (int i = 13; i < 18; i++)
            {
                columns[i][row] = reader.ReadByte();
            }

            columns[18][row] = reader.ReadByte();
            columns[19][row] = reader.ReadInt32();
        }

        return columns[6][Rows - 1];
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("nda")]
    public Recording Nda() => InstrumentReader.Read(new FileContent("x.nda", nda));
}
