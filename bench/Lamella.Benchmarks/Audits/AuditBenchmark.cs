using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Lamella.Audit;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Benchmarks.Audits;

/// <summary>The audit of a publication, every rule over every combination of claims, against reading its file alone.</summary>
[MemoryDiagnoser]
public class AuditBenchmark
{
    /// <summary>Gets or sets the publication.</summary>
    [Params("zheng2025", "ruan2026")]
    public string Publication { get; set; } = "zheng2025";

    /// <summary>Reads the claims.</summary>
    /// <returns>The claims.</returns>
    [Benchmark(Baseline = true)]
    public ClaimSet Read() => ClaimFileReader.Read(Publication);

    /// <summary>Reads and audits them.</summary>
    /// <returns>The verdicts.</returns>
    [Benchmark]
    public ImmutableArray<Verdict> ReadAndAudit() => Auditor.Run(ClaimFileReader.Read(Publication), KnownMaterials.LoadShipped());
}
