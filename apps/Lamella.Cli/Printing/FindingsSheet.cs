using System.Globalization;
using Lamella.Cells.Experiments;

namespace Lamella.Cli.Printing;

/// <summary>The findings of an experiment as text: settings, table, numbers, what to mind.</summary>
internal static class FindingsSheet
{
    private const int MostItems = 8;

    internal static void Print(ExperimentResult result, TextWriter output)
    {
        ExperimentFindings findings = result.Findings;
        output.WriteLine($"{result.Experiment.Name}: {string.Join("; ", result.Experiment.Settings.Select(setting => $"{setting.Name} {Short(setting.Value)}"))}");
        if (!findings.Rows.IsEmpty)
        {
            PrintTable(findings, output);
        }

        foreach (ReportedValue value in findings.Values)
        {
            string note = value.Note.Length > 0 ? $" ({value.Note})" : string.Empty;
            output.WriteLine($"{value.Name}: {Number(value.Value)}{(value.Unit.Length > 0 ? " " + value.Unit : string.Empty)}{note}");
        }

        foreach (string note in findings.Notes)
        {
            output.WriteLine(note);
        }
    }

    /// <summary>A long list by its first and last values; result.json has all.</summary>
    private static string Short(string value)
    {
        string[] items = value.Split(", ");
        return items.Length <= MostItems ? value
            : string.Create(CultureInfo.InvariantCulture, $"{items[0]}, {items[1]}, … {items[^1]} ({items.Length})");
    }

    private static void PrintTable(ExperimentFindings findings, TextWriter output)
    {
        int label = Math.Max(8, findings.Rows.Max(row => row.Label.Length)) + 2;
        int[] widths = [.. findings.Columns.Select(column => Math.Max(10, Math.Max(column.Name.Length, column.Unit.Length + 2) + 2))];
        output.WriteLine(new string(' ', label) + string.Concat(findings.Columns.Select((column, i) => column.Name.PadLeft(widths[i]))));
        output.WriteLine(new string(' ', label) + string.Concat(findings.Columns.Select((column, i) => (column.Unit.Length > 0 ? $"[{column.Unit}]" : string.Empty).PadLeft(widths[i]))));
        foreach (ReportedRow row in findings.Rows)
        {
            output.WriteLine(row.Label.PadRight(label) + string.Concat(row.Values.Select((value, i) => Number(value).PadLeft(widths[i]))));
            if (row.Note.Length > 0)
            {
                output.WriteLine($"    {row.Note}");
            }
        }
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("G5", CultureInfo.InvariantCulture) : "–";
}
