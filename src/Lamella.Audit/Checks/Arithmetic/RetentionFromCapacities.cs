using Lamella.Audit.Checks.Repeats;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Last capacity over first is the retention; where it is, all three must belong to one experiment.</summary>
internal sealed class RetentionFromCapacities() : Check(
    "retention from capacities",
    "Is the stated retention the last capacity over the first, under one set of conditions?",
    "definition of capacity retention")
{
    private static readonly Unit Percent = Unit.Parse("%");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        ClaimSet set = audit.Set;
        foreach (Claim retention in set.Of("capacity_retention").Where(claim => claim.Value.IsNumber))
        {
            foreach (Claim last in set.About(retention.About, "final_capacity").Where(claim => claim.Agrees(retention, "current_per_mass", "c_rate", "temperature")))
            {
                foreach (Claim first in set.About(retention.About, "initial_capacity").Where(claim => claim.Agrees(last, "cycle") && claim.Agrees(retention, "cycle")))
                {
                    string[] differing = OneValueTwoConditions.Differing(retention, last);
                    if (differing.Length == 0)
                    {
                        yield return audit.Ask(this, Pose(set.Subject(retention), retention, last, first));
                    }
                    else if (differing.Length == 1 && FitsExactly(retention, last, first))
                    {
                        yield return audit.Ask(this, OneValueTwoConditions.Pose(set.Subject(retention), differing[0], retention, last, first) with
                        {
                            Remark = "The retention is that of the two capacities to its last digit, so all three are one experiment.",
                        });
                    }
                }
            }
        }
    }

    private static Interval Ratio(Claim last, Claim first, double about) => last.Value.Interval(about) / first.Value.Interval(about);

    private static bool FitsExactly(Claim retention, Claim last, Claim first) =>
        Ratio(last, first, 0.0).Overlaps(retention.Value.Interval(0.0)) && SameNumberElsewhere.Digits(retention) >= 4;

    private static Question Pose(string about, Claim retention, Claim last, Claim first) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "last capacity / first capacity = retention",
        Left = Side.Of(retention, "retention as stated"),
        Right = new Side("last capacity / first capacity", Percent, values => Ratio(last, first, values.About)),
        Claims = [retention, last, first],
        Settles = "the capacities of the first and the last cycle",
    };
}
