using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>Decides from the cells of a table which decimal mark it is written with.</summary>
public static class NumberStyleDetector
{
    private const int MostLines = 20_000;

    /// <summary>Decides the decimal mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Where the rows stand; its number style is not looked at.</param>
    /// <param name="options">The mark may be given there.</param>
    /// <returns>The style and the decision for the user.</returns>
    /// <exception cref="Core.Errors.InputException">Some numbers have a decimal point and some a decimal comma.</exception>
    public static (NumberStyle Style, Decision Decision) Decide(TextContent text, DelimitedLayout layout, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (options.DecimalMark is { } asked)
        {
            return (new NumberStyle(asked), new Decision(DecisionKind.DecimalMark, "numbers", Name(asked), string.Empty, Overridden: true));
        }

        MarkCensus census = Count(text, layout);
        if (census.Commas > 0 && census.Points > 0 && !census.CommasGroup && !census.PointsGroup)
        {
            bool commasAreFewer = census.Commas <= census.Points;
            throw text.Error(
                commasAreFewer ? census.FirstComma : census.FirstPoint, 0,
                FormattableString.Invariant($"The file mixes decimal marks: {census.Points} numbers have a point and {census.Commas} a comma."),
                "one decimal mark in a file.",
                "Correct the cells, or say which mark holds with --decimal; cells with the other one are then kept as text.");
        }

        return Choose(census);
    }

    private static (NumberStyle Style, Decision Decision) Choose(MarkCensus census)
    {
        bool commaGroups = census.CommasGroup && (census.Points > 0 || census.GroupThenPoint > 0);
        if (census.Commas + census.PointThenGroup > census.Points + census.GroupThenPoint && !commaGroups)
        {
            bool pointGroups = census.PointsGroup;
            string doubt = census.CommasGroup ? "; they could also separate thousands: say --decimal . if so" : string.Empty;
            return (new NumberStyle(',', pointGroups ? '.' : '\0'), Decision(',', FormattableString.Invariant(
                $"{census.Commas} numbers have a comma, {census.Points} a point{doubt}")));
        }

        return (new NumberStyle('.', commaGroups ? ',' : '\0'), Decision('.', FormattableString.Invariant(
            $"{census.Points} numbers have a point, {census.Commas} a comma{(commaGroups ? " that separates thousands" : string.Empty)}")));
    }

    private static MarkCensus Count(TextContent text, DelimitedLayout layout)
    {
        int end = layout.EndLine < 0 ? text.LineCount : Math.Min(layout.EndLine, text.LineCount);
        var census = new MarkCensus();
        for (int line = layout.FirstLine; line < Math.Min(end, layout.FirstLine + MostLines); line++)
        {
            var cells = new CellSplitter(text.Bytes(line), layout.Delimiter);
            while (cells.MoveNext())
            {
                census.Add(cells.Current.Trim(" \t"u8), line);
            }
        }

        return census;
    }

    private static string Name(char mark) => mark == ',' ? "decimal comma" : "decimal point";

    private static Decision Decision(char mark, string evidence) => new(DecisionKind.DecimalMark, "numbers", Name(mark), evidence);
}
