using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Shares of one whole cannot exceed it together.</summary>
internal sealed class ShareSum() : Check(
    "sum of shares",
    "Do the shares of the components of one system sum to no more than the whole?",
    "conservation of mass")
{
    private static readonly string[] Quantities = ["mass_fraction", "volume_fraction", "mole_fraction"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from quantity in Quantities
        from whole in audit.Set.Of(quantity).Where(claim => claim.Value.Qualifier is FactQualifier.Exact && claim.At("component") is not null && claim.At("relative_to") is null)
            .GroupBy(claim => (Subject: audit.Set.Subject(claim), claim.Place))
        let parts = whole.DistinctBy(claim => claim.At("component")!.Text).ToArray()
        where parts.Length > 1
        select audit.Ask(this, new Question
        {
            About = whole.Key.Subject,
            Relation = Relation.AtMost,
            Words = "sum of the shares ≤ 100 %",
            Left = new Side("sum of the shares", Unit.Parse("%"), values => parts.Select(part => part.Value.Interval(values.About)).Aggregate((a, b) => a + b)),
            Right = new Side("the whole", Unit.Parse("%"), _ => Interval.Exactly(1.0)),
            Claims = [.. parts],
        });
}
