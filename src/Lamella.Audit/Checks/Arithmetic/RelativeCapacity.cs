using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A relative capacity is the capacity under its condition over that under the usual condition.</summary>
internal sealed class RelativeCapacity() : Check(
    "relative capacity",
    "Is a relative capacity the quotient of the stated capacities?",
    "definition of a ratio")
{
    private static readonly Unit Percent = Unit.Parse("%");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (Claim ratio in audit.Set.Of("relative_capacity").Where(claim => claim.At("temperature") is not null))
        {
            Claim[] capacities = [.. audit.Set.About(ratio.About, "discharge_capacity", "initial_capacity").Where(claim => claim.Value.IsNumber && claim.Value("temperature") is not null)];
            Claim[] cold = [.. capacities.Where(claim => claim.At("temperature")!.Agrees(ratio.At("temperature")!))];
            Claim[] usual = [.. capacities.Where(claim => Math.Abs(claim.Value("temperature")!.Value.Middle - 298.15) < 6.0 && cold.Any(other => SameRate(claim, other)))];
            if (cold.Length > 0 && usual.Length > 0)
            {
                yield return audit.Ask(this, Pose(audit.Set.Subject(ratio), ratio, cold, usual));
            }
        }
    }

    private static bool SameRate(Claim first, Claim second) =>
        first.At("c_rate") is { } mine && second.At("c_rate") is { } theirs && mine.Agrees(theirs);

    private static Question Pose(string about, Claim ratio, Claim[] cold, Claim[] usual) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "capacity under the condition / capacity near 25 degC at the same rate = relative capacity",
        Left = Side.Of(ratio, "relative capacity as stated"),
        Right = new Side("quotients of all stated capacities", Percent, values => Hull(cold, values) / Hull(usual, values)),
        Claims = [ratio, .. cold, .. usual],
        Settles = "which capacities the ratio is made of",
    };

    private static Interval Hull(Claim[] claims, AssumptionValues values) =>
        claims.Select(claim => claim.Value.Interval(values.About)).Aggregate(Interval.Hull);
}
