using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Last capacity over first is the retention.</summary>
internal sealed class RetentionFromCapacities : ICheck
{
    private static readonly Unit Percent = Unit.Parse("%");

    /// <inheritdoc/>
    public string Name => "retention from capacities";

    /// <inheritdoc/>
    public string Asks => "Is the stated retention the last capacity over the first?";

    /// <inheritdoc/>
    public string Reference => "definition of capacity retention";

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(AuditCase audit)
    {
        ClaimSet set = audit.Set;
        return
            from retention in set.Of("capacity_retention")
            from last in set.About(retention.About, "final_capacity")
            from first in set.About(retention.About, "initial_capacity")
            where retention.Agrees(last) && retention.Agrees(first, "cycle") && last.Agrees(first, "cycle")
            select audit.Ask(this, new Question
            {
                About = set.Subject(retention),
                Relation = Relation.Equal,
                Words = "last capacity / first capacity = retention",
                Left = Side.Of(retention, "retention as stated"),
                Right = new Side("last capacity / first capacity", Percent, values => last.Value.Interval(values.About) / first.Value.Interval(values.About)),
                Claims = [retention, last, first],
                Settles = "the capacities of the first and the last cycle",
            });
    }
}
