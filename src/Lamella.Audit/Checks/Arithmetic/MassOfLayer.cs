using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>Mass per area over thickness is a density, which is at most that of the densest part.</summary>
internal sealed class MassOfLayer() : Check(
    "mass and thickness of a layer",
    "Is the mass per area over the thickness no more than the density of the densest part?",
    "thickness · area · density = mass")
{
    private static readonly Unit GramPerCubicCentimetre = Unit.Parse("g/cm3");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        let densities = system.Parts.Select(part => part.System).Append(system.Material).Append(system.Name)
            .Select(name => (audit.Known.Find(audit.Set.System(name).Material) ?? audit.Known.Find(name))?.Density).OfType<double>().ToArray()
        where densities.Length > 0
        from layer in Layers(audit, system)
        select audit.Ask(this, new Question
        {
            About = system.Name,
            Relation = Relation.AtMost,
            Words = "mass per area / thickness ≤ density of the densest part",
            Left = new Side("mass per area / thickness", GramPerCubicCentimetre, values => layer.Mass(values) / layer.Thickness(values)),
            Right = new Side("density of the densest part", GramPerCubicCentimetre, values => Interval.Exactly(densities.Max() * (1.0 + values[UsualAssumptions.DensityError]))),
            Claims = [.. layer.Claims],
            Assumptions = [UsualAssumptions.DensityError],
            Settles = "the mass of a disc and its thickness at several places",
        });

    private static IEnumerable<(Func<AssumptionValues, Interval> Mass, Func<AssumptionValues, Interval> Thickness, Claim[] Claims)> Layers(AuditCase audit, AuditedSystem system)
    {
        if (system is { Loading: { } loading, Thickness: { } thickness })
        {
            yield return (_ => Interval.Exactly(loading), _ => Interval.Exactly(thickness), []);
        }

        foreach (Claim mass in audit.Set.About(system.Name, "areal_mass", "areal_loading"))
        {
            foreach (Claim height in audit.Set.About(system.Name, "thickness").Where(claim => mass.Agrees(claim)))
            {
                yield return (values => mass.Value.Interval(values.About), values => height.Value.Interval(values.About), [mass, height]);
            }
        }
    }
}
