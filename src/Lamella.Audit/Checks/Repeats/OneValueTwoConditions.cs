using System.Text.RegularExpressions;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>One value of one figure or table cannot belong to two values of a condition.</summary>
internal sealed partial class OneValueTwoConditions() : Check(
    "one value, two conditions",
    "Does one printed value stand under two different temperatures, rates or currents?",
    "identity of the measurement")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) => OfQuantities(audit).Concat(OfWords(audit));

    private IEnumerable<Verdict> OfQuantities(AuditCase audit) =>
        from family in audit.Set.Claims.Where(claim => claim.Value.IsNumber).GroupBy(claim => (audit.Set.Subject(claim), claim.Quantity))
        from pair in family.ToArray().Pairs()
        where SameValue(pair.First, pair.Second) && SameFigure(pair.First, pair.Second)
        let differing = Differing(pair.First, pair.Second)
        where differing.Length == 1
        select audit.Ask(this, Pose(family.Key.Item1, differing[0], pair.First, pair.Second));

    private IEnumerable<Verdict> OfWords(AuditCase audit) =>
        from family in audit.Set.Claims.Where(claim => Words.Any(claim.Conditions.ContainsKey)).GroupBy(claim => (audit.Set.Subject(claim), claim.Quantity))
        from pair in family.ToArray().Pairs()
        from word in Words
        where SameValue(pair.First, pair.Second) && pair.First.At(word) is { } mine && pair.Second.At(word) is { } other && !mine.Agrees(other)
            && pair.First.Agrees(pair.Second, word)
        select AuditCase.Missing(
            this,
            family.Key.Item1,
            $"one {word}: '{pair.First.At(word)!.Text}' ({pair.First.Place}) = '{pair.Second.At(word)!.Text}' ({pair.Second.Place})",
            $"a statement which {word} was used",
            pair.First,
            pair.Second) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = "one of the two places would have to be corrected",
        };

    // Words that say how something was made; other words tell specimens apart.
    private static readonly string[] Words = ["method", "atmosphere", "instrument", "basis"];

    /// <summary>Returns the quantities among the conditions in which two claims differ.</summary>
    internal static string[] Differing(Claim first, Claim second) =>
    [
        .. first.Conditions.Keys.Where(key => second.At(key) is { Value: { } other } && first.At(key) is { Value: { } mine } condition
            && mine.Unit.Dimension == other.Unit.Dimension && !condition.Agrees(second.At(key)!)),
    ];

    /// <summary>Asks whether a condition has one value in both claims.</summary>
    internal static Question Pose(string about, string key, Claim first, Claim second, params Claim[] more) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = $"one value has one {key.Replace('_', ' ')}",
        Left = new Side($"{key.Replace('_', ' ')} of {first.Id} in {first.Place}", first.At(key)!.Value!.Unit, _ => first.Value(key)!.Value),
        Right = new Side($"{key.Replace('_', ' ')} of {second.Id} in {second.Place}", second.At(key)!.Value!.Unit, _ => second.Value(key)!.Value),
        Claims = [first, second, .. more],
        Settles = $"a statement at which {key.Replace('_', ' ')} it was measured",
        Remark = $"Both give {first.Value}.",
    };

    private static bool SameValue(Claim first, Claim second) =>
        first.Value.Unit.Dimension == second.Value.Unit.Dimension && first.Value.Interval(0.0) == second.Value.Interval(0.0);

    private static bool SameFigure(Claim first, Claim second) =>
        Figure().Matches(first.Place).Select(match => match.Value).Intersect(Figure().Matches(second.Place).Select(match => match.Value)).Any();

    [GeneratedRegex(@"(Fig\.|Table) ?S?\d+[a-z]?")]
    private static partial Regex Figure();
}
