using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lamella.Numerics.Lattice;

/// <summary>One level of the multigrid hierarchy: a lattice, its links, a right side F and a correction U.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal abstract unsafe class LatticeLevel<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<IDisposable> _owned = [];

    private protected LatticeLevel(LevelGrid grid)
    {
        Grid = grid;
        Correction = Own(new LatticeArray<T>(grid.Length));
        RightSide = Own(new LatticeArray<T>(grid.Length));
    }

    internal LevelGrid Grid { get; }

    internal LatticeArray<T> Correction { get; }

    internal LatticeArray<T> RightSide { get; }

    internal T* U => Correction.Start;

    internal T* F => RightSide.Start;

    /// <summary>Gets the bytes of the arrays of the level.</summary>
    internal long Bytes { get; private set; }

    /// <summary>First half of a sweep from a zero guess on one plane: U = F/diagonal at even cells, 0 at odd ones.</summary>
    internal abstract void Start(int z);

    /// <summary>Gauss–Seidel on the cells of one colour (0 even, 1 odd) of a plane.</summary>
    internal abstract void Relax(int z, int colour);

    /// <summary>Adds the residual F − A·U of one plane to the right side of the next level.</summary>
    internal abstract void Restrict(int z, LatticeLevel<T> coarse);

    /// <summary>Σ v·A·v over the cells of a plane, from differences of potential.</summary>
    internal abstract double Energy(int z, T* v);

    /// <summary>x += α·p, r −= α·A·p and U = r/diagonal at even cells (0 at odd ones) on one plane.</summary>
    internal abstract void Step(int z, T alpha, T* x, T* r, T* p);

    /// <summary>r = −A·v on one plane; the ghosts of v carry the boundary potentials.</summary>
    internal abstract void Residual(int z, T* v, T* r);

    /// <summary>target = A·v on one plane.</summary>
    internal abstract void Apply(int z, T* v, T* target);

    /// <summary>Adds up, link by link in double precision, the power and the current times distance along each axis.</summary>
    internal abstract void Measure(int z, T* v, Span<double> powerAndCurrents);

    /// <summary>Makes the links along an axis of one plane of the next level: sums of parallel links, scaled to the wider distance.</summary>
    internal abstract void CoarsenLinks(int axis, int z, LevelGrid wide, T* target);

    /// <summary>Returns the link from the cell at an index to the next one along an axis.</summary>
    internal abstract double Link(int axis, int i);

    /// <summary>Adds the correction of the next level to U on one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prolong(int z, LatticeLevel<T> coarse)
    {
        LevelGrid fine = Grid, wide = coarse.Grid;
        int rx = Ratio(fine.Nx, wide.Nx), ry = Ratio(fine.Ny, wide.Ny), rz = Ratio(fine.Nz, wide.Nz);
        for (int y = 0; y < fine.Ny; y++)
        {
            T* from = coarse.U + wide.Row(y / ry, z / rz);
            T* to = U + fine.Row(y, z);
            if (rx == 1)
            {
                for (int x = 0; x < fine.Nx; x++)
                {
                    to[x] += from[x];
                }

                continue;
            }

            int pairs = fine.Nx / 2;
            for (int x = 0; x < pairs; x++)
            {
                T value = from[x];
                to[2 * x] += value;
                to[(2 * x) + 1] += value;
            }

            if ((fine.Nx & 1) != 0)
            {
                to[fine.Nx - 1] += from[pairs];
            }
        }

        Wrap(U, z);
    }

    /// <summary>Copies the borders of a plane into its ghosts where x or y are periodic.</summary>
    internal void Wrap(T* v, int z)
    {
        LevelGrid g = Grid;
        if (g.Ends[0] == AxisEnds.Periodic)
        {
            for (int y = 0; y < g.Ny; y++)
            {
                T* row = v + g.Row(y, z);
                (row[-1], row[g.Nx]) = (row[g.Nx - 1], row[0]);
            }
        }

        if (g.Ends[1] == AxisEnds.Periodic)
        {
            Copy(v + g.Row(g.Ny - 1, z), v + g.Row(-1, z), g.Nx);
            Copy(v + g.Row(0, z), v + g.Row(g.Ny, z), g.Nx);
        }
    }

    /// <summary>Copies the first and the last plane into the ghost planes where z is periodic.</summary>
    internal void WrapPlanes(T* v)
    {
        LevelGrid g = Grid;
        if (g.Ends[2] == AxisEnds.Periodic)
        {
            Copy(v + ((long)g.PlaneStride * g.Nz), v, g.PlaneStride);
            Copy(v + g.PlaneStride, v + ((long)g.PlaneStride * (g.Nz + 1)), g.PlaneStride);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable array in _owned)
        {
            array.Dispose();
        }
    }

    internal static int Ratio(int fine, int coarse) => fine == coarse ? 1 : 2;

    internal LatticeArray<TElement> Own<TElement>(LatticeArray<TElement> array)
        where TElement : unmanaged
    {
        _owned.Add(array);
        Bytes += array.Bytes;
        return array;
    }

    private static void Copy(T* from, T* to, int length) => new Span<T>(from, length).CopyTo(new Span<T>(to, length));
}
