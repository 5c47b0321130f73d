using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Order;

/// <summary>Two cells that one test puts in one order are put in the other by no second test under the same conditions.</summary>
internal sealed class OrderInTwoTests() : Check(
    "order in two tests",
    "Do two tests under the same conditions put two cells in the same order?",
    "identity of the specimens; JCGM 100:2008 (GUM), section 4.3, for rounding of printed digits")
{
    private static readonly string[] Capacities = ["discharge_capacity", "initial_capacity"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        Claim[] firsts = [.. audit.Set.Of(Capacities).Where(claim => claim.Value.IsNumber && claim.Reference is null && IsFirst(claim) && claim.At("c_rate") is not null)];
        foreach (var figures in firsts.GroupBy(claim => claim.Place).ToArray().Pairs())
        {
            foreach ((Claim a, Claim b) in figures.First.ToArray().Pairs().Where(pair => audit.Set.Subject(pair.First) != audit.Set.Subject(pair.Second) && Alike(pair.First, pair.Second)))
            {
                Claim? c = figures.Second.FirstOrDefault(claim => audit.Set.Subject(claim) == audit.Set.Subject(a) && Alike(claim, a));
                Claim? d = figures.Second.FirstOrDefault(claim => audit.Set.Subject(claim) == audit.Set.Subject(b) && Alike(claim, b));
                if (c is not null && d is not null)
                {
                    yield return audit.Ask(this, a.Value.Interval(0.0).Middle >= b.Value.Interval(0.0).Middle
                        ? Pose(audit, a, b, c, d) : Pose(audit, b, a, d, c));
                }
            }
        }
    }

    // A rate test names no cycle; a long test begins with cycle 1.
    private static bool IsFirst(Claim claim) => claim.Value("cycle") is not { } cycle || cycle.High <= 1.0;

    private static bool Alike(Claim first, Claim second) => first.SameConditions(second, "cycle");

    private static Question Pose(AuditCase audit, Claim more, Claim less, Claim moreAgain, Claim lessAgain) => new()
    {
        About = $"{audit.Set.Subject(more)} and {audit.Set.Subject(less)}",
        Relation = Relation.AtMost,
        Words = $"the one that gives more in {more.Place} gives no less in {moreAgain.Place}",
        Left = new Side($"{lessAgain.Id} over {moreAgain.Id}", Unit.One, values => lessAgain.Value.Interval(values.About) / moreAgain.Value.Interval(values.About)),
        Right = new Side("no less, within the repeat of a capacity", Unit.One, values => Interval.Exactly(1.0 + values[UsualAssumptions.CapacityRepeat])),
        Claims = [more, less, moreAgain, lessAgain],
        Assumptions = [UsualAssumptions.CapacityRepeat],
        Settles = "how many cells of each kind were tested, and how far they differ",
        Remark = FormattableString.Invariant($"In {more.Place} they stand {more.Value} to {less.Value}."),
    };
}
