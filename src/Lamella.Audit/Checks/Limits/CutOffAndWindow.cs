using Lamella.Audit.Claims;
using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A cell is charged below the limit of its electrolyte, and high enough for its cathode.</summary>
internal sealed class CutOffAndWindow() : Check(
    "cut-off voltages",
    "Is a cell charged below the limit of its electrolyte and high enough for its cathode?",
    "definition of the stability window; plateaus of the cathodes from data/audit/materials.yaml")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        audit.Set.Of("voltage_window").SelectMany(window => Above(audit, window).Concat(Plateau(audit, window)));

    private static Interval Upper(Claim window, AssumptionValues values) => window.Value.Each(values.About)[^1];

    private IEnumerable<Verdict> Above(AuditCase audit, Claim window) =>
        from limit in audit.Set.About(audit.Set.System(window.About).Electrolyte is { Length: > 0 } named ? named : window.About, "stability_window_upper", "stability_window")
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(window),
            Relation = Relation.AtMost,
            Words = "upper cut-off ≤ limit of the electrolyte",
            Left = new Side("upper cut-off", window.Value.Unit, values => Upper(window, values)),
            Right = new Side("limit of the electrolyte", limit.Value.Unit, values => limit.Value.Each(values.About)[^1]),
            Claims = [window, limit],
            Settles = "the current that the electrolyte leaks at the upper cut-off",
        });

    private IEnumerable<Verdict> Plateau(AuditCase audit, Claim window)
    {
        if (Active.Of(audit, window) is not { Plateau: { } plateau } cathode)
        {
            yield break;
        }

        yield return audit.Ask(this, new Question
        {
            About = audit.Set.Subject(window),
            Relation = Relation.AtMost,
            Words = $"upper end of the potentials of {cathode.Name} ≤ upper cut-off",
            Left = new Side($"potential to which {cathode.Name} is charged", window.Value.Unit, _ => Interval.Exactly(plateau.High)),
            Right = new Side("upper cut-off", window.Value.Unit, values => Upper(window, values)),
            Claims = [window],
            IsRuleOfExperience = true,
            Settles = "which cathode the cell has",
        });
    }
}
