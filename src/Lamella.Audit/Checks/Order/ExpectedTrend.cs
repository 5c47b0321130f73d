using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>Quantities that rise or fall with a condition as a rule: pairs that go the other way stand out.</summary>
internal sealed class ExpectedTrend() : Check(
    "expected trend",
    "Do capacity, conductivity, retention and resistance go with rate, temperature, loading and cycle as they do as a rule?",
    "rule of experience: losses grow with rate, loading and age and fall with temperature")
{
    private static readonly ImmutableArray<Trend> Trends =
    [
        new(["discharge_capacity", "initial_capacity"], "c_rate", Rises: false),
        new(["discharge_capacity", "initial_capacity"], "temperature", Rises: true),
        new(["discharge_capacity", "initial_capacity"], "loading", Rises: false),
        new(["ionic_conductivity"], "temperature", Rises: true),
        new(["capacity_retention"], "cycle", Rises: false),
        new(["energy_density"], "temperature", Rises: true),
        new(["interface_resistance"], "cycle", Rises: true),
        new(["charge_transfer_resistance"], "cycle", Rises: true),
        new(["bulk_resistance"], "cycle", Rises: true),
        new(["symmetric_cell_life"], "current_density", Rises: false),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from trend in Trends
        from family in audit.Set.Of(trend.Quantities).Where(claim => claim.Value(trend.Condition) is not null && !claim.IsAsPrinted()).GroupBy(claim => (Subject: audit.Set.Subject(claim), claim.State))
        from pair in family.OrderBy(claim => claim.Value(trend.Condition)!.Value.Middle).ToArray().Pairs()
        where pair.First.SameConditions(pair.Second, trend.Condition, "cycle") && pair.First.Agrees(pair.Second, trend.Condition)
            && pair.First.Value.Unit.Dimension == pair.Second.Value.Unit.Dimension
            && pair.First.Value(trend.Condition)!.Value.High < pair.Second.Value(trend.Condition)!.Value.Low
        select audit.Ask(this, Pose(trend, family.Key.Subject, pair.First, pair.Second));

    private static Question Pose(Trend trend, string about, Claim lower, Claim upper)
    {
        (Claim less, Claim more) = trend.Rises ? (lower, upper) : (upper, lower);
        string repeat = trend.Quantities[0].EndsWith("capacity", StringComparison.Ordinal) ? UsualAssumptions.CapacityRepeat : UsualAssumptions.ConductionRepeat;
        string condition = trend.Condition.Replace('_', ' ');
        return new Question
        {
            About = about,
            Relation = Relation.AtMost,
            Words = $"{less.Quantity.Replace('_', ' ')} at {condition} {less.At(trend.Condition)!.Text} ≤ at {more.At(trend.Condition)!.Text}",
            Left = Side.Of(less, $"{less.Id} at {less.At(trend.Condition)!.Text}"),
            Right = new Side($"{more.Id} at {more.At(trend.Condition)!.Text}", more.Value.Unit, values => more.Value.Interval(values.About).Widened(values[repeat])),
            Claims = [less, more],
            Assumptions = [repeat],
            IsRuleOfExperience = true,
            Settles = "both measured on the same cell",
        };
    }

    /// <summary>How quantities go with a condition.</summary>
    private sealed record Trend(string[] Quantities, string Condition, bool Rises);
}
