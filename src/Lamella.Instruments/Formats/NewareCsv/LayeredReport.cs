using System.Collections.Immutable;
using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.NewareCsv;

/// <summary>Reports with three levels: a line of a cycle, then lines of its steps, then lines of their records.</summary>
/// <remarks>The level is told by the number of empty cells at the beginning of a line: none, one or two.</remarks>
internal static class LayeredReport
{
    /// <summary>The headings of the three levels, without the empty cells before them.</summary>
    internal sealed record Levels(ImmutableArray<string> Cycle, ImmutableArray<string> Step, ImmutableArray<string> Record, char Delimiter);

    /// <summary>Finds the three lines of headings.</summary>
    /// <param name="lines">The first lines of the file.</param>
    /// <returns>The headings; null where the file has no such lines.</returns>
    internal static Levels? Headings(IReadOnlyList<string> lines)
    {
        if (lines.Count < 3 || HeadedTable.DelimiterOf(lines[2]) is var delimiter && (delimiter == ' ' || !lines[2].StartsWith(new string(delimiter, 2), StringComparison.Ordinal))
            || lines[1].Length < 2 || lines[1][0] != delimiter || lines[1][1] == delimiter || lines[0].StartsWith(delimiter))
        {
            return null;
        }

        return new Levels(Cells(lines[0], 0), Cells(lines[1], 1), Cells(lines[2], 2), delimiter);

        ImmutableArray<string> Cells(string line, int level) => [.. HeadedTable.Cells(line, delimiter)[level..]];
    }

    /// <summary>Reads the three tables; each record gets the number of its step and cycle.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="levels">The headings.</param>
    /// <param name="describe">Gives the columns of records their roles.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Read(
        HeadedTable reader, Levels levels, Func<ImmutableArray<RecordingColumn>, ImportOptions, RecordingDraft, ImmutableArray<RecordingColumn>> describe,
        CancellationToken cancellationToken)
    {
        StringBuilder[] parts = [new(), new(), new()];
        var owners = new List<(double Cycle, double Step)>();
        double cycle = double.NaN, step = double.NaN;
        for (int line = 3; line < reader.Text.LineCount; line++)
        {
            ReadOnlySpan<byte> bytes = reader.Text.Bytes(line);
            if (bytes.Trim(" \t,"u8).IsEmpty)
            {
                continue;
            }

            int level = Math.Min(2, bytes.Length - bytes.TrimStart((byte)levels.Delimiter).Length);
            string rest = Encoding.UTF8.GetString(bytes[level..]);
            NumberParser.TryParse(Encoding.UTF8.GetBytes(rest.Split(levels.Delimiter)[0]), NumberStyle.Point, out double first);
            (cycle, step) = level == 0 ? (first, step) : level == 1 ? (cycle, first) : (cycle, step);
            if (level == 2)
            {
                owners.Add((cycle, step));
            }

            parts[level].Append(rest).Append('\n');
        }

        RecordingTable records = Table(string.Empty, levels.Record, parts[2]);
        ImmutableArray<RecordingColumn> columns = records.Columns;
        if (owners.Count == records.RowCount)
        {
            columns = [
                .. columns,
                new() { Name = "Cycle ID", Values = ColumnValues.Of([.. owners.Select(owner => owner.Cycle)]), IsDerived = true },
                new() { Name = "Step ID", Values = ColumnValues.Of([.. owners.Select(owner => owner.Step)]), IsDerived = true },
            ];
        }

        reader.Draft.Decide(new Decision(DecisionKind.Structure, "lines", "three levels", "cycles, steps and records by their empty first cells"));
        reader.Draft.Add(records with { Columns = describe(columns, reader.Options, reader.Draft) });
        reader.Draft.Add(Table("cycles", levels.Cycle, parts[0]) with { IsSummary = true });
        reader.Draft.Add(Table("steps", levels.Step, parts[1]) with { IsSummary = true });

        RecordingTable Table(string name, ImmutableArray<string> names, StringBuilder text)
        {
            HeadedTable part = reader with { Text = TextContent.FromString(name, text.ToString()) };
            return part.Read(name, new DelimitedLayout { Names = names, FirstLine = 0, Delimiter = levels.Delimiter }, stated: null, cancellationToken);
        }
    }
}
