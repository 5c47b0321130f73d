namespace Lamella.Numerics.Lattice;

/// <summary>
/// The first coarse level of a lattice: the cells of every block of 2×2×2 that strong links join become one node. Pieces that
/// only meet elsewhere stay apart, so that the coarse levels know what is connected with what.
/// </summary>
/// <remarks>Two bits a cell say which of the nodes of its block it belongs to, a number a block which node is its first.</remarks>
internal sealed unsafe class BlockPartition : IDisposable
{
    /// <summary>The most nodes of one block; pieces beyond join the last.</summary>
    internal const int MostParts = 4;

    private readonly LatticeArray<int> _first;
    private readonly LatticeArray<ushort> _parts;

    internal BlockPartition(LevelGrid fine)
    {
        Fine = fine;
        (Bx, By, Bz) = ((fine.Nx + 1) / 2, (fine.Ny + 1) / 2, (fine.Nz + 1) / 2);
        (_first, _parts) = (new((long)Rows * Bx), new((long)Rows * Bx));
        FirstOfRow = new int[Rows + 1];
    }

    internal LevelGrid Fine { get; }

    /// <summary>Gets the blocks along x.</summary>
    internal int Bx { get; }

    internal int By { get; }

    internal int Bz { get; }

    /// <summary>Gets the rows of blocks along x.</summary>
    internal int Rows => By * Bz;

    /// <summary>Gets the first node of each row of blocks, and behind the last the number of nodes.</summary>
    internal int[] FirstOfRow { get; }

    internal int NodeCount => FirstOfRow[^1];

    /// <summary>Gets the first node of each block.</summary>
    internal int* First => _first.Start;

    /// <summary>Gets the parts of the cells of each block, two bits a cell.</summary>
    internal ushort* Parts => _parts.Start;

    internal long Bytes => _first.Bytes + _parts.Bytes + ((Rows + 1) * sizeof(int));

    /// <summary>Says how many bytes the partition of a lattice takes.</summary>
    internal static long BytesOf(LatticeExtent extent) =>
        (sizeof(int) + sizeof(ushort)) * ((extent.Nx + 1L) / 2) * ((extent.Ny + 1L) / 2) * ((extent.Nz + 1L) / 2);

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _parts.Dispose();
    }

    internal int Block(int bx, int by, int bz) => bx + (Bx * (by + (By * bz)));

    /// <summary>The node of a cell of a block; the cell by its place in the block, x + 2y + 4z.</summary>
    internal int Node(int block, int cell) => First[block] + Part(block, cell);

    /// <summary>Which of the nodes of its block a cell belongs to.</summary>
    internal int Part(int block, int cell) => (Parts[block] >> (2 * cell)) & 3;

    /// <summary>Numbers the nodes, once First and FirstOfRow tell how many there are in each block and each row.</summary>
    internal void Number()
    {
        for (int row = 0; row < Rows; row++)
        {
            int next = FirstOfRow[row];
            for (int block = row * Bx; block < (row + 1) * Bx; block++)
            {
                (next, First[block]) = (checked(next + First[block]), next);
            }

            FirstOfRow[row + 1] = next;
        }
    }

    /// <summary>Colours of the rows of blocks: rows that share a link differ.</summary>
    internal int Colour(int row)
    {
        bool three = NeedsThird(1) || NeedsThird(2);
        int y = Along(1, row % By), z = Along(2, row / By);
        return (y + z) % (three ? 3 : 2);
    }

    // On a ring of an odd number of rows the last one meets the first.
    private bool NeedsThird(int axis) => Fine.Ends[axis] == AxisEnds.Periodic && (axis == 1 ? By : Bz) is > 1 and var count && count % 2 == 1;

    private int Along(int axis, int at) => NeedsThird(axis) && at == (axis == 1 ? By : Bz) - 1 ? 2 : at & 1;
}
