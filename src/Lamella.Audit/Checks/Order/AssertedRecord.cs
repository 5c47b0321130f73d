using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>The highest of a family must be the highest of those that the file itself lists.</summary>
internal sealed class AssertedRecord() : Check(
    "asserted record",
    "Is what is called the highest or lowest the highest or lowest of its family in the same file?",
    "order of numbers")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from record in audit.Set.Claims
        where record.Rank is not null
        from other in audit.Set.Of(record.Quantity)
        where other.Id != record.Id && audit.Set.Subject(other) != audit.Set.Subject(record) && InFamily(audit.Set, other, record.Rank!)
        let isHighest = record.Rank!.IsHighest
        select audit.Ask(this, new Question
        {
            About = $"{record.About} and {other.About}",
            Relation = Relation.AtMost,
            Words = $"{record.Quantity.Replace('_', ' ')} of {(isHighest ? other.About : record.About)} ≤ that of {(isHighest ? record.About : other.About)}",
            Left = Side.Of(isHighest ? other : record),
            Right = Side.Of(isHighest ? record : other),
            Claims = [record, other],
            Settles = "temperature, reference state and date of both",
            IsRuleOfExperience = record.State != other.State || !record.Agrees(other),
        });

    private static bool InFamily(ClaimSet set, Claim other, AssertedRank rank) => rank.Family.Length == 0 || set.System(other.About).Family == rank.Family;
}
