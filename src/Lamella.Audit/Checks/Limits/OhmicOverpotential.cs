using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The resistance that an overpotential shows does not rise with the current, and is that of the impedance.</summary>
internal sealed class OhmicOverpotential() : Check(
    "overpotential and current",
    "Does overpotential over current not rise with the current, and does it fit the impedance?",
    "η = i·R; Butler–Volmer kinetics make η/i fall with i: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 8")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (var cell in audit.Set.Of("overpotential").Where(claim => claim.Value("current_density") is not null).GroupBy(audit.Set.Subject))
        {
            Claim[] points = [.. cell.OrderBy(claim => claim.Value("current_density")!.Value.Middle)];
            foreach ((Claim low, Claim high) in points.Pairs().Where(pair => pair.First.Agrees(pair.Second, "current_density")))
            {
                yield return audit.Ask(this, Rising(cell.Key, low, high));
            }

            foreach (Claim impedance in audit.Set.About(cell.Key, "cell_impedance"))
            {
                yield return WithImpedance(audit, cell.Key, points[^1], impedance);
            }
        }
    }

    private static Interval Apparent(Claim claim, AssumptionValues values) => claim.Value.Interval(values.About) / claim.Value("current_density")!.Value;

    private static Question Rising(string about, Claim low, Claim high) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "overpotential / current at the higher current ≤ at the lower",
        Left = new Side($"{high.Id}: overpotential / current", Core.Quantities.Unit.Parse("ohm cm2"), values => Apparent(high, values)),
        Right = new Side($"{low.Id}: overpotential / current", Core.Quantities.Unit.Parse("ohm cm2"), values => Apparent(low, values).Widened(values[UsualAssumptions.ConductionRepeat])),
        Claims = [low, high],
        Assumptions = [UsualAssumptions.ConductionRepeat],
        IsRuleOfExperience = true,
        Settles = "the voltage at each current over time, which shows a growing layer or depletion",
    };

    private Verdict WithImpedance(AuditCase audit, string about, Claim point, Claim impedance)
    {
        Claim? diameter = audit.Set.System(about).Parts.SelectMany(part => audit.Set.About(part.System, "electrode_diameter")).FirstOrDefault();
        if (diameter is null && impedance.Value.Unit.Dimension == Core.Quantities.Dimension.Of("ohm"))
        {
            return AuditCase.Missing(this, about, "overpotential / current ≤ impedance · area", "the area of the electrodes of the symmetric cell", point, impedance);
        }

        return audit.Ask(this, new Question
        {
            About = about,
            Relation = Relation.AtMost,
            Words = "overpotential / current ≤ impedance · area",
            Left = new Side("overpotential / current", Core.Quantities.Unit.Parse("ohm cm2"), values => Apparent(point, values)),
            Right = new Side("impedance · area", Core.Quantities.Unit.Parse("ohm cm2"), values => (diameter is null
                ? impedance.Value.Interval(values.About)
                : impedance.Value.Interval(values.About) * diameter.Value.Interval(values.About) * diameter.Value.Interval(values.About) * (0.25 * Math.PI))
                .Widened(values[UsualAssumptions.ConductionRepeat])),
            Claims = diameter is null ? [point, impedance] : [point, impedance, diameter],
            Assumptions = [UsualAssumptions.ConductionRepeat],
            IsRuleOfExperience = true,
            Settles = "a polarisation long enough to reach a steady state, beside the impedance",
        });
    }
}
