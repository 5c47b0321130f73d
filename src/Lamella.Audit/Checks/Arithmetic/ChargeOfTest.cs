using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Charge is current times time: the cumulative charge of a long test, and its duration from cycles.</summary>
internal sealed class ChargeOfTest() : Check(
    "charge and time of a test",
    "Is the cumulative charge the current times the time, and the time the cycles times their length?",
    "definition of charge; half of the time is spent plating")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) => Charges(audit).Concat(Durations(audit));

    private IEnumerable<Verdict> Charges(AuditCase audit) =>
        from charge in audit.Set.Of("cumulative_capacity")
        from life in audit.Set.About(charge.About, "symmetric_cell_life")
        let current = life.Value("current_density") ?? charge.Value("current_density")
        where current is not null && charge.Agrees(life) && life.Value.Unit.Dimension == Dimension.Time
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(charge),
            Relation = Relation.Equal,
            Words = "current · time = cumulative charge, in one direction or in both",
            Left = Side.Of(charge, "cumulative charge as stated"),
            Right = new Side("current · time, half of it to all of it", charge.Value.Unit, values =>
            {
                Interval all = current.Value * life.Value.Interval(values.About);
                return new Interval(0.5 * all.Low, all.High);
            }),
            Claims = [charge, life],
            Settles = "whether one direction or both were counted",
        });

    private IEnumerable<Verdict> Durations(AuditCase audit) =>
        from life in audit.Set.Of("symmetric_cell_life")
        from cycles in audit.Set.About(life.About, "cycles")
        let period = life.Value("time_per_cycle") ?? cycles.Value("time_per_cycle")
        where period is not null && life.Agrees(cycles) && life.Value.Unit.Dimension == Dimension.Time
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(life),
            Relation = Relation.Equal,
            Words = "cycles · time per cycle = time of the test",
            Left = Side.Of(life, "time as stated"),
            Right = new Side("cycles · time per cycle", life.Value.Unit, values => cycles.Value.Interval(values.About) * period.Value),
            Claims = [life, cycles],
            Settles = "rests and the length of a half cycle",
        });
}
