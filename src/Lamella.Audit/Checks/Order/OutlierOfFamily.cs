using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>A value far above all others of its family stands out: a power of ten or a unit may have slipped.</summary>
internal sealed class OutlierOfFamily() : Check(
    "far above its family",
    "Does one value exceed all others of its family by a large factor?",
    "rule of experience; a slipped exponent shows as a factor of ten")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from family in audit.Set.Of("ionic_conductivity").Where(claim => claim.Value.IsNumber && !claim.IsAsPrinted() && audit.Set.System(claim.About).Family.Length > 0)
            .GroupBy(claim => (audit.Set.System(claim.About).Family, claim.State))
        let highest = family.MaxBy(claim => claim.Value.Interval(0.0).Middle)
        let sorted = family.Where(claim => claim == highest || NoWarmer(claim, highest)).OrderByDescending(claim => claim.Value.Interval(0.0).Middle).ToArray()
        where sorted.Length >= 2
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(sorted[0]),
            Relation = Relation.AtMost,
            Words = $"highest conductivity of the family ≤ factor · next highest ({sorted[1].About})",
            Left = Side.Of(sorted[0], "highest of the family"),
            Right = new Side("factor · next highest", sorted[1].Value.Unit, values =>
                sorted[1].Value.Interval(values.About) * (values[UsualAssumptions.RecordFactor] * (sorted.Length == 2 ? 3.0 : 1.0))),
            Claims = [sorted[0], sorted[1]],
            Assumptions = [UsualAssumptions.RecordFactor],
            IsRuleOfExperience = true,
            Settles = "the exponent and unit in the cited work",
            Remark = sorted.Length == 2 ? "Only two of the family are listed, so three times the factor is allowed." : string.Empty,
        });

    // What was measured at more than ten kelvin above the highest says nothing about it.
    private static bool NoWarmer(Claim other, Claim highest) =>
        other.Value("temperature") is not { } mine || highest.Value("temperature") is not { } reference || mine.Middle < reference.Middle + 10.0;
}
