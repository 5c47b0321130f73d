using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>Results of one system of another group belong to one cited work.</summary>
internal sealed class OneSystemOneWork() : Check(
    "one system, one work",
    "Are the results of one system cited from one work?",
    "identity of the cited work")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Claims.Where(claim => claim.Reference is not null && !claim.Reference.Contains(',', StringComparison.Ordinal)).GroupBy(audit.Set.Subject)
        let works = system.Select(claim => claim.Reference!).Distinct().ToArray()
        where works.Length > 1
        select AuditCase.Missing(
            this,
            system.Key,
            $"one system is cited from one work, not {string.Join(" and ", works)}",
            "the cited works",
            [.. works.Select(work => system.First(claim => claim.Reference == work))]);
}
