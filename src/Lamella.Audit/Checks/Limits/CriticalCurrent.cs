using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A cell cannot run long at a current above the one at which it fails.</summary>
internal sealed class CriticalCurrent() : Check(
    "test current and critical current",
    "Do cells run only below the current at which they are said to fail?",
    "definition of the critical current density")
{
    private static readonly string[] Failing = ["critical_current_density", "unstable_at_current"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from life in audit.Set.Of("symmetric_cell_life", "stable_at_current")
        let current = life.Quantity == "stable_at_current" ? life.Value.Interval(0.0) : life.Value("current_density")
        where current is not null && life.Value.Qualifier is not (FactQualifier.Below or FactQualifier.AtMost)
        from failing in audit.Set.About(life.About, Failing)
        where life.Agrees(failing, "current_density")
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(life),
            Relation = Relation.AtMost,
            Words = "current of the long test ≤ current of failure",
            Left = new Side($"current of {life.Id}", failing.Value.Unit, _ => Interval.Exactly(current.Value.Low)),
            Right = Side.Of(failing, "current of failure"),
            Claims = [life, failing],
            Settles = "capacity per half cycle, pressure and temperature of both tests",
        });
}
