using System.Numerics;

namespace Lamella.Numerics.Linear;

/// <content>The factorisation that chooses pivots and finds the pattern of the factors.</content>
public sealed partial class ComplexSparseLu
{
    /// <summary>The entry on the diagonal is taken when it is at least this share of the largest of its column.</summary>
    private const double DiagonalShare = 0.1;

    /// <summary>Factors column by column; rows carry their own numbers until all have a position.</summary>
    private bool Search()
    {
        PivotSearches++;
        int n = matrix.Size;
        lower.Clear();
        upper.Clear();
        Array.Fill(place, -1);
        int[] rowOf = new int[n], seen = new int[n];
        var pending = new ulong[(n + 63) / 64]; // positions whose column is still to be subtracted
        var free = new List<int>(n); // rows of the column that have no position yet
        for (int j = 0; j < n; j++)
        {
            int stamp = j + 1;
            free.Clear();
            Open(order[j], stamp, seen, pending, free);
            Subtract(stamp, rowOf, seen, pending, free);
            if (!Choose(j, order[j], free, out int chosen))
            {
                return false;
            }

            (place[chosen], rowOf[j]) = (j, chosen);
        }

        lower.Renumber(place);
        return true;
    }

    private void Open(int column, int stamp, int[] seen, ulong[] pending, List<int> free)
    {
        for (int at = matrix.ColumnStart[column]; at < matrix.ColumnStart[column + 1]; at++)
        {
            int row = matrix.Rows[at];
            work[row] = Scaled(row, matrix.Constant[at], matrix.Linear[at]);
            Mark(row, stamp, seen, pending, free);
        }
    }

    /// <summary>Subtracts the columns of the lower factor, in the order of their pivots.</summary>
    private void Subtract(int stamp, int[] rowOf, int[] seen, ulong[] pending, List<int> free)
    {
        for (int word = 0; word < pending.Length; word++)
        {
            while (pending[word] != 0)
            {
                int k = (word << 6) + BitOperations.TrailingZeroCount(pending[word]);
                pending[word] &= pending[word] - 1;
                Complex value = work[rowOf[k]];
                work[rowOf[k]] = Complex.Zero;
                upper.Add(k, value);
                for (int at = lower.First(k); at < lower.End(k); at++)
                {
                    int row = lower.Row(at);
                    work[row] -= FactorColumns.Product(lower.Value(at), value);
                    Mark(row, stamp, seen, pending, free);
                }
            }
        }
    }

    private void Mark(int row, int stamp, int[] seen, ulong[] pending, List<int> free)
    {
        if (seen[row] == stamp)
        {
            return;
        }

        seen[row] = stamp;
        if (place[row] < 0)
        {
            free.Add(row);
        }
        else
        {
            pending[place[row] >> 6] |= 1UL << place[row];
        }
    }

    /// <summary>Takes the pivot of a column and stores the column; false when nothing can be a pivot.</summary>
    private bool Choose(int position, int diagonal, List<int> free, out int chosen)
    {
        chosen = -1;
        double largest = 0.0, own = 0.0;
        foreach (int row in free)
        {
            double size = Complex.Abs(work[row]);
            (largest, chosen) = size > largest || double.IsNaN(size) ? (size, row) : (largest, chosen);
            own = row == diagonal ? size : own;
        }

        if (!(largest > 0.0 && double.IsFinite(largest)))
        {
            return false;
        }

        chosen = own >= DiagonalShare * largest ? diagonal : chosen;
        pivotInverse[position] = Inverse(work[chosen]);
        foreach (int row in free)
        {
            if (row != chosen)
            {
                lower.Add(row, FactorColumns.Product(work[row], pivotInverse[position]));
            }

            work[row] = Complex.Zero;
        }

        lower.Close(position);
        upper.Close(position);
        return true;
    }
}
