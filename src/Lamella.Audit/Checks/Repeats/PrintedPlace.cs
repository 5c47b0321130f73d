using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>A result must stand where the text says that it stands.</summary>
internal sealed class PrintedPlace() : Check(
    "printed place",
    "Does the text point to the figure or table in which the result stands?",
    "identity of the figure")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from claim in audit.Set.Claims
        where claim.Printed.ContainsKey("in")
        let printed = claim.Printed["in"]
        where !claim.Place.Contains(printed, StringComparison.OrdinalIgnoreCase)
        select AuditCase.Missing(this, claim.About, $"place in the text ({printed}) = place of the result ({claim.Place})", "the figures and their captions", claim) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = $"the text would have to name {claim.Place}",
        };
}
