namespace Lamella.Numerics.Lattice;

/// <summary>The links of the nodes of one block while they are added up.</summary>
internal sealed class BlockRows
{
    // Eight cells have twenty-four links to other blocks and as many among themselves.
    private const int MostLinks = 48;
    private readonly int[] _columns = new int[BlockPartition.MostParts * MostLinks];
    private readonly double[] _links = new double[BlockPartition.MostParts * MostLinks];
    private readonly double[] _ends = new double[BlockPartition.MostParts];
    private readonly int[] _lengths = new int[BlockPartition.MostParts];

    /// <summary>Gets the number of nodes.</summary>
    internal int Count { get; private set; }

    internal void Clear(int count)
    {
        Count = count;
        _lengths.AsSpan().Clear();
        _ends.AsSpan().Clear();
    }

    internal int Length(int part) => _lengths[part];

    internal double End(int part) => _ends[part];

    internal int Column(int part, int k) => _columns[(part * MostLinks) + k];

    internal double Link(int part, int k) => _links[(part * MostLinks) + k];

    /// <summary>Adds a link to a node, or to an electrode where the node is −1.</summary>
    internal void Add(int part, int node, double link)
    {
        if (node < 0)
        {
            _ends[part] += link;
            return;
        }

        int from = part * MostLinks, length = _lengths[part], k = 0;
        while (k < length && _columns[from + k] != node)
        {
            k++;
        }

        if (k == length)
        {
            (_columns[from + k], _links[from + k]) = (node, 0.0);
            _lengths[part]++;
        }

        _links[from + k] += link;
    }

    /// <summary>Removes the links of each node to itself.</summary>
    /// <param name="first">The first node of the block.</param>
    internal void RemoveOwn(int first)
    {
        for (int part = 0; part < Count; part++)
        {
            int from = part * MostLinks;
            int k = _columns.AsSpan(from, _lengths[part]).IndexOf(first + part);
            if (k >= 0)
            {
                int last = --_lengths[part];
                (_columns[from + k], _links[from + k]) = (_columns[from + last], _links[from + last]);
            }
        }
    }
}
