using System.Collections.Immutable;
using Lamella.Audit.Checks;
using Lamella.Audit.Claims;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Verdicts;

/// <summary>Answers a question: at the usual assumptions, over their whole ranges, and where the answer turns.</summary>
/// <remarks>
/// Contradicted: the sides do not meet anywhere in the ranges of the assumptions. Consistent: they meet at the usual values.
/// Undetermined: they meet only elsewhere in the ranges, or the relation is a rule of experience and they do not meet.
/// </remarks>
internal static class Judge
{
    private const double Rounding = 1e-9;

    internal static Verdict Answer(ICheck check, Question question, AssumptionSet assumptions)
    {
        try
        {
            return Compare(check, question, assumptions);
        }
        catch (ArgumentException outside)
        {
            // A law refuses what it is not made for, such as an interval that reaches below zero: nothing can be said then.
            return AuditCase.Missing(check, question.About, question.Words, "values within the range of the rule", question.Claims) with
            {
                Remark = $"The rule cannot be applied: {outside.Message}",
            };
        }
    }

    private static Verdict Compare(ICheck check, Question question, AssumptionSet assumptions)
    {
        ImmutableArray<string> names = Names(question);
        var usual = new AssumptionValues(assumptions);
        (Interval left, Interval right) = Sides(question, usual);
        if (!IsNumber(left) || !IsNumber(right))
        {
            // Such as the activation energy between a conductivity and zero.
            return AuditCase.Missing(check, question.About, question.Words, "values from which the rule gives a number; zero may leave none", question.Claims) with
            {
                Remark = question.Remark,
            };
        }

        bool meets = Gap(question.Relation, left, right) <= 0.0;
        bool meetsSomewhere = meets || MeetsInRange(question, Corners(names, assumptions, usual));
        Outcome outcome = meets ? Outcome.Consistent
            : meetsSomewhere || question.IsRuleOfExperience ? Outcome.Undetermined
            : Outcome.Contradicted;
        ImmutableArray<UsedAssumption> used = [.. names.Select(name => Use(question, assumptions.Get(name), usual))];
        return new Verdict
        {
            Outcome = outcome,
            Check = check.Name,
            About = question.About,
            Relation = question.Words,
            Left = new VerdictSide(question.Left.Text, left, question.Left.Unit),
            Right = new VerdictSide(question.Right.Text, right, question.Right.Unit),
            Gap = Math.Max(0.0, Gap(question.Relation, left, right)),
            Claims = question.Claims,
            Assumptions = used,
            Reference = check.Reference,
            WouldChange = Change(question, left, right, meets, used),
            Settles = outcome == Outcome.Consistent ? string.Empty : question.Settles,
            Remark = question.Remark,
        };
    }

    /// <summary>Tells how far two sides are apart, relative to the larger middle; zero or less where they meet.</summary>
    internal static double Gap(Relation relation, Interval left, Interval right)
    {
        double above = left.Low - right.High, below = right.Low - left.High;
        double distance = relation == Relation.AtMost ? above : Math.Max(above, below);
        double size = Math.Max(Size(left), Size(right));
        return distance <= Rounding * size ? 0.0 : size > 0.0 ? distance / size : distance;
    }

    private static bool IsNumber(Interval side) => !double.IsNaN(side.Low) && !double.IsNaN(side.High);

    private static double Size(Interval side) =>
        side.IsFinite ? Math.Max(Math.Abs(side.Low), Math.Abs(side.High)) : double.IsInfinity(side.Middle) ? 0.0 : Math.Abs(side.Middle);

    // The width of "about" belongs to every question that rests on such a claim.
    private static ImmutableArray<string> Names(Question question) =>
        question.Claims.Any(claim => claim.Value.Qualifier == FactQualifier.About) && !question.Assumptions.Contains(UsualAssumptions.About)
            ? question.Assumptions.Add(UsualAssumptions.About)
            : question.Assumptions;

    // The sides move continuously with the assumptions: where they change order between two corners, they meet between.
    private static bool MeetsInRange(Question question, IEnumerable<AssumptionValues> corners)
    {
        int[] orders = [.. corners.Select(values => Order(question, values))];
        return orders.Contains(0) || (orders.Contains(1) && orders.Contains(-1));
    }

    private static int Order(Question question, AssumptionValues values)
    {
        (Interval left, Interval right) = Sides(question, values);
        return Gap(question.Relation, left, right) <= 0.0 ? 0 : left.Low > right.High ? 1 : -1;
    }

    private static (Interval Left, Interval Right) Sides(Question question, AssumptionValues values) =>
        (question.Left.Value(values), question.Right.Value(values));

    private static IEnumerable<AssumptionValues> Corners(ImmutableArray<string> names, AssumptionSet assumptions, AssumptionValues start)
    {
        IEnumerable<AssumptionValues> corners = [start];
        foreach (string name in names)
        {
            Assumption assumption = assumptions.Get(name);
            corners = corners.SelectMany(values => new[]
            {
                values.With(name, assumption.Low), values, values.With(name, assumption.High),
            });
        }

        return corners;
    }

    private static UsedAssumption Use(Question question, Assumption assumption, AssumptionValues usual)
    {
        int order = Order(question, usual);
        double? turns = new[] { assumption.Low, assumption.High }
            .Where(end => Order(question, usual.With(assumption.Name, end)) != order)
            .Select(end => (double?)Turn(question, assumption, usual, order, end))
            .FirstOrDefault();
        return new UsedAssumption(assumption.Name, assumption.Usual, assumption.Low, assumption.High, assumption.Unit, turns);
    }

    private static double Turn(Question question, Assumption assumption, AssumptionValues usual, int order, double end)
    {
        double same = assumption.Usual, other = end;
        for (int halving = 0; halving < 40; halving++)
        {
            double middle = 0.5 * (same + other);
            (same, other) = Order(question, usual.With(assumption.Name, middle)) == order ? (middle, other) : (same, middle);
        }

        return other;
    }

    private static string Change(Question question, Interval left, Interval right, bool meets, ImmutableArray<UsedAssumption> used)
    {
        string[] turns =
        [
            .. used.Where(item => item.TurnsAt is not null).Select(item =>
                $"{(meets ? "would no longer fit" : "would fit")} with {item.Name} {(item.TurnsAt > item.Usual ? "above" : "below")} "
                + SideText.Of(Interval.Exactly(Unit.Parse(item.Unit).ToSi(item.TurnsAt!.Value)), Unit.Parse(item.Unit))),
        ];
        string needed = meets ? string.Empty : Needed(question, left, right);
        return string.Join("; ", turns.Append(needed).Where(text => text.Length > 0));
    }

    private static string Needed(Question question, Interval left, Interval right)
    {
        bool tooHigh = left.Low > right.High;
        double from = tooHigh ? left.Low : left.High, to = tooHigh ? right.High : right.Low;
        string change = from != 0.0 && to / from > 0.0 && Math.Abs(to / from) is > 0.1 and < 10.0
            ? FormattableString.Invariant($" ({100.0 * ((to / from) - 1.0):+0.0;-0.0} %)")
            : string.Empty;
        return $"'{question.Left.Text}' would have to be {(tooHigh ? "at most" : "at least")} "
            + $"{SideText.Of(Interval.Exactly(to), question.Left.Unit)}{change}";
    }
}
