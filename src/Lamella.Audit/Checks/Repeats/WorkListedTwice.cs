using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>A work has one number, and what is said of it under two numbers must agree.</summary>
internal sealed class WorkListedTwice() : Check(
    "work listed twice",
    "Is a work cited under two numbers, and do the claims under both agree?",
    "identity of the cited work: journal, volume and page")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (var work in audit.Set.Works.GroupBy(entry => entry.Value, entry => entry.Key).Where(group => group.Count() > 1))
        {
            string[] numbers = [.. work.Order(StringComparer.Ordinal)];
            Claim[] claims = [.. audit.Set.Claims.Where(claim => numbers.Contains(claim.Reference) && !claim.IsAsPrinted())];
            yield return AuditCase.Missing(
                this, work.Key, $"one work has one number, not {string.Join(" and ", numbers)}", "the list of references", [.. claims.Take(2)]) with
            {
                Outcome = Outcome.Contradicted,
                WouldChange = "the list would have to name the work once",
            };
            foreach ((Claim first, Claim second) in claims.Pairs().Where(pair => Same(pair.First, pair.Second)))
            {
                yield return audit.Ask(this, new Question
                {
                    About = $"{first.About} and {second.About}",
                    Relation = Relation.Equal,
                    Words = $"{first.Quantity.Replace('_', ' ')} under number {first.Reference} = under number {second.Reference}",
                    Left = Side.Of(first, first.Id),
                    Right = Side.Of(second, second.Id),
                    Claims = [first, second],
                    Settles = "the value in the cited work",
                });
                if (first.Quantity == "voltage_window")
                {
                    yield return Windows(audit, first, second);
                }
            }
        }
    }

    private static bool Same(Claim first, Claim second) =>
        first.Reference != second.Reference && first.Quantity == second.Quantity && first.Agrees(second, "voltage_window");

    // A setting is exact: 4.5 V is not 4.45 V.
    private static Interval Setting(Claim window) => Interval.Exactly(window.Value.Unit.ToSi(window.Value.Printed.Numbers[^1]));

    // Windows that overlap are still different settings: their ends are compared.
    private Verdict Windows(AuditCase audit, Claim first, Claim second) => audit.Ask(this, new Question
    {
        About = $"{first.About} and {second.About}",
        Relation = Relation.Equal,
        Words = $"upper cut-off under number {first.Reference} = under number {second.Reference}",
        Left = new Side(first.Id, first.Value.Unit, _ => Setting(first)),
        Right = new Side(second.Id, second.Value.Unit, _ => Setting(second)),
        Claims = [first, second],
        Settles = "the cut-offs in the cited work",
    });
}
