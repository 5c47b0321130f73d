using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Instruments.Recordings;

/// <summary>Rows at even distances: first, first + stride, up to last.</summary>
/// <param name="First">First row, from 1.</param>
/// <param name="Last">Last row, at least <paramref name="First"/>.</param>
/// <param name="Stride">Distance of two rows, at least 1.</param>
public readonly record struct RowRun(int First, int Last, int Stride)
{
    /// <inheritdoc/>
    public override string ToString() => First == Last ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}{(Stride > 1 ? $" by {Stride}" : string.Empty)}");

    /// <summary>Writes rows as runs, as few as a look at each next row gives.</summary>
    /// <param name="rows">Rows from 0, rising.</param>
    /// <returns>The runs, from 1.</returns>
    internal static ImmutableArray<RowRun> Of(ReadOnlySpan<int> rows)
    {
        var runs = ImmutableArray.CreateBuilder<RowRun>();
        for (int at = 0; at < rows.Length;)
        {
            int stride = at + 1 < rows.Length ? rows[at + 1] - rows[at] : 1, last = at;
            while (last + 1 < rows.Length && rows[last + 1] - rows[last] == stride)
            {
                last++;
            }

            // Two rows far apart are two runs, not one with a stride.
            last = stride > 1 && last == at + 1 ? at : last;
            runs.Add(new RowRun(rows[at] + 1, rows[last] + 1, last == at ? 1 : stride));
            at = last + 1;
        }

        return runs.ToImmutable();
    }
}
