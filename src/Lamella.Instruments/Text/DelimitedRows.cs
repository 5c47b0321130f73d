using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>The rows of a delimited table.</summary>
public sealed record DelimitedRows
{
    /// <summary>Gets the values: one entry per header cell, then one per further column that holds anything.</summary>
    public required ImmutableArray<ColumnValues> Columns { get; init; }

    /// <summary>Gets the number of rows; empty lines are no rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>Gets the number of rows with fewer cells than the header; what is missing is blank.</summary>
    public required int ShortRows { get; init; }

    /// <summary>Gets whether the last line was left out because the file ends within it.</summary>
    public required bool LastRowCut { get; init; }

    /// <summary>Gets the line on which each row stands, from 0, shape (rows).</summary>
    public required ImmutableArray<int> Lines { get; init; }
}
