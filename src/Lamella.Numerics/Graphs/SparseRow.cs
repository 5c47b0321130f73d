using System.Runtime.CompilerServices;

namespace Lamella.Numerics.Graphs;

/// <summary>A row of a sparse matrix while it is added up: its columns in the order they came, and their values.</summary>
internal sealed class SparseRow
{
    private readonly int[] _position;
    private int[] _columns = new int[64];
    private double[] _values = new double[64];
    private int _count;

    /// <summary>Initializes a new instance of the <see cref="SparseRow"/> class.</summary>
    /// <param name="columnCount">Number of columns.</param>
    internal SparseRow(int columnCount)
    {
        _position = new int[columnCount];
        Array.Fill(_position, -1);
    }

    internal ReadOnlySpan<int> Columns => _columns.AsSpan(0, _count);

    internal ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        foreach (int column in Columns)
        {
            _position[column] = -1;
        }

        _count = 0;
    }

    private int Append(int column)
    {
        if (_count == _columns.Length)
        {
            Array.Resize(ref _columns, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }

        (_columns[_count], _values[_count], _position[column]) = (column, 0.0, _count);
        return _count++;
    }
}
