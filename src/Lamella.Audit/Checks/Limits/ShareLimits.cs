using System.Collections.Frozen;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Shares and efficiencies lie between nothing and everything.</summary>
internal sealed class ShareLimits() : Check(
    "share between nothing and everything",
    "Do efficiencies, shares and transference numbers lie between 0 and 1?",
    "conservation of charge and mass")
{
    // Quantities that cannot exceed everything; a retention can where a cell forms in its first cycles, which is rare.
    private static readonly FrozenDictionary<string, bool> Rare = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["coulombic_efficiency"] = false, ["li_transference_number"] = false, ["relative_density"] = false, ["porosity"] = false,
        ["cip_agg_fraction"] = false, ["mass_loss"] = false, ["relative_humidity"] = false, ["capacity_retention"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from claim in audit.Set.Of(Rare.Keys.Order(StringComparer.Ordinal))
        let limits = new Interval(0.0, 1.0)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(claim),
            Relation = Relation.Equal,
            Words = $"0 ≤ {claim.Quantity.Replace('_', ' ')} ≤ 1",
            Left = Side.Of(claim),
            Right = new Side("nothing to everything", claim.Value.Unit == Unit.One ? Unit.One : Unit.Parse("%"), _ => limits),
            Claims = [claim],
            IsRuleOfExperience = Rare[claim.Quantity],
            Settles = Rare[claim.Quantity] ? "the capacities cycle by cycle, and whether the cell was formed before" : string.Empty,
        });
}
