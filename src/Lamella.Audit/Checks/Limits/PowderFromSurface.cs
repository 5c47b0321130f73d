using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Surface and size of a powder belong together.</summary>
internal sealed class PowderFromSurface() : Check(
    "size and surface of a powder",
    "Is the stated size of a powder not below that of spheres with the stated surface?",
    "d ≥ 6/(ρ·S): S. Lowell et al., Characterization of Porous Solids and Powders (2004), section 5, doi 10.1007/978-1-4020-2303-3")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from surface in audit.Set.Of("bet_area")
        from size in audit.Set.About(surface.About, "particle_size")
        let material = audit.Known.Find(audit.Set.System(surface.About).Material)
        where material?.Density is not null
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(surface),
            Relation = Relation.AtMost,
            Words = "6 / (density · surface) ≤ size as stated",
            Left = new Side("size of spheres with that surface", size.Value.Unit, values =>
            {
                Interval s = surface.Value.Interval(values.About);
                double density = material.Density!.Value, error = values[UsualAssumptions.DensityError];
                return new Interval(PowderSize.Diameter(s.High, density * (1.0 + error)), PowderSize.Diameter(s.Low, density * (1.0 - error)));
            }),
            Right = Side.Of(size, "size as stated"),
            Claims = [surface, size],
            Assumptions = [UsualAssumptions.DensityError],
            Settles = "a distribution of sizes by scattering or from images",
        });
}
