using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A solid with pores conducts at most its share of the solid.</summary>
internal sealed class PorousBelowSolid() : Check(
    "porous below solid",
    "Does a porous solid conduct no better than its share of the dense one?",
    "upper Wiener bound with empty pores, σ ≤ (1 − p)·σ_solid; O. Wiener, Abh. Math.-Phys. Kl. Königl. Sächs. Ges. Wiss. 32 (1912) 509")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Porous && system.Parts.Length == 1
        from whole in audit.Set.About(system.Name, "ionic_conductivity")
        from solid in audit.Set.About(system.Parts[0].System, "ionic_conductivity")
        from porosity in audit.Set.About(system.Name, "porosity")
        where whole.Agrees(solid)
        select audit.Ask(this, new Question
        {
            About = system.Name,
            Relation = Relation.AtMost,
            Words = "conductivity of the porous solid ≤ (1 − porosity) · conductivity of the dense solid",
            Left = Side.Of(whole, "conductivity of the porous solid"),
            Right = new Side("(1 − porosity) · conductivity of the solid", whole.Value.Unit, values =>
                (Interval.Exactly(1.0) - porosity.Value.Interval(values.About)) * solid.Value.Interval(values.About)
                * Interval.Exactly(Math.Pow(1.0 - values[UsualAssumptions.PelletPorosity], -1.5))),
            Claims = [whole, solid, porosity],
            Assumptions = [UsualAssumptions.PelletPorosity],
            Settles = "porosity and grain size of the pellet that was measured for comparison",
        });
}
