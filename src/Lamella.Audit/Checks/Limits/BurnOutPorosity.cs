using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The porosity after a pore former was burnt out follows from the recipe, the green body and the shrinkage.</summary>
internal sealed class BurnOutPorosity() : Check(
    "porosity from a pore former",
    "Is the porosity what the burnt-out pore former leaves in a green body of usual density?",
    "ε = 1 − (1 − ε_b)(1 − p_g)/(1 − S)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from recipe in audit.Set.Of("mass_ratio")
        where recipe.Value.Qualifier == FactQualifier.List && recipe.Value.Printed.Numbers.Length == 2 && recipe.Value.Printed.Numbers.All(number => number is > 0.0 and < 1e9)
        let names = (recipe.At("components")?.Text ?? string.Empty).Split(':', 2, StringSplitOptions.TrimEntries)
        where names.Length == 2
        let solid = audit.Known.FindAtBegin(names[0])
        let former = audit.Known.FindAtBegin(names[1])
        where solid?.Density is not null && former?.Density is not null
        from porosity in audit.Set.About(recipe.About, "porosity")
        let burnt = PoreFormer.FormerFraction(recipe.Value.Printed.Numbers[0] / recipe.Value.Printed.Numbers[1], solid.Density!.Value, former.Density!.Value)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(porosity),
            Relation = Relation.Equal,
            Words = "1 − (1 − share of the former)(1 − green porosity)/(1 − shrinkage) = porosity",
            Left = Side.Of(porosity, "porosity as stated"),
            Right = new Side("porosity from recipe, green body and shrinkage", Unit.Parse("%"), values =>
                Interval.Exactly(PoreFormer.Porosity(burnt, values[UsualAssumptions.GreenPorosity], values[UsualAssumptions.Shrinkage])).Widened(0.01)),
            Claims = [porosity, recipe],
            Assumptions = [UsualAssumptions.GreenPorosity, UsualAssumptions.Shrinkage],
            Settles = "the density of the green body and the shrinkage in sintering",
            Remark = FormattableString.Invariant($"The former alone leaves {100.0 * burnt:F1} %."),
        });
}
