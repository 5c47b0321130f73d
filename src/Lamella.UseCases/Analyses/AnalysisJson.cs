using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lamella.Analysis.Techniques;
using Lamella.Core.Provenance;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Analyses;

/// <summary>Writes an analysis as members of a JSON object; a missing number is null, never NaN.</summary>
internal static class AnalysisJson
{
    internal static void Members(Utf8JsonWriter writer, AnalysisReport report)
    {
        AnalysisOutcome outcome = report.Outcome;
        writer.WriteString("technique", report.Technique);
        writer.WriteString("title", outcome.Title);
        writer.Objects("quantities", outcome.Quantities, found => Quantity(writer, found));
        writer.Objects("tables", outcome.Tables, table => Table(writer, table));
        writer.Objects("warnings", outcome.Warnings, warning =>
        {
            writer.WriteString("code", warning.Code);
            writer.WriteString("level", warning.Level.ToString().ToLowerInvariant());
            writer.WriteString("text", warning.Text);
        });
        writer.Texts("cannot_say", outcome.CannotSay);
        writer.Texts("basis", outcome.Basis);
        writer.Texts("notes", report.Notes);
        writer.Objects("settings", report.Settings, setting =>
        {
            writer.WriteString("name", setting.Name);
            writer.WriteString("value", setting.Value);
        });
        writer.Objects("measurements", report.Measurements, item =>
        {
            writer.WriteString("file", item.File);
            writer.WriteString("name", item.Name);
            writer.WriteString("kind", item.Kind);
            writer.WriteNumber("samples", item.Samples);
            writer.WriteString("sha256", item.Sha256);
            writer.WriteString("origin", item.Origin);
        });
        RunJson.Provenance(writer, new ResultProvenance(outcome.Method, [], AnalysisReport.Version, InputHash(report)));
    }

    /// <summary>SHA-256 over the hashes of the files and the settings: what makes the same result again.</summary>
    internal static string InputHash(AnalysisReport report)
    {
        var text = new StringBuilder(report.Technique);
        foreach (AnalysedMeasurement item in report.Measurements)
        {
            text.Append('\n').Append(item.Sha256).Append(' ').Append(item.Name);
        }

        foreach ((string name, string value) in report.Settings)
        {
            text.Append('\n').Append(name).Append('=').Append(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Quantity(Utf8JsonWriter writer, FoundQuantity found)
    {
        writer.WriteString("key", found.Key);
        writer.WriteString("name", found.Name);
        writer.WriteNumber("value", found.Value.Value);
        writer.WriteString("unit", found.Value.Unit.Symbol);
        writer.Number("standard_uncertainty", found.Value.Uncertainty > 0.0 ? found.Value.Uncertainty : null);
        writer.Number("low_95", found.Low);
        writer.Number("high_95", found.High);
        if (found.Value.State != ReferenceState.None)
        {
            writer.WriteString("reference_state", found.Value.State.Text());
        }

        if (found.Value.Temperature is { } temperature)
        {
            writer.Number("temperature_K", temperature);
        }

        if (found.IsLowerBound)
        {
            writer.WriteBoolean("is_lower_bound", true);
        }

        if (!found.Conditions.IsEmpty)
        {
            writer.WriteStartObject("conditions");
            foreach ((string name, string value) in found.Conditions)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteString("meaning", found.Meaning);
    }

    private static void Table(Utf8JsonWriter writer, OutcomeTable table)
    {
        writer.WriteString("title", table.Title);
        writer.Objects("columns", table.Columns, column =>
        {
            writer.WriteString("name", column.Name);
            writer.WriteString("unit", column.Unit);
        });
        writer.WriteStartArray("rows");
        foreach (ImmutableArray<OutcomeCell> row in table.Rows)
        {
            writer.WriteStartArray();
            foreach (OutcomeCell cell in row)
            {
                Cell(writer, cell);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Cell(Utf8JsonWriter writer, OutcomeCell cell)
    {
        if (cell.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else if (cell.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
