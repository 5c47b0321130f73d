using System.Runtime.CompilerServices;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Conduction;

/// <summary>Finds what conducts from one end of an axis to the other, and what is cut off.</summary>
/// <remarks>
/// Runs of linked voxels along x are joined along y and z by union-find. Where the axis of the field is periodic, each run
/// also knows how many periods it lies away from its root; a part that meets itself in another period conducts through.
/// </remarks>
internal sealed class Connectivity
{
    private readonly LatticeExtent _extent;
    private readonly AxisEnds[] _ends;
    private readonly int _axis;
    private readonly byte[] _classes;
    private readonly bool[][] _linked;
    private readonly int _classCount;
    private readonly int[] _firstRun;
    private readonly List<int> _starts = [];
    private readonly List<int> _parents = [];
    private readonly List<short> _offsets = [];
    private readonly List<byte> _marks = [];

    private const byte Low = 1;
    private const byte High = 2;
    private const byte Through = 4;

    private Connectivity(LatticeExtent extent, AxisEnds[] ends, int axis, byte[] classes, int classCount, bool[][] linked)
    {
        (_extent, _ends, _axis, _classes, _classCount, _linked) = (extent, ends, axis, classes, classCount, linked);
        _firstRun = new int[((long)extent.Ny * extent.Nz) + 1];
    }

    /// <summary>Finds the connected parts and gives the voxels of all others a class that insulates.</summary>
    /// <param name="extent">Extent of the volume.</param>
    /// <param name="ends">Ends of its axes.</param>
    /// <param name="axis">Axis of the field.</param>
    /// <param name="classes">Classes of the voxels; changed in place.</param>
    /// <param name="linked">For each axis whether two classes are linked.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="insulator">The class of what is cut off.</param>
    internal static ConnectedPart Cut(
        LatticeExtent extent, AxisEnds[] ends, int axis, byte[] classes, bool[][] linked, int classCount, int insulator)
    {
        var found = new Connectivity(extent, ends, axis, classes, classCount, linked);
        found.FindRuns();
        found.JoinRows();
        found.MarkEnds();
        return found.Remove((byte)insulator);
    }

    private bool Linked(int axis, int a, int b) => _linked[axis][(_classes[a] * _classCount) + _classes[b]];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindRuns()
    {
        int n = _extent.Nx;
        for (int row = 0; row < _firstRun.Length - 1; row++)
        {
            _firstRun[row] = _starts.Count;
            int begin = row * n;
            for (int x = 0; x < n; x++)
            {
                // Cells without any link make runs of their own, cheaply: they are skipped over below.
                if (x == 0 || !Linked(0, begin + x - 1, begin + x))
                {
                    Add(begin + x);
                    x = SkipInsulator(begin, x, n);
                }
            }
        }

        _firstRun[^1] = _starts.Count;
    }

    // A stretch of equal cells that are not linked with each other along any axis is one run that is never joined.
    private int SkipInsulator(int begin, int x, int n)
    {
        int own = _classes[begin + x];
        if (IsConducting(own))
        {
            return x;
        }

        while (x + 1 < n && _classes[begin + x + 1] == own)
        {
            x++;
        }

        return x;
    }

    private bool IsConducting(int own) => _linked[0][(own * _classCount) + own] || _linked[1][(own * _classCount) + own] || _linked[2][(own * _classCount) + own];

