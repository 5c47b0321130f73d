using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Currents;

/// <summary>Where two cells of one size differ in their exchange current only, their impedances differ by no more than it.</summary>
internal sealed class ImpedanceAndKinetics() : Check(
    "impedance and exchange current",
    "Does the exchange current explain by how much the impedance of a cell is below that of its control?",
    "resistance of charge transfer RT/(F·i₀) per electrode: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 8")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from pair in Controlled(audit)
        from better in audit.Set.About(pair.Better, "cell_impedance")
        from worse in audit.Set.About(pair.Worse, "cell_impedance").Where(claim => claim.SameConditions(better) && claim.Value.Unit.Dimension == better.Value.Unit.Dimension)
        from fast in audit.Set.About(pair.Better, "exchange_current_density")
        from slow in audit.Set.About(pair.Worse, "exchange_current_density").Where(claim => claim.SameConditions(fast))
        select audit.Ask(this, new Question
        {
            About = $"{pair.Better} and {pair.Worse}",
            Relation = Relation.AtMost,
            Words = "impedance of the control / impedance ≤ exchange current / exchange current of the control",
            Left = new Side("impedance of the control / impedance", Unit.One, values => worse.Value.Interval(values.About) / better.Value.Interval(values.About)),
            Right = new Side("quotient of the exchange currents", Unit.One, values =>
                (fast.Value.Interval(values.About) / slow.Value.Interval(values.About)).Widened(values[UsualAssumptions.ConductionRepeat])),
            Claims = [better, worse, fast, slow],
            Assumptions = [UsualAssumptions.ConductionRepeat],
            IsRuleOfExperience = true,
            Settles = "the area of both cells, and which arc of the impedance is the film, which the transfer of charge",
            Remark = "What the exchange current leaves is a film, a contact or another area.",
        });

    // A cell and its control, or two symmetric cells whose electrolytes are a system and its control.
    private static IEnumerable<(string Better, string Worse)> Controlled(AuditCase audit) =>
        from cell in audit.Set.Systems
        where cell.Arrangement == Arrangement.Cell
        from other in audit.Set.Systems
        where other.Arrangement == Arrangement.Cell && other != cell && (cell.Control == other.Name
            || (cell.Control.Length == 0 && cell.Electrolyte.Length > 0 && audit.Set.System(cell.Electrolyte).Control is { Length: > 0 } control
                && audit.Set.Canonical(control) == audit.Set.Canonical(other.Electrolyte)))
        select (cell.Name, other.Name);
}
