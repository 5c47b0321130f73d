using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>Of two systems each cannot have more of one quantity than the other.</summary>
internal sealed class OppositeStatements() : Check(
    "opposite statements",
    "Does the text state both that one system has more of a quantity and that the other has?",
    "an order is antisymmetric")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from pair in audit.Set.Statements.Pairs()
        where pair.First.Quantity == pair.Second.Quantity
            && audit.Set.Canonical(pair.First.Greater) == audit.Set.Canonical(pair.Second.Than)
            && audit.Set.Canonical(pair.First.Than) == audit.Set.Canonical(pair.Second.Greater)
        let isReading = pair.First.IsReading || pair.Second.IsReading
        select AuditCase.Missing(
            this,
            $"{pair.First.Greater} and {pair.First.Than}",
            $"{pair.First.Quantity.Replace('_', ' ')} of {pair.First.Greater} above that of {pair.First.Than} ({pair.First.Place}), and below it ({pair.Second.Place})",
            $"the {pair.First.Quantity.Replace('_', ' ')} of both",
            [.. audit.Set.About(pair.First.Greater, pair.First.Quantity).Concat(audit.Set.About(pair.First.Than, pair.First.Quantity))]) with
        {
            Outcome = isReading ? Outcome.Undetermined : Outcome.Contradicted,
            Settles = isReading ? Readings.Settles : $"the {pair.First.Quantity.Replace('_', ' ')} of both",
            Remark = string.Join(" ", new[] { pair.First.Remark, pair.Second.Remark }.Where(text => text.Length > 0)),
            WouldChange = "one of the two statements would have to be taken back",
        };
}
