using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Currents;

/// <summary>Above the limiting current a half cycle ends when the salt has run out.</summary>
internal sealed class SandTime() : Check(
    "Sand's time",
    "Does a half cycle above the limiting current end before the salt has run out?",
    "τ = π·D·[c·F/(2·i·(1 − t₊))]²: H. J. S. Sand, Philos. Mag. 1 (1901) 45, doi 10.1080/14786440109462590")
{
    private static readonly Unit Minute = Unit.Parse("min");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from electrolyte in Depletion.All(audit)
        from run in Depletion.Currents(audit, electrolyte.Electrolyte)
        from plating in Times(audit, run.Claim)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(run.Claim),
            Relation = Relation.AtMost,
            Words = "time of a half cycle ≤ time until the salt has run out",
            Left = new Side("time of a half cycle", Minute, _ => plating.Time),
            Right = new Side($"π·D·[c·F/(2·i·(1 − t₊))]² at the current of {run.Claim.Id}", Minute, values => electrolyte.Of.Time(run.Current, values)),
            Claims = [run.Claim, .. plating.Stated, .. electrolyte.Of.Claims],
            Assumptions = electrolyte.Of.Assumptions,
            Settles = "salt, transference number and diffusivity of the electrolyte itself",
            Remark = "Without end where the current is at most 1.5 times the limiting current.",
        });

    /// <summary>Returns the time of a half cycle: half a cycle, a stated time of plating, or a stated charge over the current.</summary>
    internal static IEnumerable<(Interval Time, Claim[] Stated)> Times(AuditCase audit, Claim run)
    {
        if (run.Value("time_per_cycle") is { } cycle)
        {
            yield return (cycle * 0.5, []);
        }

        foreach (Claim stated in audit.Set.About(run.About, "plating_time", "half_cycle_time").Where(claim => run.Agrees(claim)))
        {
            yield return (stated.Value.Interval(0.0), [stated]);
        }

        Interval? current = run.Quantity == "symmetric_cell_life" ? run.Value("current_density") : run.Value.Interval(0.0);
        if (current is { Low: > 0.0 } && run.At("capacity_per_half_cycle")?.Value?.Interval(0.0) is { } charge)
        {
            yield return (charge / current.Value, []);
        }
    }
}
