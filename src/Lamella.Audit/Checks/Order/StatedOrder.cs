using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>A statement that one system has more of something must follow from the values.</summary>
internal sealed class StatedOrder() : Check(
    "stated order",
    "Do the values have the order that the text states?",
    "order of numbers")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from statement in audit.Set.Statements
        from greater in audit.Set.About(statement.Greater, statement.Quantity)
        from less in audit.Set.About(statement.Than, statement.Quantity)
        where greater.Agrees(less, "sintering_temperature") && ClaimMatching.Unshared(greater, less, "sintering_temperature", "support").Count == 0
        select audit.Ask(this, new Question
        {
            About = $"{statement.Greater} and {statement.Than}",
            Relation = Relation.AtMost,
            Words = $"{statement.Quantity.Replace('_', ' ')} of {statement.Than} ≤ that of {statement.Greater} ({statement.Place})",
            Left = Side.Of(less, statement.Than),
            Right = Side.Of(greater, statement.Greater),
            Claims = [less, greater],
            Settles = statement.IsReading ? Readings.Settles : "both measured in one state under one set of conditions",
            Remark = statement.Remark,
            IsRuleOfExperience = statement.IsReading,
        });
}
