using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.Bdf;

/// <summary>Makes a table of columns with BDF headings, whatever they were stored in.</summary>
internal static class BdfTable
{
    /// <summary>Describes the columns and notes the decisions.</summary>
    internal static RecordingTable Make(IEnumerable<RecordingColumn> columns, int rows, RecordingDraft draft, ImportOptions options)
    {
        RecordingColumn[] described = [.. columns.Select(column => BdfLabels.Describe(column, draft))];
        var taken = new HashSet<ColumnRole>();
        for (int i = 0; i < described.Length; i++)
        {
            RecordingColumn column = described[i];
            if (column.Role != ColumnRole.None && !(column.Values.IsNumeric && taken.Add(column.Role)))
            {
                described[i] = column with { Role = ColumnRole.None };
            }
            else if (column.Role == ColumnRole.Current)
            {
                bool isTurned = options.Sign == CurrentSign.PositiveDischarges;
                described[i] = isTurned ? column with { Scale = column.Scale?.Turned() } : column;
                draft.Decide(new Decision(
                    DecisionKind.Sign, column.Name, isTurned ? "positive discharges" : "positive charges", "BDF defines it so", options.Sign is not null));
            }
        }

        if (described.Count(column => !column.IsKnown) is > 0 and var others)
        {
            draft.Warn(FormattableString.Invariant($"{others} columns are not of BDF; they are kept as they are."));
        }

        return new RecordingTable { Columns = described.ToImmutableArray(), RowCount = rows };
    }
}
