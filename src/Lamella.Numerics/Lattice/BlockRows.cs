using System.Numerics;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>The links of the nodes of one block while they are added up.</summary>
internal sealed class BlockRows
{
    // Eight cells have twenty-four links to other blocks or electrodes and twelve among themselves.
    private const int MostLinks = 36;
    private readonly int[] _columns = new int[BlockPartition.MostParts * MostLinks];
    private readonly double[] _links = new double[BlockPartition.MostParts * MostLinks];
    private readonly int[] _lengths = new int[BlockPartition.MostParts];
    private int _first;
    private int _count;

    /// <summary>Begins a block.</summary>
    /// <param name="first">Its first node.</param>
    /// <param name="count">The number of its nodes.</param>
    internal void Clear(int first, int count)
    {
        (_first, _count) = (first, count);
        _lengths.AsSpan().Clear();
    }

    /// <summary>Adds a link to a node; links of zero and to itself do not count.</summary>
    internal void Add(int part, int node, double link)
    {
        if (link <= 0.0 || node == _first + part)
        {
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

    /// <summary>Hands the rows of the block on.</summary>
    internal void CopyTo<T>(GraphRows<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int part = 0; part < _count; part++)
        {
            int from = part * MostLinks, length = _lengths[part];
            target.Add(_columns.AsSpan(from, length), _links.AsSpan(from, length));
        }
    }
}
