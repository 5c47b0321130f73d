using System.Text.Json;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Every real file is read whole: rows exactly, numbers within their stored precision.</summary>
/// <remarks><c>LAMELLA_FORMAT=neware_nda</c> runs the files of one folder.</remarks>
[Trait("Level", "published")]
public sealed class ManifestTests
{
    // These readers count the rows of the table of interest; the file holds further ones, which are compared by name below.
    private static readonly string[] OneTableFormats = ["gamry_dta", "parstat", "arbin_res", "arbin_xlsx", "palmsens_pssession", "ivium"];

    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_RealFile_HasEveryRowAndNumber(string file)
    {
        string path = CorpusFolder.Require(file);
        ManifestFile entry = ManifestFile.Of(file);

        Recording recording = InstrumentReader.Read(path);

        recording.File.Sha256.ShouldBe(entry.Sha256);
        string folder = entry.Format.Replace('_', '-');
        (recording.Format == folder || recording.Format.StartsWith(folder + "-", StringComparison.Ordinal)).ShouldBeTrue($"read as {recording.Format}");
        CheckRows(entry, recording);
        entry.NumericColumns.Select(column => Difference(entry.Format, recording, column)).OfType<string>().ShouldBeEmpty(file);
        CheckCounts(entry, recording);
        recording.Shortfalls.ShouldBeEmpty("A whole file has nothing missing.");
    }

    private static void CheckRows(ManifestFile entry, Recording recording)
    {
        if ((ManifestErrata.RowsOf(entry.File) ?? entry.Rows) is not { } rows)
        {
            return;
        }

        if (OneTableFormats.Contains(entry.Format))
        {
            (recording.RowCount == rows || KnownTables(entry).Any() || recording.Tables.Any(table => table.RowCount == rows)).ShouldBeTrue(
                $"{rows} rows are known; the tables have {string.Join(", ", recording.Tables.Select(table => table.RowCount))}.");
        }
        else
        {
            recording.RowCount.ShouldBe(rows);
        }

        foreach ((string name, long known) in KnownTables(entry))
        {
            recording.Tables.Where(table => table.Name == name).Select(table => (long)table.RowCount).ShouldContain(known, $"table {name}");
        }
    }

    /// <summary>Lists the tables that the manifest knows by name; empty ones need not be kept.</summary>
    private static IEnumerable<(string Name, long Rows)> KnownTables(ManifestFile entry)
    {
        if (!entry.Expected.TryGetProperty("tables", out JsonElement tables))
        {
            return [];
        }

        var known = tables.ValueKind == JsonValueKind.Array
            ? tables.EnumerateArray().Select(table => (table.GetProperty("name").GetString()!, table.GetProperty("rows").GetInt64()))
            : tables.EnumerateObject().Select(table => (table.Name, table.Value.GetInt64()));
        return known.Where(table => table.Item2 > 0);
    }

    private static string? Difference(string format, Recording recording, ColumnFacts known)
    {
        var byName = new ColumnAlias(format, known.Name, table => Column(table, known.Name)?.Values.ToNumbers());
        string?[] differences = [.. ColumnAliases.Find(format, known.Name).Prepend(byName).Select(alias => Difference(alias, recording, known))];
        return differences.Any(difference => difference is null) ? null : string.Join("; or ", differences);
    }

    private static string? Difference(ColumnAlias alias, Recording recording, ColumnFacts known)
    {
        double[][] found = [.. recording.Tables.Select(alias.Values).OfType<double[]>()];
        if (found.Length == 0)
        {
            return $"{known.Name}: no such column";
        }

        // The columns of several tables follow one another, or the manifest knows one table.
        string? difference = known.Difference([.. found.SelectMany(part => part)], alias.Tolerance, alias.Relative);
        return difference is null || found.Any(part => known.Difference(part, alias.Tolerance, alias.Relative) is null) ? null : $"{known.Name}: {difference}";
    }

    /// <summary>Finds a column by the vendor's name, or by that name without its unit.</summary>
    private static RecordingColumn? Column(RecordingTable table, string name) =>
        table.Find(name) ?? table.Columns.FirstOrDefault(column => column.Name.StartsWith(name + "/", StringComparison.Ordinal));

    private static void CheckCounts(ManifestFile entry, Recording recording)
    {
        foreach ((string key, ColumnRole[] roles) in new[] { ("cycles", new[] { ColumnRole.Cycle }), ("steps", new[] { ColumnRole.ProgramStep, ColumnRole.RunStep }) })
        {
            if (entry.Expected.TryGetProperty(key, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.GetInt64() > 0)
            {
                var counts = recording.Tables.SelectMany(table => table.Columns).Where(column => roles.Contains(column.Role))
                    .Select(column => (long)column.Values.ToNumbers().Where(double.IsFinite).Distinct().Count());
                counts.ShouldContain(number.GetInt64(), $"{key} of {entry.File}");
            }
        }
    }
}
