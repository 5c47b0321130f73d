namespace Lamella.Numerics.Linear;

/// <summary>Collects the entries of a <see cref="SparsePencil"/> in any order; entries at one place add up.</summary>
public sealed class SparsePencilBuilder
{
    private readonly List<(int Row, int Column, double Constant, double Linear)> entries = [];

    /// <summary>Initializes a new instance of the <see cref="SparsePencilBuilder"/> class.</summary>
    /// <param name="size">n, the number of rows and of columns, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public SparsePencilBuilder(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
    }

    /// <summary>Gets n, the number of rows and of columns.</summary>
    public int Size { get; }

    /// <summary>Adds to one entry of A and of B.</summary>
    /// <param name="row">Row, 0 to n − 1.</param>
    /// <param name="column">Column, 0 to n − 1.</param>
    /// <param name="constant">What to add to A.</param>
    /// <param name="linear">What to add to B.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place lies outside the matrix.</exception>
    public void Add(int row, int column, double constant, double linear = 0.0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Size, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Size, nameof(column));
        if (constant != 0.0 || linear != 0.0)
        {
            entries.Add((row, column, constant, linear));
        }
    }

    /// <summary>Makes the matrix; this builder may go on collecting.</summary>
    /// <returns>The matrix.</returns>
    public SparsePencil Build()
    {
        int[] start = new int[Size + 1];
        foreach ((int _, int column, double _, double _) in entries)
        {
            start[column + 1]++;
        }

        for (int column = 0; column < Size; column++)
        {
            start[column + 1] += start[column];
        }

        // Counting sort by column, then a sort of each short column by row.
        int[] rows = new int[entries.Count], next = start[..Size];
        double[] constant = new double[entries.Count], linear = new double[entries.Count];
        foreach ((int row, int column, double a, double b) in entries)
        {
            int at = next[column]++;
            while (at > start[column] && rows[at - 1] > row)
            {
                (rows[at], constant[at], linear[at]) = (rows[at - 1], constant[at - 1], linear[at - 1]);
                at--;
            }

            (rows[at], constant[at], linear[at]) = (row, a, b);
        }

        return Merge(start, rows, constant, linear);
    }

    private SparsePencil Merge(int[] start, int[] rows, double[] constant, double[] linear)
    {
        int count = 0;
        int[] merged = new int[Size + 1];
        for (int column = 0; column < Size; column++)
        {
            int first = count;
            for (int at = start[column]; at < start[column + 1]; at++)
            {
                if (count > first && rows[count - 1] == rows[at])
                {
                    constant[count - 1] += constant[at];
                    linear[count - 1] += linear[at];
                    continue;
                }

                (rows[count], constant[count], linear[count]) = (rows[at], constant[at], linear[at]);
                count++;
            }

            merged[column + 1] = count;
        }

        return new SparsePencil(Size, merged, rows[..count], constant[..count], linear[..count]);
    }
}
