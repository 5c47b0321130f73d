using System.Globalization;
using BenchmarkDotNet.Attributes;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Benchmarks.Instruments;

/// <summary>
/// Text exports of 32 MB, recognised and read whole with hash, decisions and derived columns; time per byte. The baseline
/// splits lines and parses every cell with the runtime. Goal: 12.5 ns a byte (80 MB/s).
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class TextImportBenchmark
{
    private const int Length = 32_000_000;

    private byte[] mpt = null!, csv = null!, dta = null!;

    [GlobalSetup]
    public void Write() => (mpt, csv, dta) = (LargeFiles.Mpt(Length), LargeFiles.Csv(Length), LargeFiles.Dta(Length));

    [Benchmark(Baseline = true, OperationsPerInvoke = Length)]
    [BenchmarkCategory("mpt")]
    public double MptSplitAndParse() => SplitAndParse(mpt, '\t', 4);

    [Benchmark(OperationsPerInvoke = Length)]
    [BenchmarkCategory("mpt")]
    public Recording Mpt() => InstrumentReader.Read(new FileContent("x.mpt", mpt));

    [Benchmark(Baseline = true, OperationsPerInvoke = Length)]
    [BenchmarkCategory("csv")]
    public double CsvSplitAndParse() => SplitAndParse(csv, ',', 1);

    [Benchmark(OperationsPerInvoke = Length)]
    [BenchmarkCategory("csv")]
    public Recording Csv() => InstrumentReader.Read(new FileContent("x.csv", csv));

    [Benchmark(Baseline = true, OperationsPerInvoke = Length)]
    [BenchmarkCategory("dta")]
    public double DtaSplitAndParse() => SplitAndParse(dta, '\t', 6);

    [Benchmark(OperationsPerInvoke = Length)]
    [BenchmarkCategory("dta")]
    public Recording Dta() => InstrumentReader.Read(new FileContent("x.DTA", dta));

    /// <summary>The block-by-block reading of the same CSV: what it allocates at a time does not grow with the file.</summary>
    [Benchmark(OperationsPerInvoke = Length)]
    [BenchmarkCategory("csv")]
    public long CsvStreamed()
    {
        using var stream = new MemoryStream(csv);
        var format = (IStreamedFormat)InstrumentFormats.All.Single(candidate => candidate.Name == "bdf-csv");
        long rows = 0;
        foreach (RecordingTable block in format.Stream(stream, "x.csv", ImportOptions.Default, CancellationToken.None))
        {
            rows += block.RowCount;
        }

        return rows;
    }

    private static double SplitAndParse(byte[] text, char delimiter, int headerLines)
    {
        var columns = new List<List<double>>();
        using var reader = new StreamReader(new MemoryStream(text));
        for (int line = 0; reader.ReadLine() is { } read; line++)
        {
            if (line < headerLines || read.Length == 0)
            {
                continue;
            }

            string[] cells = read.Split(delimiter);
            for (int i = 0; i < cells.Length; i++)
            {
                if (i == columns.Count)
                {
                    columns.Add([]);
                }

                columns[i].Add(double.TryParse(cells[i], CultureInfo.InvariantCulture, out double value) ? value : double.NaN);
            }
        }

        return columns[0][^1];
    }
}
