using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A mean rate of growth is the difference of two resistances over the time between.</summary>
internal sealed class GrowthRate() : Check(
    "rate of growth",
    "Is a stated rate of growth the difference of the stated resistances over the time between?",
    "definition of a mean rate")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from rate in audit.Set.Of("impedance_growth_rate")
        from pair in audit.Set.About(rate.About, "cell_impedance", "interface_resistance").OrderBy(claim => claim.Value("rest_time")?.Middle).ToArray().Pairs()
        let before = pair.First.Value("rest_time")
        let after = pair.Second.Value("rest_time")
        where before is not null && after is not null && pair.First.Quantity == pair.Second.Quantity && !before.Value.Overlaps(after.Value)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(rate),
            Relation = Relation.Equal,
            Words = "(later resistance − earlier resistance) / time between = rate of growth",
            Left = Side.Of(rate, "rate as stated"),
            Right = new Side("difference over time", rate.Value.Unit, values =>
                (pair.Second.Value.Interval(values.About) - pair.First.Value.Interval(values.About)) / (after.Value - before.Value)),
            Claims = [rate, pair.First, pair.Second],
            Settles = "the resistances on the days between",
        });
}
