using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The mass steps of a filled solid must fit the recipe of its filling: volatile part, polymer with salt, solid.</summary>
/// <remarks>
/// The composition nearest to steps and recipe is found as a linear programme, which makes the largest misfit least; the check asks
/// whether that misfit is within the error of a balance. Salt goes with the polymer.
/// </remarks>
internal sealed class RecipeAndMassSteps() : Check(
    "recipe and mass steps",
    "Is there a composition that fits both the mass steps and the recipe?",
    "conservation of mass; least largest misfit by a linear programme (V. Chvátal, Linear Programming (1983), ch. 14)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement == Arrangement.Skeleton && system.Parts.Length == 2
        from residue in audit.Set.About(system.Name, "mass_fraction").Where(claim => claim.At("component") is not null)
        from step in audit.Set.About(system.Name, "mass_loss").Where(claim => claim.Value.IsNumber)
        from recipe in audit.Set.About(system.Parts[1].System, "mass_ratio").Where(claim => claim.Value.Qualifier == FactQualifier.List && claim.Value.Printed.Numbers.Length == 2 && claim.Value.Printed.Numbers.All(number => number is > 0.0 and < 1e9))
        from salt in audit.Set.About(system.Parts[1].System, "salt_concentration")
        let molar = audit.Known.FindAtBegin(salt.At("salt")?.Text ?? string.Empty)?.MolarMass
        where molar is not null
        select audit.Ask(this, Pose(system.Name, residue, step, recipe, salt, molar.Value));

    private static Question Pose(string about, Claim residue, Claim step, Claim recipe, Claim salt, double molar) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "least misfit of any composition with the mass steps and the recipe ≤ error of a balance",
        Left = new Side("least largest misfit", Unit.Parse("%"), values => Interval.Exactly(Fit(residue, step, Gel(recipe, salt, molar, values).SolidsPerSolvent, values).LargestMisfit)),
        Right = new Side("error of a balance", Unit.Parse("%"), values => Interval.Exactly(values[UsualAssumptions.MassStepError])),
        Claims = [residue, step, recipe, salt],
        Assumptions = [UsualAssumptions.MassStepError, UsualAssumptions.GelDensity],
        Settles = "mass steps of the filling alone, and how much solvent was lost before",
        Remark = Describe(residue, recipe, salt, molar),
    };

    private static string Describe(Claim residue, Claim recipe, Claim salt, double molar)
    {
        var values = new AssumptionValues(AssumptionSet.Usual);
        (double solvent, double solids) = Gel(recipe, salt, molar, values).MassSteps(Math.Clamp(residue.Value.Interval(0.0).Middle, 0.0, 1.0));
        return FormattableString.Invariant(
            $"With that residue the recipe predicts steps of {100.0 * solvent:F1} % (volatile) and {100.0 * solids:F1} % (polymer and salt).");
    }

    // The salt per volume of solution counts by the density of a gel.
    private static GelRecipe Gel(Claim recipe, Claim salt, double molar, AssumptionValues values) => new(
        recipe.Value.Printed.Numbers[1] / recipe.Value.Printed.Numbers[0], salt.Value.Interval(0.0).Middle, molar, values.InSi(UsualAssumptions.GelDensity));

    private static ThermogravimetricResult Fit(Claim residue, Claim step, double solids, AssumptionValues values)
    {
        ImmutableArray<MassStep> steps = [new(step.Value.Interval(0.0).Middle, [1]), new(residue.Value.Interval(0.0).Middle, [2])];
        return ThermogravimetricBalance.Fit(3, steps, [(0, 1, 1.0 / solids)], values[UsualAssumptions.MassStepError]);
    }
}
