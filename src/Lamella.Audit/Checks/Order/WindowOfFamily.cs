using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Order;

/// <summary>Members of one family are oxidised at similar potentials: limits far apart come from a computed equilibrium and a quick sweep.</summary>
internal sealed class WindowOfFamily() : Check(
    "windows of a family",
    "Are the limits of stability of one family close together?",
    "equilibrium against sweeps on flat steel: F. Han et al., Adv. Energy Mater. 6 (2016) 1501590, doi 10.1002/aenm.201501590")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from family in audit.Set.Of("stability_window_upper", "stability_window").Where(claim => audit.Set.System(claim.About).Family.Length > 0)
            .GroupBy(claim => audit.Set.System(claim.About).Family)
        let sorted = family.OrderBy(claim => claim.Value.Each(0.0)[^1].Middle).ToArray()
        from high in sorted.Skip(1)
        where audit.Set.Subject(high) != audit.Set.Subject(sorted[0])
        select audit.Ask(this, new Question
        {
            About = $"{audit.Set.Subject(high)} and {audit.Set.Subject(sorted[0])}",
            Relation = Relation.AtMost,
            Words = $"limit of {high.About} ≤ limit of {sorted[0].About} + spread of a family",
            Left = new Side($"limit of {high.Id}", high.Value.Unit, values => high.Value.Each(values.About)[^1]),
            Right = new Side($"limit of {sorted[0].Id} + spread", high.Value.Unit, values =>
                sorted[0].Value.Each(values.About)[^1] + Interval.Exactly(values.InSi(UsualAssumptions.WindowSpread))),
            Claims = [high, sorted[0]],
            Assumptions = [UsualAssumptions.WindowSpread],
            IsRuleOfExperience = true,
            Settles = "both by one method: the current at constant potentials over hours, with carbon in the electrode",
        });
}
