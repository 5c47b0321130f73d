using Lamella.Audit.Claims;
using Lamella.Audit.Closures;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Units;

/// <summary>The charges of a formula sum to zero.</summary>
internal sealed class NeutralFormula() : Check(
    "neutral formula",
    "Do the charges of the elements of a formula sum to zero?",
    "oxidation states of the elements: N. N. Greenwood, A. Earnshaw, Chemistry of the Elements, 2nd ed. (1997), ch. 2")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (AuditedSystem system in audit.Set.Systems.Where(system => system.Formula.Length > 0))
        {
            Claim[] claims = [.. audit.Set.Claims.Where(claim => audit.Set.Subject(claim) == system.Name).Take(1)];
            FormulaCharge? charge = FormulaCharge.Of(system.Formula);
            if (charge is { Unknown: { } symbol } open)
            {
                yield return AuditCase.Missing(
                    this, system.Name, $"charges of {system.Formula} sum to zero",
                    open.Needed is { } needed ? FormattableString.Invariant($"the value of {symbol}; neutrality gives {needed:G3}") : $"the value of {symbol}", [.. claims]);
            }
            else if (charge is { } known)
            {
                yield return audit.Ask(this, new Question
                {
                    About = system.Name,
                    Relation = Relation.Equal,
                    Words = $"charges of {system.Formula} sum to zero",
                    Left = new Side("sum of the charges", Unit.One, _ => known.Sum),
                    Right = new Side("zero within the second decimal of an index", Unit.One, _ => Interval.Around(0.0, 0.03)),
                    Claims = [.. claims],
                    Settles = "a chemical analysis",
                });
            }
        }
    }
}
