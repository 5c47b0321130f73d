using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>One level of the multigrid hierarchy: a lattice, its links, a right side F and a correction U.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal abstract unsafe class LatticeLevel<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<IDisposable> _owned = [];
    private LatticeArray<T>? _kept;

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

    /// <summary>Gets the part of a result that <see cref="Keep"/> keeps; levels that are solved by two cycles have it.</summary>
    internal T* Kept => _kept!.Start;

    /// <summary>Gets the bytes of the arrays of the level.</summary>
    internal long Bytes { get; private set; }

    /// <summary>First half of a sweep from a zero guess on one plane: U = F/diagonal at even cells, 0 at odd ones.</summary>
    internal abstract void Start(int z);

    /// <summary>Gauss–Seidel on the cells of one colour (0 even, 1 odd) of a plane.</summary>
    internal abstract void Relax(int z, int colour);

    /// <summary>Adds the residual F − A·U of one plane to the nodes of the blocks.</summary>
    internal abstract void Restrict(int z, BlockPartition blocks, T* coarse);

    /// <summary>Hands the residual F − A·U of one plane on to the blocks of 2×2×2: an even plane sets their right side, an odd one adds to it.</summary>
    internal abstract void Restrict(int z, LatticeLevel<T> next);

    /// <summary>Keeps weight·U of one plane as the first part of a result and takes what it explains from F.</summary>
    internal abstract void Keep(int z, T weight);

    /// <summary>Finds the least and the largest link between two cells along each axis, from one plane upwards.</summary>
    /// <param name="z">The plane.</param>
    /// <param name="least">Lowered to the least link along x, y and z.</param>
    /// <param name="largest">Raised to the largest.</param>
    internal abstract void Range(int z, Span<T> least, Span<T> largest);

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

    /// <summary>Fetches the links of a row of cells, two along each axis, the lower first; a lane beyond the end holds zero.</summary>
    /// <param name="y">Position of the row along y.</param>
    /// <param name="z">Position of the row along z.</param>
    /// <param name="target">Receives six rows.</param>
    /// <param name="stride">Distance between these rows, at least the length of a row and a vector.</param>
    internal abstract void RowLinks(int y, int z, T* target, int stride);

    /// <summary>Returns the link from the cell at an index to the next one along an axis.</summary>
    internal abstract double Link(int axis, int i);

    /// <summary>Adds the correction of the nodes of the blocks to U on one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prolong(int z, BlockPartition blocks, T* coarse)
    {
        LevelGrid g = Grid;
        int pairs = g.Nx / 2;
        for (int y = 0; y < g.Ny; y++)
        {
            int block = blocks.Block(0, y >> 1, z >> 1), shift = ((y & 1) * 4) + ((z & 1) * 8);
            ushort* parts = blocks.Parts + block;
            int* first = blocks.First + block;
            T* to = U + g.Row(y, z);
            for (int x = 0; x < pairs; x++)
            {
                int part = parts[x] >> shift;
                T* from = coarse + first[x];
                to[2 * x] += from[part & 3];
                to[(2 * x) + 1] += from[(part >> 2) & 3];
            }

            if ((g.Nx & 1) != 0)
            {
                to[g.Nx - 1] += coarse[first[pairs] + ((parts[pairs] >> shift) & 3)];
            }
        }

        Wrap(U, z);
    }

    /// <summary>Adds the correction of the blocks of 2×2×2 to U on one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prolong(int z, LatticeLevel<T> next)
    {
        LevelGrid g = Grid;
        for (int y = 0; y < g.Ny; y++)
        {
            BlockSums.Spread(next.U + next.Grid.Row(y >> 1, z >> 1), U + g.Row(y, z), g.Nx);
        }

        Wrap(U, z);
    }

    /// <summary>U = scale·(the part kept + weight·U) on one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Combine(int z, T scale, T weight)
    {
        LevelGrid g = Grid;
        (Vector512<T> factor, Vector512<T> second) = (Vector512.Create(scale), Vector512.Create(scale * weight));
        for (int y = 0; y < g.Ny; y++)
        {
            T* u = U + g.Row(y, z), kept = Kept + g.Row(y, z);
            int x = 0;
            for (; x <= g.Nx - Vector512<T>.Count; x += Vector512<T>.Count)
            {
                ((factor * Vector512.Load(kept + x)) + (second * Vector512.Load(u + x))).Store(u + x);
            }

            for (; x < g.Nx; x++)
            {
                u[x] = (scale * kept[x]) + (scale * weight * u[x]);
            }
        }
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

    /// <summary>Makes room for the part of a result that is kept.</summary>
    internal void MakeRoomToKeep() => _kept = Own(new LatticeArray<T>(Grid.Length));

    internal LatticeArray<TElement> Own<TElement>(LatticeArray<TElement> array)
        where TElement : unmanaged
    {
        _owned.Add(array);
        Bytes += array.Bytes;
        return array;
    }

    private static void Copy(T* from, T* to, int length) => new Span<T>(from, length).CopyTo(new Span<T>(to, length));
}
