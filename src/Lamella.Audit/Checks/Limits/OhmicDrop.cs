using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A long test at a current whose drop across the electrolyte alone is large needs a thin electrolyte.</summary>
internal sealed class OhmicDrop() : Check(
    "voltage across the electrolyte",
    "Does the current of a long test cost a reasonable voltage across the electrolyte alone?",
    "Ohm's law, V = i·L/σ")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from life in audit.Set.Of("symmetric_cell_life")
        let current = life.Value("current_density")
        where current is not null
        let electrolyte = audit.Set.System(life.About).Electrolyte is { Length: > 0 } named ? named : life.About
        from conductivity in audit.Set.About(electrolyte, "ionic_conductivity")
        let thickness = audit.Set.About(electrolyte, "thickness").Concat(audit.Set.System(electrolyte).Parts.SelectMany(part => audit.Set.About(part.System, "thickness"))).FirstOrDefault()
        where conductivity.Agrees(life, "current_density", "temperature")
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(life),
            Relation = Relation.AtMost,
            Words = "current · thickness / conductivity ≤ reasonable voltage of a symmetric cell",
            Left = new Side("current · thickness / conductivity", Unit.Parse("V"), values =>
                Interval.Exactly(current.Value.Low) * (thickness?.Value.Interval(values.About) ?? Interval.Exactly(values.InSi(UsualAssumptions.ElectrolyteThickness)))
                / conductivity.Value.Interval(values.About)),
            Right = new Side("reasonable voltage", Unit.Parse("V"), values => Interval.Exactly(values.InSi(UsualAssumptions.LargestDrop))),
            Claims = thickness is null ? [life, conductivity] : [life, conductivity, thickness],
            Assumptions = thickness is null ? [UsualAssumptions.ElectrolyteThickness, UsualAssumptions.LargestDrop] : [UsualAssumptions.LargestDrop],
            IsRuleOfExperience = true,
            Settles = "the thickness of the electrolyte, and the voltage of the cell at that current",
        });
}
