using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Impedance;

/// <summary>Takes some rows out of columns, untouched.</summary>
internal static class ColumnRows
{
    /// <summary>Takes rows out of every column.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, from 0, in the order wanted.</param>
    internal static ImmutableArray<RecordingColumn> Take(ImmutableArray<RecordingColumn> columns, int[] rows) =>
        [.. columns.Select(column => column with { Values = column.Values.Take(rows) })];
}
