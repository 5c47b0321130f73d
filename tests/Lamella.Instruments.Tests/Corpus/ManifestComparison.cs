using System.Text.Json;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Compares what was read from a real file with what the manifest knows of it.</summary>
internal static class ManifestComparison
{
    // These readers count the rows of the table of interest; the file holds further ones, which are compared by name below.
    private static readonly string[] OneTableFormats = ["gamry_dta", "parstat", "arbin_res", "arbin_xlsx", "palmsens_pssession", "ivium"];

    /// <summary>Lists what differs; empty where every known row, number, cycle and step is as known.</summary>
    internal static string[] Differences(ManifestFile entry, Recording recording) =>
    [
        .. Rows(entry, recording),
        .. entry.NumericColumns.Select(column => Difference(entry.Format, recording, column)).OfType<string>(),
        .. Counts(entry, recording),
        .. recording.Shortfalls.Select(shortfall => $"a whole file misses something: {shortfall}"),
    ];

    private static IEnumerable<string> Rows(ManifestFile entry, Recording recording)
    {
        if ((ManifestErrata.RowsOf(entry.File) ?? entry.Rows) is not { } rows)
        {
            yield break;
        }

        bool isOneTable = OneTableFormats.Contains(entry.Format);
        if (recording.RowCount != rows && !(isOneTable && (KnownTables(entry).Any() || recording.Tables.Any(table => table.RowCount == rows))))
        {
            yield return $"{rows} rows are known; {recording.RowCount} were read, in tables of {string.Join(", ", recording.Tables.Select(table => table.RowCount))}";
        }

        foreach ((string name, long known) in KnownTables(entry))
        {
            if (!recording.Tables.Any(table => table.Name == name && table.RowCount == known))
            {
                yield return $"{known} rows of table {name} are known";
            }
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

    private static IEnumerable<string> Counts(ManifestFile entry, Recording recording)
    {
        foreach ((string key, ColumnRole[] roles) in new[] { ("cycles", new[] { ColumnRole.Cycle }), ("steps", new[] { ColumnRole.ProgramStep, ColumnRole.RunStep }) })
        {
            if (!entry.Expected.TryGetProperty(key, out JsonElement number) || number.ValueKind != JsonValueKind.Number || number.GetInt64() == 0)
            {
                continue;
            }

            long[] counts = [.. recording.Tables.SelectMany(table => table.Columns).Where(column => roles.Contains(column.Role))
                .Select(column => (long)column.Values.ToNumbers().Where(double.IsFinite).Distinct().Count())];
            if (!counts.Contains(number.GetInt64()))
            {
                yield return $"{number.GetInt64()} {key} are known; counted are {string.Join(", ", counts)}";
            }
        }
    }
}
