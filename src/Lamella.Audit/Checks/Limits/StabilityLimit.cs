using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A sweep at millivolts per second on flat steel shows a limit that a long hold does not confirm.</summary>
internal sealed class StabilityLimit() : Check(
    "limit of stability",
    "Is the limit of stability one that electrolytes with carbonates, ethers or polymers reach?",
    "Y. Zhu, X. He, Y. Mo, ACS Appl. Mater. Interfaces 7 (2015) 23685, doi 10.1021/acsami.5b07517; F. Han et al., Adv. Energy Mater. 6 (2016) 1501590, doi 10.1002/aenm.201501590")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from limit in audit.Set.Of("stability_window_upper")
        where limit.Kind is "measured" or "literature" && limit.Value.Each(0.0)[0].Low > 4.0
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(limit),
            Relation = Relation.AtMost,
            Words = "limit of stability ≤ what a long hold confirms",
            Left = new Side("limit as stated", limit.Value.Unit, values => limit.Value.Each(values.About)[^1]),
            Right = new Side("greatest limit that holds confirm", Unit.Parse("V"), values => Interval.Exactly(values.InSi(UsualAssumptions.GreatestLimit))),
            Claims = [limit],
            Assumptions = [UsualAssumptions.GreatestLimit],
            IsRuleOfExperience = true,
            Settles = "the current at a constant potential over hours, on the carbon and binder of the cathode",
        });
}
