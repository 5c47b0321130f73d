using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Transport.Laminates;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Two laminates that share their outer layers: the middle layer of one follows from that of the other.</summary>
internal sealed class LayersInSeries() : Check(
    "layers in series",
    "Does the middle layer of a laminate need a conductivity that its control makes possible?",
    "resistances in series, ΣL/σ = Σ(Lᵢ/σᵢ)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Layers && system.Control.Length > 0
        let control = audit.Set.System(system.Control)
        where control.Arrangement == Arrangement.Layers && control.Parts.Length == 2 && system.Parts.Length == 2
            && control.Parts[0].System == system.Parts[0].System
        from better in audit.Set.About(system.Name, "ionic_conductivity")
        from worse in audit.Set.About(control.Name, "ionic_conductivity").Where(worse => worse.SameConditions(better))
        from plain in audit.Set.About(control.Parts[1].System, "ionic_conductivity").Where(plain => plain.SameConditions(better))
        from thickness in audit.Set.About(system.Parts[1].System, "thickness")
        from plainThickness in audit.Set.About(control.Parts[1].System, "thickness")
        select audit.Ask(this, Pose(system, [better, worse, plain, thickness, plainThickness]));

    private static Question Pose(AuditedSystem system, Claim[] claims)
    {
        int layers = system.Parts[0].Layers;
        string membrane = system.Parts[1].System;
        return new Question
        {
            About = system.Name,
            Relation = Relation.AtMost,
            Words = $"conductivity that {membrane} needs in the laminate ≤ twice that of the membrane without its change",
            Left = new Side($"conductivity that {membrane} needs", claims[0].Value.Unit, values => Needed(claims, layers, values)),
            Right = new Side("twice the conductivity of the plain membrane", claims[0].Value.Unit, values => claims[2].Value.Interval(values.About) * 2.0),
            Claims = [.. claims],
            Assumptions = [UsualAssumptions.CoatingThickness],
            IsRuleOfExperience = true,
            Settles = "the thickness of the outer layers, and the conductivity of each layer alone",
            Remark = "No finite value says that the outer layers alone already resist more than the whole laminate.",
        };
    }

    // claims: laminate, control laminate, plain membrane, thickness of the membrane, thickness of the plain membrane
    private static Interval Needed(Claim[] claims, int layers, AssumptionValues values)
    {
        double outer = layers * values.InSi(UsualAssumptions.CoatingThickness);
        double At(int index) => claims[index].Value.Interval(values.About).Middle;
        double gelResistance = ((At(4) + outer) / At(1)) - (At(4) / At(2));
        double needed = gelResistance <= 0.0 ? At(0) : LayerSeries.Missing(At(3) + outer, At(0), gelResistance, At(3));
        return needed > 0.0 && double.IsFinite(needed) ? Interval.Exactly(needed) : new Interval(1e6, double.PositiveInfinity);
    }
}
