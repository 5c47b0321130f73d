using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A fade per cycle times the cycles is the whole fade: it cannot exceed everything, and it is what the retention leaves.</summary>
internal sealed class FadePerCycle() : Check(
    "fade per cycle",
    "Do fade per cycle, number of cycles and retention belong together?",
    "definition of the mean fade per cycle, (1 − retention)/cycles")
{
    private static readonly Unit Percent = Unit.Parse("%");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        audit.Set.Of("capacity_fade_per_cycle").SelectMany(fade =>
        {
            Verdict[] withRetention = [.. WithRetention(audit, fade)];
            return withRetention.Concat(WithEverything(audit, fade, withRetention.Length > 0));
        });

    private IEnumerable<Verdict> WithRetention(AuditCase audit, Claim fade) =>
        from retention in audit.Set.About(fade.About, "capacity_retention")
        where fade.Agrees(retention, "cycles")
        let cycles = retention.Value("cycle") ?? Cycles(fade)
        where cycles is not null
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(fade),
            Relation = Relation.Equal,
            Words = "1 − cycles · fade per cycle = retention",
            Left = Side.Of(retention, "retention as stated"),
            Right = new Side("1 − cycles · fade per cycle", Percent, values => Interval.Exactly(1.0) - (cycles.Value * fade.Value.Interval(values.About))),
            Claims = [fade, retention],
            Settles = "the capacities of the first and the last cycle",
        });

    private IEnumerable<Verdict> WithEverything(AuditCase audit, Claim fade, bool isSettled)
    {
        if (Cycles(fade) is { } cycles)
        {
            yield return audit.Ask(this, new Question
            {
                About = audit.Set.Subject(fade),
                Relation = Relation.AtMost,
                Words = "cycles · fade per cycle ≤ 100 %",
                Left = new Side("cycles · fade per cycle", Percent, values => cycles * fade.Value.Interval(values.About)),
                Right = new Side("the whole capacity", Percent, _ => Interval.Exactly(1.0)),
                Claims = [fade],
            });
        }
        else if (!isSettled)
        {
            yield return AuditCase.Missing(
                this, audit.Set.Subject(fade), "1 − cycles · fade per cycle = retention", "the number of cycles over which the fade is the mean", fade);
        }
    }

    private static Interval? Cycles(Claim fade) => fade.Value("cycle") ?? fade.Value("cycles");
}
