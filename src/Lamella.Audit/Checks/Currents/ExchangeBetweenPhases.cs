using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Transport.Bounds;
using Lamella.Transport.Composition;
using Lamella.Transport.Mixing;

namespace Lamella.Audit.Checks.Currents;

/// <summary>Current enters a filler only through its surface: a particle must be larger, a skeleton thicker, than the length of exchange.</summary>
internal sealed class ExchangeBetweenPhases() : Check(
    "exchange between phases",
    "Can the filler carry current through its surface: is the length of exchange below the size of the particles or the thickness?",
    "D. P. H. Hasselman, L. F. Johnson, J. Compos. Mater. 21 (1987) 508, doi 10.1177/002199838702100602; ℓ = √[(R/S)·σ₁σ₂/(σ₁ + σ₂)] of two continuous phases")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) => Dispersed(audit).Concat(Skeletons(audit));

    // A membrane that conducts better than its matrix, with particles of a stated size.
    private IEnumerable<Verdict> Dispersed(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Dispersed && system.Parts.Length == 2 && system.Parts.All(part => part.Share is not null)
        let share = FillerShare(audit, system)
        where share is not null
        from size in audit.Set.About(system.Parts[1].System, "particle_size")
        from whole in audit.Set.About(system.Name, "ionic_conductivity")
        from matrix in audit.Set.About(system.Parts[0].System, "ionic_conductivity").Where(claim => claim.Agrees(whole))
        let filler = audit.Set.About(system.Parts[1].System, "ionic_conductivity").FirstOrDefault(claim => claim.Agrees(whole))
        select audit.Ask(this, Gain(system.Name, whole, matrix, filler, size, share.Value));

    private static double? FillerShare(AuditCase audit, AuditedSystem system)
    {
        double filler = system.Parts[1].Share!.Interval(0.0).High;
        if (system.Parts[1].Share!.Unit.Dimension.Kind == QuantityKind.VolumeFraction)
        {
            return filler;
        }

        double?[] densities = [.. system.Parts.Select(part => (audit.Known.Find(audit.Set.System(part.System).Material) ?? audit.Known.Find(part.System))?.Density)];
        return densities.Any(density => density is null) ? null
            : MassAndVolume.VolumeFractions([1.0 - filler, filler], [densities[0]!.Value, densities[1]!.Value])[1];
    }

    private static Question Gain(string about, Claim whole, Claim matrix, Claim? filler, Claim size, double share) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "conductivity / conductivity of the matrix ≤ gain by a filler with a resistance at its surface",
        Left = new Side("conductivity / conductivity of the matrix", Unit.One, values => whole.Value.Interval(values.About) / matrix.Value.Interval(values.About)),
        Right = new Side("greatest gain with the resistance at the surface", Unit.One, values =>
        {
            double best = filler?.Value.Interval(values.About).High ?? double.PositiveInfinity, low = matrix.Value.Interval(values.About).Low;
            double gain = MaxwellMixture.Conductivity(
                low, best, share, 0.5 * size.Value.Interval(values.About).High, values.InSi(UsualAssumptions.PhaseResistance)) / low;
            return Interval.Exactly(gain).Widened(values[UsualAssumptions.ConductionRepeat]);
        }),
        Claims = [whole, matrix, size, .. filler is null ? ImmutableArray<Claim>.Empty : [filler]],
        Assumptions = [UsualAssumptions.PhaseResistance, UsualAssumptions.ConductionRepeat],
        IsRuleOfExperience = true,
        Settles = "the resistance between the phases, and the conductivity of the matrix in the membrane: liquid content, crystallinity, pores",
        Remark = "A gain beyond it is one of the matrix, not of the filler.",
    };

    // Two continuous phases share the current only where the length of exchange is far below the thickness.
    private IEnumerable<Verdict> Skeletons(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Skeleton && system.Parts.Length == 2
        from grain in audit.Set.About(Inner(audit, system), "particle_size").Take(1)
        from first in audit.Set.About(system.Parts[0].System, "ionic_conductivity").Take(1)
        from second in audit.Set.About(system.Parts[1].System, "ionic_conductivity").Take(1)
        from porosity in audit.Set.About(system.Parts[0].System, "porosity").Take(1)
        from thickness in audit.Set.About(system.Name, "thickness").Concat(audit.Set.About(system.Parts[0].System, "thickness")).Take(1)
        select audit.Ask(this, Shared(system.Name, [first, second, grain, porosity, thickness]));

    private static string Inner(AuditCase audit, AuditedSystem system) =>
        audit.Set.System(system.Parts[0].System).Parts.FirstOrDefault()?.System ?? system.Parts[0].System;

    private static Question Shared(string about, Claim[] claims) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "length of exchange between skeleton and filling ≤ a tenth of the thickness",
        Left = new Side("length of exchange", Unit.Parse("um"), values =>
        {
            Interval At(int index) => claims[index].Value.Interval(values.About);
            double Length(double diameter, double empty, double one, double other) => TransportLimits.ExchangeLength(
                values.InSi(UsualAssumptions.PhaseResistance), InterphaseSheet.SurfacePerVolume(1.0 - empty, diameter), one, other);
            return new Interval(
                Length(At(2).Low, At(3).Low, At(0).Low, At(1).Low), Length(At(2).High, At(3).High, At(0).High, At(1).High));
        }),
        Right = new Side("a tenth of the thickness", Unit.Parse("um"), values => claims[4].Value.Interval(values.About) * 0.1),
        Claims = [.. claims],
        Assumptions = [UsualAssumptions.PhaseResistance],
        IsRuleOfExperience = true,
        Settles = "the resistance between skeleton and filling, such as from the impedance of a flat bilayer",
    };
}
