using System.Globalization;
using Lamella.Analysis.Techniques;
using Lamella.Core.Provenance;
using Lamella.UseCases.Analyses;

namespace Lamella.Cli.Printing;

/// <summary>An analysis as text: quantities with uncertainties, tables, what to mind, what the data cannot say.</summary>
internal static class AnalysisSheet
{
    private const int MostRows = 40;

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Where it was written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(AnalysisReport report, string? folder, TextWriter output)
    {
        AnalysisOutcome outcome = report.Outcome;
        output.WriteLine($"{outcome.Title} ({outcome.Method})");
        int width = outcome.Quantities.Select(found => found.Name.Length).DefaultIfEmpty(0).Max();
        foreach (FoundQuantity found in outcome.Quantities)
        {
            output.WriteLine($"  {found.Name.PadRight(width)}  {Value(found)}{Interval(found)}{State(found)}");
        }

        foreach (OutcomeTable table in outcome.Tables)
        {
            PrintTable(table, output);
        }

        PrintLines("to mind", outcome.Warnings.Select(warning => $"{warning.Level.ToString().ToLowerInvariant()} [{warning.Code}] {warning.Text}"), output);
        PrintLines("these data cannot say", outcome.CannotSay, output);
        PrintLines("basis", outcome.Basis, output);
        PrintLines("notes", report.Notes, output);
        output.WriteLine(folder is null ? "Nothing was written: add --output FOLDER." : $"written: {Path.Combine(folder, "result.json")} and {Path.Combine(folder, "dossier.html")}");
    }

    private static void PrintLines(string heading, IEnumerable<string> lines, TextWriter output)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            output.WriteLine(heading);
        }

        foreach (string line in all)
        {
            output.WriteLine($"  {line}");
        }
    }

    private static void PrintTable(OutcomeTable table, TextWriter output)
    {
        string[] heads = [.. table.Columns.Select(column => column.Unit.Length > 0 ? $"{column.Name} [{column.Unit}]" : column.Name)];
        string[][] rows = [.. table.Rows.Take(MostRows).Select(row => row.Select(Text).ToArray())];
        int[] widths = [.. heads.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max())];
        output.WriteLine(table.Title);
        output.WriteLine(Line(heads, widths, table));
        foreach (string[] row in rows)
        {
            output.WriteLine(Line(row, widths, table));
        }

        if (table.Rows.Length > MostRows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {table.Rows.Length - MostRows} rows more, in result.json and on the page"));
        }
    }

    private static string Line(string[] cells, int[] widths, OutcomeTable table) => ("  " + string.Join("  ", cells.Select((cell, i) =>
        table.Rows.Any(row => row[i].Text is not null) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))).TrimEnd();

    private static string Text(OutcomeCell cell) =>
        cell.Text ?? (cell.Number is { } number ? number.ToString("G5", CultureInfo.InvariantCulture) : "-");

    private static string Value(FoundQuantity found)
    {
        (double value, double spread) = (found.Value.Value, found.Value.Uncertainty);
        string unit = found.Value.Unit.Symbol == "1" ? string.Empty : " " + found.Value.Unit.Symbol;
        if (!(spread > 0.0))
        {
            return value.ToString("G5", CultureInfo.InvariantCulture) + unit;
        }

        // Two digits of the uncertainty decide how many the value shows.
        int place = (int)Math.Floor(Math.Log10(spread)) - 1;
        if (place > -9 && Math.Abs(value) < 1e7)
        {
            string plain = "F" + Math.Max(0, -place).ToString(CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(plain, CultureInfo.InvariantCulture)} +- {spread.ToString(plain, CultureInfo.InvariantCulture)}{unit}");
        }

        if (spread < 1e-9 * Math.Abs(value))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{value:G6} +- {spread:G1}{unit}"); // round-off of exact data
        }

        // One power of ten for both, so that their digits can be compared.
        int power = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(value), spread)));
        string format = "F" + Math.Clamp(power - place, 1, 15).ToString(CultureInfo.InvariantCulture);
        double scale = Math.Pow(10.0, -power);
        return string.Create(CultureInfo.InvariantCulture, $"({(scale * value).ToString(format, CultureInfo.InvariantCulture)} +- {(scale * spread).ToString(format, CultureInfo.InvariantCulture)})E{power:+00;-00}{unit}");
    }

    // Four digits, and more where the ends of a narrow interval would otherwise look alike.
    private static string Interval(FoundQuantity found)
    {
        if (found.Low is not { } low || found.High is not { } high)
        {
            return string.Empty;
        }

        (double size, double half) = (Math.Max(Math.Abs(low), Math.Abs(high)), 0.5 * Math.Abs(high - low));
        int digits = half > 0.0 && double.IsFinite(size)
            ? (int)Math.Clamp(Math.Floor(Math.Log10(size)) - Math.Floor(Math.Log10(half)) + 2.0, 4.0, 10.0) : 4;
        string format = "G" + digits.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"  (95 %: {low.ToString(format, CultureInfo.InvariantCulture)} to {high.ToString(format, CultureInfo.InvariantCulture)})");
    }

    private static string State(FoundQuantity found) => found.Value.State == ReferenceState.None ? string.Empty : $"  state: {found.Value.State.Text()}";
}
