namespace Lamella.Structures.Morphology;

/// <summary>Lowest of the parabolas that stand on one line of voxels.</summary>
internal sealed class ParabolaEnvelope
{
    private readonly int _length;
    private readonly bool _periodic;
    private readonly double _square;
    private readonly double[] _heights;
    private readonly int[] _feet;
    private readonly double[] _starts;

    /// <summary>Prepares lines of one length.</summary>
    /// <param name="length">Voxels a line.</param>
    /// <param name="edge">Distance of two voxels [m].</param>
    /// <param name="periodic">Whether the line closes on itself.</param>
    internal ParabolaEnvelope(int length, double edge, bool periodic)
    {
        (_length, _periodic, _square) = (length, periodic, edge * edge);
        int most = periodic ? 3 * length : length;
        (_heights, _feet, _starts) = (new double[length], new int[most], new double[most + 1]);
    }

    /// <summary>Replaces the squared distances along a line by the lowest sum of them and the squared way along the line.</summary>
    /// <param name="squared">Squared distances [m²].</param>
    /// <param name="start">First voxel of the line.</param>
    /// <param name="stride">From one voxel of the line to the next.</param>
    internal void Transform(float[] squared, int start, int stride)
    {
        bool anything = false;
        for (int k = 0; k < _length; k++)
        {
            _heights[k] = squared[start + (k * stride)] / _square;
            anything |= _heights[k] != 0.0;
        }

        int last = anything ? Build() : -1;
        if (last < 0)
        {
            return; // all zero, or no finite height
        }

        int active = 0;
        for (int k = 0; k < _length; k++)
        {
            while (active < last && _starts[active + 1] < k)
            {
                active++;
            }

            double way = k - _feet[active];
            squared[start + (k * stride)] = (float)(((way * way) + Height(_feet[active])) * _square);
        }
    }

    private double Height(int foot) => _heights[((foot % _length) + _length) % _length];

    private int Build()
    {
        int last = -1, from = _periodic ? -_length : 0, to = _periodic ? 2 * _length : _length;
        for (int foot = from; foot < to; foot++)
        {
            double height = Height(foot);
            if (double.IsPositiveInfinity(height))
            {
                continue;
            }

            double meet = double.NegativeInfinity;
            while (last >= 0)
            {
                int other = _feet[last];
                meet = (height + ((double)foot * foot) - Height(other) - ((double)other * other)) / (2.0 * (foot - other));
                if (meet > _starts[last])
                {
                    break;
                }

                last--;
                meet = double.NegativeInfinity;
            }

            last++;
            (_feet[last], _starts[last]) = (foot, meet);
        }

        return last;
    }
}
