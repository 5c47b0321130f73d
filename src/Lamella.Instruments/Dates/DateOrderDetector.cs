using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Dates;

/// <summary>Decides from the dates of a file in which order day and month stand.</summary>
public static class DateOrderDetector
{
    /// <summary>Decides the order.</summary>
    /// <param name="subject">The column or setting, for the user.</param>
    /// <param name="dates">The dates of the file, as written.</param>
    /// <param name="options">The order may be given there.</param>
    /// <param name="usual">The order that the vendor's software usually writes, for dates that leave it open.</param>
    /// <returns>The order and the decision for the user.</returns>
    public static (DateOrder Order, Decision Decision) Decide(
        string subject, IEnumerable<string> dates, ImportOptions options, DateOrder usual = DateOrder.MonthFirst)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(options);
        if (options.DateOrder is { } asked)
        {
            return (asked, new Decision(DecisionKind.DateOrder, subject, Name(asked), string.Empty, Overridden: true));
        }

        int open = 0, large = 0, larger = 0, dotted = 0;
        foreach (string date in dates)
        {
            if (DateText.OpenNumbers(date) is { } numbers)
            {
                open++;
                large += numbers.First > 12 ? 1 : 0;
                larger += numbers.Second > 12 ? 1 : 0;
                dotted += DateText.Separator(date) == '.' ? 1 : 0;
            }
        }

        return open == 0 ? (usual, Decision(subject, DateOrder.YearFirst, "the year stands first or the month has a name"))
            : large > 0 ? Chosen(subject, DateOrder.DayFirst, FormattableString.Invariant($"the first number is above 12 in {large} of {open} dates"))
            : larger > 0 ? Chosen(subject, DateOrder.MonthFirst, FormattableString.Invariant($"the second number is above 12 in {larger} of {open} dates"))
            : dotted == open ? Chosen(subject, DateOrder.DayFirst, "points between the numbers; no number decides")
            : Chosen(subject, usual, "no number is above 12: what this software usually writes; say --date-order if it is wrong");
    }

    private static (DateOrder Order, Decision Decision) Chosen(string subject, DateOrder order, string evidence) =>
        (order, Decision(subject, order, evidence));

    private static Decision Decision(string subject, DateOrder order, string evidence) =>
        new(DecisionKind.DateOrder, subject, Name(order), evidence);

    private static string Name(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "day first",
        DateOrder.YearFirst => "year first",
        _ => "month first",
    };
}
