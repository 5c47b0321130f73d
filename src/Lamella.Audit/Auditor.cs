using System.Collections.Immutable;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Checks;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit;

/// <summary>Holds claims against every rule.</summary>
public static class Auditor
{
    /// <summary>Audits claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="known">Properties of known materials.</param>
    /// <param name="cancellation">Stops between two checks.</param>
    /// <returns>The verdicts, check by check in the order of the registry; the same input gives the same verdicts.</returns>
    /// <exception cref="OperationCanceledException">The audit was cancelled.</exception>
    public static ImmutableArray<Verdict> Run(ClaimSet claims, KnownMaterials known, CancellationToken cancellation = default)
    {
        var audit = new AuditCase(claims, known);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        foreach (ICheck check in CheckRegistry.All)
        {
            cancellation.ThrowIfCancellationRequested();
            verdicts.AddRange(Merged(check.Run(audit).Select(Readings.Judged)));
        }

        return verdicts.ToImmutable();
    }

    // Claims that repeat a value lead to one verdict, which names them all.
    private static IEnumerable<Verdict> Merged(IEnumerable<Verdict> verdicts) =>
        verdicts.GroupBy(verdict => (verdict.About, verdict.Relation, verdict.Outcome, Left: verdict.Left?.Value, Right: verdict.Right?.Value))
            .Select(group => group.First() with { Claims = [.. group.SelectMany(verdict => verdict.Claims).DistinctBy(claim => claim.Id)] });
}
