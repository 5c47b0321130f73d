using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;

namespace Lamella.Benchmarks;

/// <summary>Questions to 100,000 records: the inverted index against a scan of the text of every record.</summary>
/// <remarks>The records are those that ship, repeated with other names; goal of the index: below 50 ms.</remarks>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class RecordSearchBenchmark
{
    private const int Count = 100_000;

    private RecordIndex index = null!;
    private (LiteratureRecord Record, string Text)[] texts = null!;
    private RecordQuery query = null!;
    private string[] words = null!;

    [Params("rare", "common", "filtered")]
    public string Question { get; set; } = null!;

    [GlobalSetup]
    public void Build()
    {
        ImmutableArray<LiteratureRecord> shipped = RecordLibrary.Load().Records;
        var many = new RecordLibrary([.. Enumerable.Range(0, Count).Select(i =>
        {
            LiteratureRecord one = shipped[i % shipped.Length];
            string batch = string.Create(CultureInfo.InvariantCulture, $"batch{i / shipped.Length}");
            return one with { Id = $"{one.Id}-{batch}", System = one.System with { Name = $"{one.System.Name} {batch}" } };
        })]);
        index = new RecordIndex(many);
        texts = [.. many.Records.Select(record => (record, Text(record)))];
        words = Question == "rare" ? ["aiose", "batch57"] : ["latp", "peo"];
        query = new RecordQuery { Words = [.. words] };
        if (Question == "filtered")
        {
            query = query with { Quantity = "ionic_conductivity", Composition = ["LATP"], Temperature = PrintedValue.Read("20 to 30 degC", "question").Value };
        }
    }

    [Benchmark(Baseline = true)]
    public int Scan() => texts.Count(entry => words.All(word => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Benchmark]
    public int Index() => index.Find(query).Records.Length;

    private static string Text(LiteratureRecord record) => string.Join(
        ' ',
        new[] { record.System.Name, record.Specimen, record.Quantity, record.Id, record.Publication, record.Method, record.Source.Citation, record.Kind, record.Note }
            .Concat(record.System.Attributes.Values).Concat(record.Conditions.Values.Select(condition => condition.Text)));
}
