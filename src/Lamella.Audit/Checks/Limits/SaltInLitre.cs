using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A litre of solution holds less salt than a litre of the densest salt.</summary>
internal sealed class SaltInLitre() : Check(
    "salt in a litre",
    "Does a litre of the solution have room for the stated salt?",
    "conservation of mass and volume: concentration · molar mass is below the density of the solution")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from salt in audit.Set.Of("salt_concentration")
        let known = audit.Known.FindAtBegin(salt.At("salt")?.Text ?? string.Empty)
        where known?.MolarMass is not null && salt.Value.Unit.Dimension == Dimension.Of("mol/L")
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(salt),
            Relation = Relation.AtMost,
            Words = $"concentration · molar mass of {known!.Name} ≤ mass of salt that a litre can hold",
            Left = new Side("mass of salt in a litre", Unit.Parse("g/L"), values => salt.Value.Interval(values.About) * known.MolarMass!.Value),
            Right = new Side("most that a litre can hold", Unit.Parse("g/L"), values => Interval.Exactly(values.InSi(UsualAssumptions.SaltInLitre))),
            Claims = [salt],
            Assumptions = [UsualAssumptions.SaltInLitre],
            Settles = "whether the concentration is per litre of solution or per kilogram of solvent",
        });
}
