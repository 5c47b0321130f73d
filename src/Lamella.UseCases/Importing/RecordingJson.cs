using System.Text.Json;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>Writes what an instrument file holds as members of a JSON object.</summary>
internal static class RecordingJson
{
    /// <summary>Writes a file of an import.</summary>
    internal static void Members(Utf8JsonWriter writer, ImportedFile file)
    {
        writer.WriteString("file", file.Path);
        if (file.Recording is not { } recording)
        {
            writer.WriteString("failure", file.Failure);
            return;
        }

        Members(writer, recording);
        writer.WriteNumber("rows_in", file.RowsIn);
        writer.WriteNumber("rows_out", file.RowsOut);
        writer.Objects("written", file.Written, written =>
        {
            writer.WriteString("file", written.File);
            writer.WriteNumber("rows", written.Rows);
        });
        writer.WriteString("columns_written", file.Columns);
        writer.Objects("measurements", file.Measurements, item =>
        {
            writer.WriteString("name", item.Name);
            writer.WriteString("kind", item.Kind);
            writer.WriteNumber("rows", item.Rows);
            writer.WriteNumber("left_out", item.LeftOut);
        });
        writer.Texts("notes", file.Notes);
    }

    /// <summary>Writes a recording.</summary>
    internal static void Members(Utf8JsonWriter writer, Recording recording)
    {
        writer.WriteString("sha256", recording.File.Sha256);
        writer.WriteNumber("bytes", recording.File.Length);
        writer.WriteString("format", recording.Format);
        writer.WriteString("format_version", recording.FormatVersion);
        writer.WriteString("instrument", recording.Instrument);
        writer.WriteString("technique", recording.Technique);
        writer.WriteString("started_local", recording.Started?.Local.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
        writer.Objects("tables", recording.Tables, table => Table(writer, table));
        writer.Objects("decisions", recording.Decisions, decision =>
        {
            writer.WriteString("about", decision.Kind.ToString());
            writer.WriteString("subject", decision.Subject);
            writer.WriteString("choice", decision.Choice);
            writer.WriteString("evidence", decision.Evidence);
            writer.WriteBoolean("overridden", decision.Overridden);
        });
        writer.Objects("operations", recording.Operations, operation => Operation(writer, operation));
        writer.Texts("warnings", recording.Warnings);
        writer.Texts("missing", recording.Shortfalls.Select(shortfall => shortfall.ToString()));
        writer.Objects("settings", recording.Settings, setting =>
        {
            writer.WriteString("section", setting.Section);
            writer.WriteString("name", setting.Name);
            writer.WriteString("text", setting.Text);
        });
    }

    private static void Operation(Utf8JsonWriter writer, AppliedOperation operation)
    {
        writer.WriteString("name", operation.Name);
        writer.WriteString("operation", operation.Text);
        writer.WriteString("table", operation.Table);
        writer.WriteNumber("rows_in", operation.RowsIn);
        writer.WriteNumber("rows_out", operation.RowsOut);
        writer.Objects("rows_taken", operation.RowsTaken, run =>
        {
            writer.WriteNumber("first", run.First);
            writer.WriteNumber("last", run.Last);
            writer.WriteNumber("stride", run.Stride);
        });
        writer.Texts("notes", operation.Notes);
    }

    private static void Table(Utf8JsonWriter writer, RecordingTable table)
    {
        writer.WriteString("name", table.Name);
        writer.WriteString("technique", table.Technique);
        writer.WriteNumber("rows", table.RowCount);
        writer.WriteBoolean("summary", table.IsSummary);
        writer.Number("stated_rows", table.StatedRowCount);
        writer.Objects("columns", table.Columns, column =>
        {
            writer.WriteString("name", column.Name);
            writer.WriteString("unit", column.Unit);
            writer.WriteString("role", column.Role.ToString());
            writer.WriteString("scope", column.Scope.ToString());
            writer.WriteBoolean("derived", column.IsDerived);
            writer.WriteBoolean("known", column.IsKnown);
            writer.Number("si_factor", column.Scale?.Factor);
            writer.WriteString("si_unit", column.Scale?.Unit);
        });
    }
}
