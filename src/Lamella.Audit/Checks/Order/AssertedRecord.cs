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
        from other in Rivals(audit.Set, record)
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

    // All others of the family; for a value that is only called high or low, the middle one of them.
    private static Claim[] Rivals(ClaimSet set, Claim record)
    {
        Claim[] others = [.. set.Of(record.Quantity).Where(other =>
            other.Id != record.Id && other.Value.IsNumber | record.Rank!.IsExtreme && set.Subject(other) != set.Subject(record) && InFamily(set, other, record.Rank!))];
        return record.Rank!.IsExtreme || others.Length == 0 ? others
            : [others.OrderBy(other => other.Value.Interval(0.0).Middle).ElementAt(others.Length / 2)];
    }

    private static bool InFamily(ClaimSet set, Claim other, AssertedRank rank) => rank.Family.Length == 0 || set.System(other.About).Family == rank.Family;
}
