using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A stated gain is the quotient of the values with and without.</summary>
internal sealed class StatedRatio() : Check(
    "stated ratio",
    "Is a stated ratio of conductivities the quotient of the stated values?",
    "definition of a ratio")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from ratio in audit.Set.Of("conductivity_ratio")
        let control = audit.Set.System(ratio.About).Control
        where control.Length > 0
        from above in audit.Set.About(ratio.About, "ionic_conductivity")
        from below in audit.Set.About(control, "ionic_conductivity")
        where above.Agrees(below) && above.State == below.State
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(ratio),
            Relation = Relation.Equal,
            Words = $"conductivity / conductivity of {control} = ratio",
            Left = Side.Of(ratio, "ratio as stated"),
            Right = new Side("quotient of the conductivities", ratio.Value.Unit, values => above.Value.Interval(values.About) / below.Value.Interval(values.About)),
            Claims = [ratio, above, below],
            Settles = "which two values the ratio is made of",
        });
}
