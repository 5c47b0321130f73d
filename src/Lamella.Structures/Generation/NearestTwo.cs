namespace Lamella.Structures.Generation;

/// <summary>Finds the nearest point and how far the plane to the second nearest is.</summary>
internal sealed class NearestTwo
{
    private readonly double[] _points;
    private readonly PeriodicCells _cells;
    private readonly double _edge;
    private int _first, _second;
    private double _d1, _d2, _x1, _y1, _z1, _x2, _y2, _z2;

    /// <summary>Sorts the points.</summary>
    /// <param name="box">The box; opposite faces are joined.</param>
    /// <param name="points">x, y and z of each point [m]; two points at least.</param>
    internal NearestTwo(VoxelBox box, double[] points)
    {
        int count = points.Length / 3;
        _points = points;
        _cells = new PeriodicCells(box, PortableCubeRoot(box.Volume / count), count);
        _edge = _cells.Edge;
        for (int k = 0; k < count; k++)
        {
            _cells.Add(k, points.AsSpan(3 * k, 3));
        }
    }

    /// <summary>Finds the nearest point.</summary>
    /// <returns>Its number, and the distance from the plane half way to the second nearest [m].</returns>
    internal (int Nearest, double Gap) Find(double x, double y, double z)
    {
        (_first, _second, _d1, _d2) = (-1, -1, double.PositiveInfinity, double.PositiveInfinity);
        int cx = _cells.Of(0, x), cy = _cells.Of(1, y), cz = _cells.Of(2, z);
        // All points nearer than r cell edges lie within r cells around.
        for (int ring = 0; _d2 > (ring - 1.0) * _edge * Math.Max(ring - 1.0, 0.0) * _edge && ring <= 2 * _cells.Most; ring++)
        {
            Visit(x, y, z, cx, cy, cz, ring);
        }

        double dx = _x2 - _x1, dy = _y2 - _y1, dz = _z2 - _z1;
        return (_first, (_d2 - _d1) / (2.0 * Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz))));
    }

    private static double PortableCubeRoot(double x) => Numerics.Random.PortableFunctions.Exp(Numerics.Random.PortableFunctions.Log(x) / 3.0);

    private void Visit(double x, double y, double z, int cx, int cy, int cz, int ring)
    {
        for (int k = -ring; k <= ring; k++)
        {
            for (int j = -ring; j <= ring; j++)
            {
                bool onShell = Math.Abs(k) == ring || Math.Abs(j) == ring;
                int step = onShell || ring == 0 ? 1 : 2 * ring;
                for (int i = -ring; i <= ring; i += step)
                {
                    Cell(x, y, z, cx + i, cy + j, cz + k);
                }
            }
        }
    }

    private void Cell(double x, double y, double z, int cx, int cy, int cz)
    {
        int point = _cells.First(cx, cy, cz);
        if (point < 0)
        {
            return;
        }

        double sx = _cells.Shift(0, cx), sy = _cells.Shift(1, cy), sz = _cells.Shift(2, cz);
        for (; point >= 0; point = _cells.Next(point))
        {
            double px = _points[3 * point] + sx, py = _points[(3 * point) + 1] + sy, pz = _points[(3 * point) + 2] + sz;
            double squared = ((x - px) * (x - px)) + ((y - py) * (y - py)) + ((z - pz) * (z - pz));
            if (squared < _d1)
            {
                if (point != _first)
                {
                    (_second, _d2, _x2, _y2, _z2) = (_first, _d1, _x1, _y1, _z1);
                }

                (_first, _d1, _x1, _y1, _z1) = (point, squared, px, py, pz);
            }
            else if (squared < _d2 && point != _first)
            {
                (_second, _d2, _x2, _y2, _z2) = (point, squared, px, py, pz);
            }
        }
    }
}
