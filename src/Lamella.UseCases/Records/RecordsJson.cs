using System.Text.Json;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Entries;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Records;

/// <summary>Writes records as JSON that reads back as a file of records: JSON is YAML.</summary>
public static class RecordsJson
{
    /// <summary>Returns a file of records.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The text.</returns>
    public static string Text(IEnumerable<LiteratureRecord> records)
    {
        LiteratureRecord[] all = [.. records];
        return JsonFile.Text(writer =>
        {
            writer.WriteStartObject("systems");
            foreach (RecordedSystem system in all.Select(record => record.System).DistinctBy(system => system.Name).Where(system => !system.Attributes.IsEmpty))
            {
                writer.WriteStartObject(system.Name);
                foreach ((string key, string value) in system.Attributes)
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.Objects("records", all, record => Members(writer, record));
        });
    }

    /// <summary>Writes the members of one record.</summary>
    internal static void Members(Utf8JsonWriter writer, LiteratureRecord record)
    {
        writer.WriteString("id", record.Id);
        writer.WriteString("system", record.System.Name);
        Optional(writer, "specimen", record.Specimen);
        writer.WriteString("quantity", record.Quantity);
        writer.WriteString("value", record.Value.Printed);
        Optional(writer, "state", record.State == ReferenceState.None ? null : record.State.Text());
        if (!record.Conditions.IsEmpty)
        {
            writer.WriteStartObject("at");
            foreach ((string name, RecordCondition condition) in record.Conditions)
            {
                writer.WriteString(name, condition.Text);
            }

            writer.WriteEndObject();
        }

        Optional(writer, "method", record.Method);
        Source(writer, record.Source);
        Optional(writer, "in", record.Place);
        Optional(writer, "row", record.Row);
        writer.WriteString("confidence", record.Confidence.ToString().ToLowerInvariant());
        writer.WriteString("kind", record.Kind);
        Optional(writer, "note", record.Note);
    }

    private static void Source(Utf8JsonWriter writer, RecordSource source)
    {
        writer.WriteStartObject("source");
        string quoted = source.QuotedIn is { } review ? $"{source.Citation}; quoted in {review}, reference {source.Number}" : source.Citation;
        writer.WriteString("citation", quoted);
        Optional(writer, "authors", source.Authors);
        Optional(writer, "title", source.Title);
        Optional(writer, "journal", source.Journal);
        Optional(writer, "year", source.Year);
        Optional(writer, "volume", source.Volume);
        Optional(writer, "page", source.Page);
        Optional(writer, "doi", source.Doi);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
