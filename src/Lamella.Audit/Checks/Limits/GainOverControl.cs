using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Transport.Composition;
using Lamella.Transport.Mixing;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Another filler in the same share changes the conductivity of a membrane by no more than from an insulator to a perfect conductor.</summary>
internal sealed class GainOverControl() : Check(
    "gain by another filler",
    "Can another filler of the same share explain the gain?",
    "J. C. Maxwell, A Treatise on Electricity and Magnetism, 3rd ed. (1892), art. 314: factor between (1 − φ)/(1 + φ/2) and (1 + 2φ)/(1 − φ)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Control.Length > 0
        let membrane = Filled(audit.Set, system)
        where membrane is not null
        let volume = VolumeShare(audit, membrane!)
        where volume is not null
        from better in audit.Set.About(system.Name, "ionic_conductivity")
        from worse in audit.Set.About(system.Control, "ionic_conductivity")
        where better.SameConditions(worse) && better.Place == worse.Place | Overlap(better, worse)
        select audit.Ask(this, Pose(system, better, worse, volume!));

    private static bool Overlap(Claim first, Claim second) => first.Place.Split(';').Any(place => second.Place.Contains(place.Trim(), StringComparison.Ordinal));

    // The system itself, or the one layer of it that holds a filler.
    private static AuditedSystem? Filled(ClaimSet set, AuditedSystem system) =>
        system.Arrangement == Arrangement.Dispersed ? system
            : system.Parts.Select(part => set.System(part.System)).SingleOrDefault(part => part.Arrangement == Arrangement.Dispersed);

    private static Func<AssumptionValues, double>? VolumeShare(AuditCase audit, AuditedSystem membrane)
    {
        double?[] densities = [.. membrane.Parts.Select(part => (audit.Known.Find(audit.Set.System(part.System).Material) ?? audit.Known.Find(part.System))?.Density)];
        if (membrane.Parts.Length != 2 || densities.Any(density => density is null) || membrane.Parts.Any(part => part.Share is null))
        {
            return null;
        }

        double filler = membrane.Parts[1].Share!.Interval(0.0).High;
        return values =>
        {
            double error = values[UsualAssumptions.DensityError];
            ImmutableArray<double> shares = MassAndVolume.VolumeFractions([1.0 - filler, filler], [densities[0]!.Value * (1.0 + error), densities[1]!.Value * (1.0 - error)]);
            return shares[1];
        };
    }

    private static Question Pose(AuditedSystem system, Claim better, Claim worse, Func<AssumptionValues, double> share) => new()
    {
        About = system.Name,
        Relation = Relation.AtMost,
        Words = $"conductivity / conductivity of {system.Control} ≤ gain from an insulating to a perfect filler",
        Left = new Side("quotient of the conductivities", Core.Quantities.Unit.One, values => better.Value.Interval(values.About) / worse.Value.Interval(values.About)),
        Right = new Side("greatest gain by the filler", Core.Quantities.Unit.One, values =>
            Interval.Exactly(MaxwellMixture.Ceiling(share(values)) / MaxwellMixture.Floor(share(values))).Widened(values[UsualAssumptions.ConductionRepeat])),
        Claims = [better, worse],
        Assumptions = [UsualAssumptions.DensityError, UsualAssumptions.ConductionRepeat],
        Settles = "liquid content, thickness and crystallinity of both membranes: the matrix must differ, not the filler",
    };
}
