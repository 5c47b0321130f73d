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
        [.. columns.Select(column => column with { Values = Take(column.Values, rows) })];

    private static ColumnValues Take(ColumnValues values, int[] rows)
    {
        if (!values.IsNumeric)
        {
            return ColumnValues.Of([.. rows.Select(values.Text)]);
        }

        double[] numbers = new double[rows.Length];
        var others = ImmutableDictionary.CreateBuilder<int, string>();
        for (int i = 0; i < rows.Length; i++)
        {
            numbers[i] = values.Number(rows[i]);
            if (double.IsNaN(numbers[i]) && values.Text(rows[i]) is { Length: > 0 } text)
            {
                others.Add(i, text);
            }
        }

        return ColumnValues.OfText(numbers, others.Count > 0 ? others.ToImmutable() : null);
    }
}
