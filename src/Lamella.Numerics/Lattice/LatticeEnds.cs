using System.Numerics;

namespace Lamella.Numerics.Lattice;

/// <summary>The two ends of the axis along which the potential drops: boundary potentials in the ghosts, and currents through them.</summary>
/// <typeparam name="T">Number type.</typeparam>
internal readonly unsafe struct LatticeEnds<T>(LevelGrid grid, int axis)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets the number of cells along the axis.</summary>
    internal int Length => grid.Extent.Along(axis);

    /// <summary>Gives the ghosts of a potential the potentials of the electrodes or, across a period, the drop.</summary>
    /// <param name="level">Copies borders where the other axes are periodic.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="drop">Potential of the lower end against the upper one.</param>
    internal void SetGhosts(LatticeLevel<T> level, T* potential, T drop)
    {
        int stride = grid.Stride(axis), length = Length;
        for (int z = 0; z < grid.Nz; z++)
        {
            level.Wrap(potential, z);
        }

        level.WrapPlanes(potential);
        bool periodic = grid.Ends[axis] == AxisEnds.Periodic;
        (int rows, int columns) = Face;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int first = First(row, column);
                int last = first + ((length - 1) * stride);
                potential[first - stride] = periodic ? potential[last] + drop : drop;
                potential[last + stride] = periodic ? potential[first] - drop : T.Zero;
            }
        }
    }

    /// <summary>Current through the faces behind position k of the axis, −1 for the lower end.</summary>
    internal double Through(LatticeLevel<T> level, T* potential, int k)
    {
        int stride = grid.Stride(axis);
        (int rows, int columns) = Face;
        double total = 0.0;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int i = First(row, column) + (k * stride);
                total += level.Link(axis, i) * (double.CreateChecked(potential[i]) - double.CreateChecked(potential[i + stride]));
            }
        }

        return total;
    }

    /// <summary>Gets the positions whose faces count as the two ends: half-way for the second, where the axis is periodic.</summary>
    internal (int In, int Out) Positions => grid.Ends[axis] != AxisEnds.Periodic
        ? (-1, Length - 1)
        : (Length - 1, (Length / 2) - (Length > 1 ? 1 : 0));

    private (int Rows, int Columns) Face => axis == 0 ? (grid.Nz, grid.Ny) : axis == 1 ? (grid.Nz, grid.Nx) : (grid.Ny, grid.Nx);

    private int First(int row, int column) => axis switch
    {
        0 => grid.Row(column, row),
        1 => grid.Row(0, row) + column,
        _ => grid.Row(row, 0) + column,
    };
}
