using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A fade per cycle times the cycles is the whole fade: it cannot exceed everything, and it is what the retention leaves.</summary>
internal sealed class FadePerCycle : ICheck
{
    private static readonly Unit Percent = Unit.Parse("%");

    /// <inheritdoc/>
    public string Name => "fade per cycle";

    /// <inheritdoc/>
    public string Asks => "Do fade per cycle, number of cycles and retention belong together?";

    /// <inheritdoc/>
    public string Reference => "definition of the mean fade per cycle, (1 − retention)/cycles";

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(AuditCase audit)
    {
        ClaimSet set = audit.Set;
        return
            from fade in set.Of("capacity_fade_per_cycle")
            from retention in set.About(fade.About, "capacity_retention")
            where fade.Agrees(retention, "cycles")
            let cycles = retention.Value("cycle") ?? fade.Value("cycle") ?? fade.Value("cycles")
            where cycles is not null
            select audit.Ask(this, new Question
            {
                About = set.Subject(fade),
                Relation = Relation.Equal,
                Words = "1 − cycles · fade per cycle = retention",
                Left = Side.Of(retention, "retention as stated"),
                Right = new Side("1 − cycles · fade per cycle", Percent, values => Interval.Exactly(1.0) - (cycles.Value * fade.Value.Interval(values.About))),
                Claims = [fade, retention],
                Settles = "the capacities of the first and the last cycle",
            });
    }
}
