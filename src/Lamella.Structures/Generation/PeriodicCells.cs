namespace Lamella.Structures.Generation;

/// <summary>Sorts points into cells of a box whose opposite faces are joined, to find neighbours quickly.</summary>
internal sealed class PeriodicCells
{
    private readonly double[] _lengths;
    private readonly int[] _counts;
    private readonly int[] _heads;
    private readonly int[] _next;

    /// <summary>Makes the cells.</summary>
    /// <param name="box">The box.</param>
    /// <param name="smallest">Least edge of a cell [m].</param>
    /// <param name="points">Number of points.</param>
    internal PeriodicCells(VoxelBox box, double smallest, int points)
    {
        _lengths = [box.Length(0), box.Length(1), box.Length(2)];
        int most = (int)Math.Ceiling(Math.Sqrt(points)) + 1; // per axis; more would only be empty
        _counts = [.. _lengths.Select(length => Math.Clamp((int)(length / smallest), 1, most))];
        _heads = new int[_counts[0] * _counts[1] * _counts[2]];
        _next = new int[points];
        Array.Fill(_heads, -1);
    }

    /// <summary>Gets the least edge of a cell [m].</summary>
    internal double Edge => Enumerable.Range(0, 3).Min(axis => _lengths[axis] / _counts[axis]);

    /// <summary>Gets the most cells along an axis.</summary>
    internal int Most => _counts.Max();

    /// <summary>Gets the cells along an axis.</summary>
    internal int Along(int axis) => _counts[axis];

    /// <summary>Empties all cells.</summary>
    internal void Clear() => Array.Fill(_heads, -1);

    /// <summary>Puts a point into its cell.</summary>
    internal void Add(int point, ReadOnlySpan<double> position)
    {
        int cell = Index(Of(0, position[0]), Of(1, position[1]), Of(2, position[2]));
        (_next[point], _heads[cell]) = (_heads[cell], point);
    }

    /// <summary>Gets the cell of a coordinate; coordinates are within the box.</summary>
    internal int Of(int axis, double coordinate) => Math.Clamp((int)(coordinate / _lengths[axis] * _counts[axis]), 0, _counts[axis] - 1);

    /// <summary>Gets the first point of a cell; −1 where it is empty. Cells beyond a face are those at the other.</summary>
    internal int First(int x, int y, int z) => _heads[Index(Fold(x, 0), Fold(y, 1), Fold(z, 2))];

    /// <summary>Gets the next point of the same cell; −1 after the last.</summary>
    internal int Next(int point) => _next[point];

    /// <summary>Gets how far a cell beyond a face is displaced from the one it stands for [m].</summary>
    internal double Shift(int axis, int cell) => Math.Floor(cell / (double)_counts[axis]) * _lengths[axis];

    private int Fold(int cell, int axis) => ((cell % _counts[axis]) + _counts[axis]) % _counts[axis];

    private int Index(int x, int y, int z) => x + (_counts[0] * (y + (_counts[1] * z)));
}