    private void Add(int start)
    {
        _starts.Add(start);
        _parents.Add(_parents.Count);
        _offsets.Add(0);
        _marks.Add(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JoinRows()
    {
        int ny = _extent.Ny, nz = _extent.Nz;
        for (int z = 0; z < nz; z++)
        {
            for (int y = 0; y < ny; y++)
            {
                int row = y + (ny * z);
                if (_ends[0] == AxisEnds.Periodic && Linked(0, (row * _extent.Nx) + _extent.Nx - 1, row * _extent.Nx))
                {
                    Join(_firstRun[row + 1] - 1, _firstRun[row], _axis == 0 ? 1 : 0);
                }

                if (y + 1 < ny || _ends[1] == AxisEnds.Periodic)
                {
                    JoinRow(1, row, ((y + 1) % ny) + (ny * z), y + 1 == ny);
                }

                if (z + 1 < nz || _ends[2] == AxisEnds.Periodic)
                {
                    JoinRow(2, row, y + (ny * ((z + 1) % nz)), z + 1 == nz);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JoinRow(int axis, int lower, int upper, bool wraps)
    {
        int n = _extent.Nx, a = _firstRun[lower], b = _firstRun[upper];
        int offset = wraps && axis == _axis ? 1 : 0;
        int x = 0;
        while (x < n)
        {
            int endA = End(a, lower, n), endB = End(b, upper, n), end = Math.Min(endA, endB);
            for (int k = x; k < end; k++)
            {
                if (Linked(axis, (lower * n) + k, (upper * n) + k))
                {
                    Join(a, b, offset);
                    break;
                }
            }

            x = end;
            a += endA == end ? 1 : 0;
            b += endB == end ? 1 : 0;
        }
    }

    private int End(int run, int row, int n) => run + 1 < _firstRun[row + 1] ? _starts[run + 1] - (row * n) : n;

    /// <summary>Joins two runs, the second of which lies <paramref name="periods"/> periods further on.</summary>
    private void Join(int first, int second, int periods)
    {
        (int a, int offsetA) = Root(first);
        (int b, int offsetB) = Root(second);
        if (a == b)
        {
            if (offsetA + periods != offsetB)
            {
                _marks[a] |= Through;
            }

            return;
        }

        // The smaller number becomes the root, so that the outcome does not depend on the order of joining.
        (int root, int child, int offset) = a < b ? (a, b, offsetA + periods - offsetB) : (b, a, offsetB - periods - offsetA);
        _parents[child] = root;
        _offsets[child] = checked((short)offset);
        _marks[root] |= _marks[child];
    }

    private (int Root, int Offset) Root(int run)
    {
        int root = run, offset = 0;
        while (_parents[root] != root)
        {
            offset += _offsets[root];
            root = _parents[root];
        }

        // Path compression: every run on the way points to the root.
        int total = offset;
        while (_parents[run] != root && run != root)
        {
            (int next, int step) = (_parents[run], _offsets[run]);
            (_parents[run], _offsets[run]) = (root, checked((short)offset));
            offset -= step;
            run = next;
        }

        return (root, total);
    }

    private void MarkEnds()
    {
        if (_ends[_axis] == AxisEnds.Periodic)
        {
            return;
        }

        int ny = _extent.Ny, length = _extent.Along(_axis);
        for (int row = 0; row < _firstRun.Length - 1; row++)
        {
            int at = _axis == 1 ? row % ny : row / ny;
            if (_axis == 0)
            {
                _marks[Root(_firstRun[row]).Root] |= Low;
                _marks[Root(_firstRun[row + 1] - 1).Root] |= High;
                continue;
            }

            byte mark = (byte)((at == 0 ? Low : 0) | (at == length - 1 ? High : 0));
            for (int run = _firstRun[row]; mark != 0 && run < _firstRun[row + 1]; run++)
            {
                _marks[Root(run).Root] |= mark;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ConnectedPart Remove(byte insulator)
    {
        (bool percolates, long connected) = (false, 0);
        for (int run = 0; run < _starts.Count; run++)
        {
            int begin = _starts[run], end = run + 1 < _starts.Count ? _starts[run + 1] : _classes.Length;
            byte mark = _marks[Root(run).Root];
            bool conducts = IsConducting(_classes[begin]);
            if (mark == 0 || !conducts)
            {
                _classes.AsSpan(begin, end - begin).Fill(insulator);
                continue;
            }

            connected += end - begin;
            percolates |= (mark & Through) != 0 || (mark & (Low | High)) == (Low | High);
        }

        return new ConnectedPart(percolates, connected);
    }
}

/// <summary>What is connected.</summary>
/// <param name="Percolates">Whether anything conducts from one end to the other.</param>
/// <param name="Connected">Number of voxels that conduct and reach an electrode, or that conduct through a period.</param>
internal readonly record struct ConnectedPart(bool Percolates, long Connected);
