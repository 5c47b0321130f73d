using System.Collections.Immutable;
using System.Text.Json;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>One real file with what is known of it.</summary>
/// <param name="File">Path below <c>data/instruments</c>.</param>
/// <param name="Format">The folder, which names the format.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Expected">What is known.</param>
internal sealed record ManifestFile(string File, string Format, string Sha256, JsonElement Expected)
{
    /// <summary>Gets the number of records; null where the file holds none.</summary>
    internal long? Rows => Expected.TryGetProperty("rows", out JsonElement rows) && rows.ValueKind == JsonValueKind.Number ? rows.GetInt64() : null;

    /// <summary>Gets the numeric columns.</summary>
    internal IEnumerable<ColumnFacts> NumericColumns => !Expected.TryGetProperty("column_stats", out JsonElement stats) ? [] : stats.EnumerateObject()
        .Where(column => column.Value.GetProperty("type").GetString() == "number")
        .Select(column => new ColumnFacts(column.Name, column.Value));

    /// <summary>Gets the names of the files whose format a filter names: <c>LAMELLA_FORMAT=neware_nda</c>; all without filter.</summary>
    internal static ImmutableArray<string> Names() => [.. All().Select(file => file.File)];

    /// <summary>Reads the manifest; empty where the shared folder is absent.</summary>
    internal static ImmutableArray<ManifestFile> All() => Loaded.Value;

    /// <summary>Gets the entry of a file.</summary>
    internal static ManifestFile Of(string file) => All().Single(entry => entry.File == file);

    private static readonly Lazy<ImmutableArray<ManifestFile>> Loaded = new(Load);

    private static ImmutableArray<ManifestFile> Load()
    {
        if (CorpusFolder.Path is not { } folder)
        {
            return [];
        }

        string? only = Environment.GetEnvironmentVariable("LAMELLA_FORMAT");
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "manifest.json")));
        return [.. document.RootElement.GetProperty("files").EnumerateArray()
            .Select(entry => new ManifestFile(
                entry.GetProperty("file").GetString()!, entry.GetProperty("format").GetString()!, entry.GetProperty("sha256").GetString()!,
                entry.GetProperty("expected").Clone()))
            .Where(entry => string.IsNullOrEmpty(only) || entry.Format == only)];
    }
}
