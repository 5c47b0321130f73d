using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>The number of the cited work beside a result must be that of the work to which the rest of the print gives it.</summary>
internal sealed class PrintedReference() : Check(
    "printed reference",
    "Is a result printed beside the number of the work that it belongs to?",
    "identity of the cited work")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from wrong in audit.Set.Claims.Where(claim => claim.Printed.TryGetValue("reference", out string? printed) && printed != claim.Reference)
            .GroupBy(claim => claim.Place)
        let pairs = wrong.Select(claim => (Printed: claim.Printed["reference"], Meant: claim.Reference)).Distinct().ToArray()
        select AuditCase.Missing(
            this, wrong.Key, $"work beside the result = work of the system, for {pairs.Length} works", "the cited works", [.. wrong.DistinctBy(claim => claim.Printed["reference"])]) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = $"the print would have to cite {string.Join(", ", pairs.Select(pair => $"{pair.Meant} for {pair.Printed}"))}",
        };
}
