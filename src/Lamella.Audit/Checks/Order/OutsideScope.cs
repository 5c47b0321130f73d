using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>What a table is said to list is what it lists.</summary>
internal sealed class OutsideScope() : Check(
    "outside the scope",
    "Does everything in a table belong to what the table is said to list?",
    "definition of the scope by the publication")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from scope in audit.Set.Scopes
        from listed in audit.Set.Claims.Where(claim => claim.Place == scope.Place && Text(audit, claim, scope).Length > 0).GroupBy(claim => Text(audit, claim, scope))
        where !scope.Words.Any(word => listed.Key.Contains(word, StringComparison.OrdinalIgnoreCase))
        select AuditCase.Missing(
            this,
            audit.Set.Subject(listed.First()),
            $"{scope.Of} in {scope.Place} is one of {string.Join(", ", scope.Words)}",
            "the composition in the cited work, or a wider scope",
            [.. listed.Take(3)]) with
        {
            Remark = $"It is called '{listed.Key}'.",
        };

    // A cell stands for its electrolyte.
    private static string Text(AuditCase audit, Claim claim, ClaimScope scope) => scope.Of == "about"
        ? audit.Set.System(claim.About).Electrolyte is { Length: > 0 } electrolyte ? electrolyte : claim.About
        : claim.At(scope.Of)?.Text ?? string.Empty;
}
