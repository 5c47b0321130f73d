using System.Text;
using System.Text.Json;

namespace Lamella.UseCases.Writing;

/// <summary>Writes JSON as a result file: indented, UTF-8, one line feed at the end, keys that carry their unit.</summary>
internal static class JsonFile
{
    /// <summary>Writes one object to a stream.</summary>
    /// <param name="stream">Receives the text.</param>
    /// <param name="content">Writes the members of the root object.</param>
    internal static void Write(Stream stream, Action<Utf8JsonWriter> content)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Returns one object as text.</summary>
    /// <param name="content">Writes the members of the root object.</param>
    /// <returns>The JSON text.</returns>
    internal static string Text(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        Write(buffer, content);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes an array of objects.</summary>
    internal static void Objects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    internal static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (string item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a number, or null where there is none.</summary>
    internal static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
