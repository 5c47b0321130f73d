using System.Text.Json;
using Lamella.Cells.Experiments;

namespace Lamella.UseCases.Writing;

/// <summary>Members of a result file that describe a named experiment.</summary>
internal static class ExperimentJson
{
    internal static void Write(Utf8JsonWriter writer, CellExperiment experiment, ExperimentFindings findings)
    {
        writer.WriteString("experiment", experiment.Name);
        writer.WriteStartObject("settings");
        foreach (ExperimentSetting setting in experiment.Settings)
        {
            writer.WriteString(setting.Name, setting.Value);
        }

        writer.WriteEndObject();
        writer.Objects("values", findings.Values, value =>
        {
            writer.WriteString("name", value.Name);
            writer.Number("value", value.Value);
            writer.WriteString("unit", value.Unit);
            writer.WriteString("note", value.Note);
        });
        writer.Objects("columns", findings.Columns, column =>
        {
            writer.WriteString("name", column.Name);
            writer.WriteString("unit", column.Unit);
        });
        writer.Objects("rows", findings.Rows, row => Row(writer, row));
        writer.Texts("notes", findings.Notes);
    }

    private static void Row(Utf8JsonWriter writer, ReportedRow row)
    {
        writer.WriteString("label", row.Label);
        writer.WriteStartArray("values");
        foreach (double value in row.Values)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
        writer.WriteString("note", row.Note);
    }
}
