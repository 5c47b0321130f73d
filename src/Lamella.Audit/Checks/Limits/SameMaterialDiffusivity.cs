using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The diffusivity of one cathode does not depend on the electrolyte beside it.</summary>
/// <remarks>A test yields D·A², and the wetted area A may differ from cell to cell: a misfit stays open.</remarks>
internal sealed class SameMaterialDiffusivity() : Check(
    "diffusivity of one material",
    "Does one cathode have one diffusivity beside different electrolytes?",
    "the Warburg coefficient gives D·A²: W. Weppner, R. A. Huggins, J. Electrochem. Soc. 124 (1977) 1569, doi 10.1149/1.2133112")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from material in audit.Set.Of("diffusion_coefficient", "diffusivity").GroupBy(claim => Active.Of(audit, claim)?.Name ?? string.Empty)
        where material.Key.Length > 0
        from pair in material.ToArray().Pairs()
        where pair.First.About != pair.Second.About && pair.First.Agrees(pair.Second)
        select audit.Ask(this, new Question
        {
            About = $"{pair.First.About} and {pair.Second.About}",
            Relation = Relation.Equal,
            Words = $"diffusivity of {material.Key} beside one electrolyte = beside the other",
            Left = Side.Of(pair.First, pair.First.Id),
            Right = Side.Of(pair.Second, pair.Second.Id),
            Claims = [pair.First, pair.Second],
            Assumptions = [UsualAssumptions.ConductionRepeat],
            Settles = "the electrode area that was taken, and a titration",
            Remark = FormattableString.Invariant(
                $"A ratio of wetted areas of {Math.Sqrt(Ratio(pair.First, pair.Second)):G3} would explain both with one diffusivity."),
            IsRuleOfExperience = true,
        });

    private static double Ratio(Claim first, Claim second)
    {
        double ratio = first.Value.Interval(0.0).Middle / second.Value.Interval(0.0).Middle;
        return Math.Max(ratio, 1.0 / ratio);
    }
}
