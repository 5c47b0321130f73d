using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Porosity of a skeleton, remaining porosity and densities fix the share of its mass.</summary>
internal sealed class SkeletonMass() : Check(
    "mass of a filled skeleton",
    "Do the porosities before and after filling give the stated share of the skeleton?",
    "w = (1 − ε)ρ_s/[(1 − ε)ρ_s + (ε − p)ρ_f]")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Skeleton && system.Parts.Length == 2
        let skeleton = audit.Set.System(system.Parts[0].System)
        let solid = audit.Known.Find(audit.Set.System(skeleton.Parts.FirstOrDefault()?.System ?? skeleton.Name).Material)
        where solid?.Density is not null
        from empty in audit.Set.About(skeleton.Name, "porosity")
        from left in audit.Set.About(system.Name, "porosity")
        from share in audit.Set.About(system.Name, "mass_fraction")
        where share.At("component")?.Text.StartsWith(solid.Name, StringComparison.OrdinalIgnoreCase) == true
        select audit.Ask(this, new Question
        {
            About = system.Name,
            Relation = Relation.Equal,
            Words = "share of the skeleton from the porosities = share as stated",
            Left = Side.Of(share, "share as stated"),
            Right = new Side("share from the porosities and densities", Unit.Parse("wt%"), values => Share(empty, left, solid.Density!.Value, values)),
            Claims = [share, empty, left],
            Assumptions = [UsualAssumptions.GelDensity, UsualAssumptions.DensityError],
            Settles = "the density of the filling and of the skeleton without its pores",
        });

    private static Interval Share(Claim empty, Claim left, double solid, AssumptionValues values)
    {
        Interval porosity = empty.Value.Interval(values.About), rest = left.Value.Interval(values.About);
        double gel = values.InSi(UsualAssumptions.GelDensity);
        double error = values[UsualAssumptions.DensityError];
        double At(double p, double r, double dense) => MassAndVolume.MassFractions([1.0 - p, Math.Max(0.0, p - r)], [dense, gel])[0];
        return new Interval(At(porosity.High, rest.Low, solid * (1.0 - error)), At(porosity.Low, rest.High, solid * (1.0 + error)));
    }
}
