using System.Globalization;
using BenchmarkDotNet.Attributes;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Storing;

namespace Lamella.Benchmarks;

/// <summary>Loading own records: from their YAML file, and from the cache that keeps them as they were read; then the index over them.</summary>
/// <remarks>The records are those of one publication that ships, repeated with other identifiers. Goal: 100,000 own records within 2 s.</remarks>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class RecordLoadBenchmark
{
    private string folder = null!;
    private string file = null!;
    private RecordCache cache = null!;

    [Params(10_000)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("lamella-bench-").FullName;
        file = Path.Combine(folder, "own.yaml");
        cache = new RecordCache(Path.Combine(folder, "cache"));
        string[] parts = File.ReadAllText(Path.Combine(ShippedData.Folder("records"), "guo2025.yaml")).Split("\n  - id: ");
        using (var text = new StreamWriter(file) { NewLine = "\n" })
        {
            text.Write(parts[0]);
            for (int i = 0; i < Records; i++)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"\n  - id: own{i / (parts.Length - 1)}-{parts[1 + (i % (parts.Length - 1))].TrimEnd()}"));
            }

            text.WriteLine();
        }

        _ = Cache(); // writes the entry
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int Yaml() => RecordLibrary.Load([file]).Records.Length;

    [Benchmark]
    public int Cache() => RecordLibrary.Load([file], cache, null).Records.Length;
}
