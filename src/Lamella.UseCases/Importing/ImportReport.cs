using System.Collections.Immutable;
using System.Text.Json;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>A finished import.</summary>
/// <param name="Files">The files, in the order of reading.</param>
public sealed record ImportReport(ImmutableArray<ImportedFile> Files)
{
    /// <summary>Gets the number of records read.</summary>
    public long RowsIn => Files.Sum(file => file.RowsIn);

    /// <summary>Gets the number of records written.</summary>
    public long RowsOut => Files.Sum(file => file.RowsOut);

    /// <summary>Returns the index as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    /// <summary>Writes the index into the folder of the result.</summary>
    internal void WriteIndex(string folder)
    {
        using FileStream stream = File.Create(Path.Combine(folder, ResultFolder.SummaryFile));
        JsonFile.Write(stream, Members);
    }

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteNumber("rows_in", RowsIn);
        writer.WriteNumber("rows_out", RowsOut);
        writer.Objects("files", Files, file => RecordingJson.Members(writer, file));
    }
}
