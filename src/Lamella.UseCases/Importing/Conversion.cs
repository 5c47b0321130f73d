using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>A finished conversion.</summary>
/// <param name="Recording">What was written: what stands in the file, or what the operations made of it.</param>
/// <param name="RowsIn">Records in the file.</param>
/// <param name="Written">The files written, with their rows.</param>
public sealed record Conversion(Recording Recording, long RowsIn, ImmutableArray<(string File, long Rows)> Written)
{
    /// <summary>Gets the file beside a text that says what was applied to it; empty where nothing was, or where the file itself says so.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Returns what was converted, applied and written as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonFile.Text(Members);

    /// <summary>Writes it as the members of a JSON object.</summary>
    internal void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("file", Recording.File.Path);
        writer.WriteNumber("rows_in", RowsIn);
        writer.Objects("files", Written, file =>
        {
            writer.WriteString("file", file.File);
            writer.WriteNumber("rows", file.Rows);
        });
        RecordingJson.Members(writer, Recording);
    }
}
