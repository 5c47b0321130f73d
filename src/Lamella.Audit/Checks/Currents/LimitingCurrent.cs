using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Currents;

/// <summary>A cell in the steady state carries no more than diffusion brings; a stated limit is the one that follows from the stated salt.</summary>
internal sealed class LimitingCurrent() : Check(
    "limiting current",
    "Do cells run below the current that diffusion of the salt allows, and is a stated limit that of the stated salt?",
    "i = 2·F·D·c/[(1 − t₊)·L]: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 11")
{
    private static readonly Unit PerArea = Unit.Parse("mA/cm2");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach ((string electrolyte, Depletion depletion) in Depletion.All(audit))
        {
            foreach (Claim stated in Depletion.About(audit, electrolyte, "limiting_current_density"))
            {
                yield return audit.Ask(this, Stated(electrolyte, stated, depletion));
            }

            // The greatest current of each cell decides; where the time of a half cycle is stated, Sand's time does.
            foreach (var cell in Depletion.Currents(audit, electrolyte).Where(item => !SandTime.Times(audit, item.Claim).Any()).GroupBy(item => audit.Set.Subject(item.Claim)))
            {
                (Claim run, Interval current) = cell.MaxBy(item => item.Current.Low);
                yield return audit.Ask(this, Run(cell.Key, run, current, depletion));
            }
        }
    }

    private static Side Limit(Depletion depletion) => new("2·F·D·c/[(1 − t₊)·L]", PerArea, depletion.Limit);

    private static Question Stated(string about, Claim stated, Depletion depletion) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "limiting current = 2·F·D·c/[(1 − t₊)·L]",
        Left = Side.Of(stated, "limiting current as stated"),
        Right = Limit(depletion),
        Claims = [stated, .. depletion.Claims],
        Assumptions = depletion.Assumptions,
        Settles = "salt concentration, transference number, diffusivity and thickness of the same layer",
    };

    private static Question Run(string about, Claim run, Interval current, Depletion depletion) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "current of the test ≤ limiting current of the electrolyte",
        Left = new Side($"current of {run.Id}", PerArea, _ => Interval.Exactly(current.Low)),
        Right = Limit(depletion),
        Claims = [run, .. depletion.Claims],
        Assumptions = depletion.Assumptions,
        IsRuleOfExperience = true,
        Settles = "the time of one half cycle, and salt, transference number and diffusivity of the electrolyte itself",
        Remark = "A cell that is reversed soon enough may run above the limit; Sand's time says how soon.",
    };
}
