using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Units;

/// <summary>Values that one figure compares must have one dimension.</summary>
internal sealed class UnlikeUnits() : Check(
    "unlike units",
    "Are values that stand side by side given in units of one dimension?",
    "only quantities of one dimension can be compared: BIPM, The International System of Units, 9th ed. (2019), section 2.3.3")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from side in audit.Set.Claims.Where(claim => claim.Reference is null && claim.Value.IsNumber | claim.Value.Qualifier != Materials.Records.FactQualifier.List)
            .GroupBy(claim => (claim.Quantity, Figure: Figure(claim)))
        where side.Key.Figure.Length > 0
        let kinds = side.GroupBy(claim => claim.Value.Unit.Dimension).ToArray()
        where kinds.Length > 1 && !side.All(claim => claim.At("time_per_cycle") is not null)
        let first = kinds[0].First()
        let second = kinds[1].First()
        select AuditCase.Missing(
            this,
            $"{audit.Set.Subject(first)} and {audit.Set.Subject(second)}",
            $"{side.Key.Quantity.Replace('_', ' ')} in {first.Value.Unit} and in {second.Value.Unit} are compared",
            "both in one unit, or what one is in the other",
            first,
            second);

    private static string Figure(Claim claim) => claim.Place.Split(';').Select(place => place.Trim())
        .FirstOrDefault(place => place.StartsWith("Fig.", StringComparison.Ordinal) || place.StartsWith("Table", StringComparison.Ordinal)) ?? string.Empty;
}
