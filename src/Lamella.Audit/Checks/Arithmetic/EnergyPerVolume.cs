using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Energy per volume over energy per mass is the density of the cell.</summary>
internal sealed class EnergyPerVolume() : Check(
    "energy per volume and per mass",
    "Is the quotient of energy per volume and per mass the density of a cell?",
    "definition; densities of the layers of a pouch cell")
{
    private static readonly Unit KilogramPerLitre = Unit.Parse("kg/L");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from volume in audit.Set.Of("volumetric_energy_density")
        from mass in audit.Set.About(volume.About, "energy_density")
        where volume.Agrees(mass)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(volume),
            Relation = Relation.Equal,
            Words = "energy per volume / energy per mass = density of a pouch cell",
            Left = new Side("energy per volume / energy per mass", KilogramPerLitre, values => volume.Value.Interval(values.About) / mass.Value.Interval(values.About)),
            Right = new Side("density of a pouch cell", KilogramPerLitre, values => Interval.Exactly(values[UsualAssumptions.PouchDensity]).Widened(0.1)),
            Claims = [volume, mass],
            Assumptions = [UsualAssumptions.PouchDensity],
            Settles = "mass and outer dimensions of the cell",
            IsRuleOfExperience = true,
        });
}
