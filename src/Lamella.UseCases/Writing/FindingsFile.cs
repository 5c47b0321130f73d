using System.Globalization;
using Lamella.Cells.Experiments;

namespace Lamella.UseCases.Writing;

/// <summary>Writes the table of an experiment as CSV: a label, one column per number with its unit, a note.</summary>
internal static class FindingsFile
{
    internal static void Write(ExperimentFindings findings, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.Write("Label");
        foreach (ReportedColumn column in findings.Columns)
        {
            writer.Write($",{column.Name} / {(column.Unit.Length > 0 ? column.Unit : "1")}");
        }

        writer.Write(",Note\n");
        foreach (ReportedRow row in findings.Rows)
        {
            writer.Write(Quoted(row.Label));
            foreach (double value in row.Values)
            {
                writer.Write(',');
                writer.Write(double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty);
            }

            writer.Write($",{Quoted(row.Note)}\n");
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
