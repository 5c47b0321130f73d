using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Capacity per area over mass per area is a capacity per mass, which the active material limits.</summary>
internal sealed class SpecificCapacity() : Check(
    "capacity per area over loading",
    "Does the quotient of areal capacity and loading stay below what the active material can give?",
    "definition; Faraday's law for the limit of each material")
{
    private static readonly Unit PerGram = Unit.Parse("mAh/g");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) => Verdicts(audit, isCeiling: true).Concat(Verdicts(audit, isCeiling: false));

    private IEnumerable<Verdict> Verdicts(AuditCase audit, bool isCeiling) =>
        from capacity in audit.Set.Of("areal_capacity")
        from loading in audit.Set.About(capacity.About, "areal_loading")
        where capacity.Agrees(loading)
        let material = Active.Of(audit, capacity) ?? Active.Of(audit, loading)
        where material?.Capacity is not null
        let quotient = new Side("areal capacity / loading", PerGram, values => capacity.Value.Interval(values.About) / loading.Value.Interval(values.About))
        let limit = new Side(
            isCeiling ? $"limit of {material!.Name}" : $"half of what {material!.Name} holds", PerGram, _ => Interval.Exactly((isCeiling ? 1.0 : 0.5) * material.Capacity!.Value))
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(capacity),
            Relation = Relation.AtMost,
            Words = isCeiling ? "areal capacity / loading ≤ capacity of the active material" : "half of the capacity of the active material ≤ areal capacity / loading",
            Left = isCeiling ? quotient : limit,
            Right = isCeiling ? limit : quotient,
            Claims = [capacity, loading],
            IsRuleOfExperience = !isCeiling,
            Settles = "whether the loading counts the active material or the whole coating, and the rate of the capacity",
        });
}

/// <summary>Finds the active material of the positive electrode that a claim speaks of.</summary>
internal static class Active
{
    internal static KnownMaterialRecord? Of(AuditCase audit, Claim claim)
    {
        string named = claim.At("cathode")?.Text ?? string.Empty;
        string first = claim.About.Split('|', 2)[0].Split('/', 2)[0].Trim();
        return named.Length > 0 ? audit.Known.FindAtBegin(named) : audit.Known.FindAtBegin(first);
    }
}
