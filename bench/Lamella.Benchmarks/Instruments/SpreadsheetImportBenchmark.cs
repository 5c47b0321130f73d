using System.Globalization;
using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Benchmarks.Instruments;

/// <summary>
/// A spreadsheet of 100 thousand records of 15 columns, recognised and read whole; time per record. The baseline unpacks the
/// sheet and takes the numbers with the runtime's <see cref="XmlReader"/>. Goal: 10 µs a record (100 thousand/s).
/// </summary>
[MemoryDiagnoser]
public class SpreadsheetImportBenchmark
{
    private const int Rows = 100_000;

    private byte[] xlsx = null!;

    [GlobalSetup]
    public void Write() => xlsx = LargeFiles.Xlsx(Rows);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public double XmlReaderOfTheRuntime()
    {
        using var archive = new ZipArchive(new MemoryStream(xlsx));
        using XmlReader reader = XmlReader.Create(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var numbers = new List<double>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                reader.Read();
                numbers.Add(double.Parse(reader.Value, CultureInfo.InvariantCulture));
            }
        }

        return numbers[^1];
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public Recording Xlsx() => InstrumentReader.Read(new FileContent("x.xlsx", xlsx));
}
