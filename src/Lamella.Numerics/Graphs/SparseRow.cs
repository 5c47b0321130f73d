namespace Lamella.Numerics.Graphs;

/// <summary>A row of a sparse matrix while it is added up: values by column, and the columns in the order they came.</summary>
internal sealed class SparseRow(int columnCount)
{
    private readonly int[] _position = NoPositions(columnCount);
    private int[] _columns = new int[64];
    private double[] _values = new double[64];

    internal int Count { get; private set; }

    internal ReadOnlySpan<int> Columns => _columns.AsSpan(0, Count);

    internal double this[int column] => _values[_position[column]];

    internal void Add(int column, double value)
    {
        int at = _position[column];
        if (at < 0)
        {
            at = Append(column);
        }

        _values[at] += value;
    }

    internal void Clear()
    {
        for (int k = 0; k < Count; k++)
        {
            _position[_columns[k]] = -1;
        }

        Count = 0;
    }

    private int Append(int column)
    {
        if (Count == _columns.Length)
        {
            Array.Resize(ref _columns, 2 * Count);
            Array.Resize(ref _values, 2 * Count);
        }

        (_columns[Count], _values[Count], _position[column]) = (column, 0.0, Count);
        return Count++;
    }

    private static int[] NoPositions(int count)
    {
        int[] positions = new int[count];
        Array.Fill(positions, -1);
        return positions;
    }
}
