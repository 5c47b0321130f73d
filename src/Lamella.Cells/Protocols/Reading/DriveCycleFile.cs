using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>A column of loads with its times.</summary>
/// <param name="Dimension">Dimension of the loads.</param>
/// <param name="Time">Times from 0 [s], increasing.</param>
/// <param name="Values">Loads in SI.</param>
internal sealed record LoadColumn(Dimension Dimension, ImmutableArray<double> Time, ImmutableArray<double> Values);

/// <summary>Reads a drive cycle from CSV: a header that names units, a column of times, a column of loads.</summary>
/// <remarks>
/// The header is <c>time [s], current [A]</c>, <c>time (min); power (W)</c>, or BDF's <c>Test Time / s,Current / A</c>. Cells are
/// separated by comma, semicolon or tabulator; numbers have a decimal point. Lines that start with # are skipped. The first
/// column in a unit of time counts; where several columns could be the load, the caller names one.
/// </remarks>
internal static class DriveCycleFile
{
    private const long MostBytes = 64L << 20;
    private const string Allowed = "a header with units, such as 'time [s],current [A]', then one row of numbers a line";

    internal static LoadColumn Read(string path, string? column)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new InputException(InputPlace.Whole(path), "the file is larger than 64 MiB.", Allowed, "Thin the drive cycle out, or cut it into several files.");
        }

        string[] lines = ReadLines(path);
        int header = Array.FindIndex(lines, IsContent);
        if (header < 0)
        {
            throw new InputException(InputPlace.Whole(path), "the file is empty.", Allowed, "Check that this is the right file.");
        }

        var head = new CsvRow(path, header + 1, lines[header], Separator(lines[header]));
        (int time, Unit seconds) = TimeColumn(head);
        (int load, Unit unit) = LoadOf(head, column);
        var times = ImmutableArray.CreateBuilder<double>(lines.Length);
        var values = ImmutableArray.CreateBuilder<double>(lines.Length);
        for (int i = header + 1; i < lines.Length; i++)
        {
            if (IsContent(lines[i]))
            {
                var row = new CsvRow(path, i + 1, lines[i], head.Separator);
                times.Add(Time(row, time, seconds, times));
                values.Add(unit.ToSi(row.Number(load)));
            }
        }

        double first = times.Count > 1 ? times[0] : throw head.Error(0, "the drive cycle has fewer than two rows.", Allowed, "Add the rows; the last one says when the cycle ends.");
        return new LoadColumn(unit.Dimension, [.. times.Select(t => t - first)], values.ToImmutable());
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').Split('\n');
        }
        catch (Exception failure) when (failure is System.Text.DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputPlace.Whole(path), $"the file cannot be read: {failure.Message}", Allowed, "Save the file as CSV in UTF-8, and check that it may be read.");
        }
    }

    private static bool IsContent(string line) => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#');

    private static char Separator(string header) =>
        header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';

    private static (int Index, Unit Unit) TimeColumn(CsvRow head)
    {
        for (int i = 0; i < head.Count; i++)
        {
            if (UnitOf(head[i]) is { } unit && unit.Dimension == Dimension.Time)
            {
                return (i, unit);
            }
        }

        throw head.Error(0, "no column has a unit of time.", Allowed, "Write the unit behind the name of the column, as in 'time [s]'.");
    }

    private static (int Index, Unit Unit) LoadOf(CsvRow head, string? column)
    {
        var found = new List<(int Index, Unit Unit)>();
        for (int i = 0; i < head.Count; i++)
        {
            bool named = column is null || string.Equals(head[i], column, StringComparison.OrdinalIgnoreCase);
            if (named && UnitOf(head[i]) is { } unit && DriveCycle.IsLoad(unit.Dimension))
            {
                found.Add((i, unit));
            }
        }

        string names = string.Join(", ", Enumerable.Range(0, head.Count).Select(i => $"'{head[i]}'"));
        return found switch
        {
            [var one] => one,
            [] => throw head.Error(0, column is null ? "no column has a unit of a load." : $"no column is called '{column}' and holds a load.", $"{DriveCycle.Allowed}; the columns are {names}", "Write the unit behind the name of the column, as in 'current [A]'."),
            _ => throw head.Error(found[1].Index, "several columns could be the load.", names, "Name one of them: Follow FILE column \"NAME\"."),
        };
    }

    /// <summary>Returns the unit behind a name: <c>name [unit]</c>, <c>name (unit)</c> or <c>name / unit</c>; null where there is none.</summary>
    private static Unit? UnitOf(string cell)
    {
        int slash = cell.IndexOf(" / ", StringComparison.Ordinal);
        int open = cell.IndexOfAny(['[', '(']);
        string text = slash >= 0 ? cell[(slash + 3)..]
            : open >= 0 && cell[^1] is ']' or ')' ? cell[(open + 1)..^1]
            : string.Empty;
        return text.Length > 0 && Unit.TryParse(text.Trim(), out Unit? unit) ? unit : null;
    }

    private static double Time(CsvRow row, int column, Unit unit, ImmutableArray<double>.Builder before)
    {
        double time = unit.ToSi(row.Number(column));
        return before.Count == 0 || time > before[^1] ? time : throw row.Error(
            column, FormattableString.Invariant($"the time {time} s does not come after {before[^1]} s."), "times that increase from row to row", "Sort the rows, and keep one row per time.");
    }
}
