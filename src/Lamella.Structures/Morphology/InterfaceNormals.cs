using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>Normals of the interfaces of a labelled volume, at the faces between voxels.</summary>
/// <remarks>
/// The normal is the gradient of the indicator of the side, smoothed over a ball of three and a half voxels; over an ellipsoid of as many
/// where voxels are no cubes. Where a box ends, the volume is mirrored, so that an interface meets the border at a right angle, or repeated. Steps of voxels show |n|₁ = |nx| + |ny| + |nz| times the
/// area of a slanted interface.
/// </remarks>
internal sealed class InterfaceNormals
{
    private const int Reach = 3;
    private const int Axes = 3;
    private const double Radius = Reach + 0.5; // [voxels]
    private readonly byte[] _labels;
    private readonly LatticeExtent _extent;
    private readonly bool[] _periodic;
    private readonly Weight[][] _balls;

    /// <summary>Prepares.</summary>
    /// <param name="labels">What each voxel is, x fastest; equal numbers are one side.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="periodic">For x, y and z: whether opposite faces are joined; mirrored otherwise.</param>
    internal InterfaceNormals(byte[] labels, LatticeExtent extent, VoxelSize size, bool[] periodic)
    {
        (_labels, _extent, _periodic) = (labels, extent, periodic);
        _balls = [.. Enumerable.Range(0, Axes).Select(axis => Ball(axis, size))];
    }

    /// <summary>Area of the voxel faces over that of the smooth interface, |nx| + |ny| + |nz|.</summary>
    internal static double Steps((double X, double Y, double Z) n) => Math.Abs(n.X) + Math.Abs(n.Y) + Math.Abs(n.Z);

    /// <summary>Finds the unit normal at the face behind a voxel, pointing along the axis.</summary>
    /// <param name="axis">Axis of the face, 0 for x to 2 for z.</param>
    /// <param name="x">Position of the voxel along x.</param>
    /// <param name="y">Position along y.</param>
    /// <param name="z">Position along z.</param>
    internal (double X, double Y, double Z) At(int axis, int x, int y, int z)
    {
        int low = _labels[Index(x, y, z)], high = _labels[Index(axis == 0 ? x + 1 : x, axis == 1 ? y + 1 : y, axis == 2 ? z + 1 : z)];
        bool inner = x >= Reach && y >= Reach && z >= Reach && x < _extent.Nx - Reach - 1 && y < _extent.Ny - Reach - 1 && z < _extent.Nz - Reach - 1;
        long own = x + (_extent.Nx * (y + ((long)_extent.Ny * z)));
        (double gx, double gy, double gz) = (0.0, 0.0, 0.0);
        foreach (Weight point in _balls[axis])
        {
            int found = _labels[inner ? own + point.Offset(_extent) : Index(x + point.Dx, y + point.Dy, z + point.Dz)];
            double sign = found == high ? 1.0 : found == low ? -1.0 : 0.0;
            (gx, gy, gz) = (gx + (sign * point.X), gy + (sign * point.Y), gz + (sign * point.Z));
        }

        double length = Math.Sqrt((gx * gx) + (gy * gy) + (gz * gz));
        return length > 0.0
            ? (gx / length, gy / length, gz / length)
            : (axis == 0 ? 1.0 : 0.0, axis == 1 ? 1.0 : 0.0, axis == 2 ? 1.0 : 0.0);
    }

    /// <summary>Voxels around a face, each with its weight times its distance from the middle of the face in voxels, over the edge of a voxel: a gradient.</summary>
    private static Weight[] Ball(int axis, VoxelSize size)
    {
        double shortest = Math.Min(size.X, Math.Min(size.Y, size.Z));
        var points = new List<Weight>();
        for (int dz = -Reach; dz <= Reach + (axis == 2 ? 1 : 0); dz++)
        {
            for (int dy = -Reach; dy <= Reach + (axis == 1 ? 1 : 0); dy++)
            {
                for (int dx = -Reach; dx <= Reach + (axis == 0 ? 1 : 0); dx++)
                {
                    double x = dx - (axis == 0 ? 0.5 : 0.0), y = dy - (axis == 1 ? 0.5 : 0.0), z = dz - (axis == 2 ? 0.5 : 0.0); // [voxels]
                    double weight = 1.0 - (((x * x) + (y * y) + (z * z)) / (Radius * Radius));
                    if (weight > 0.0)
                    {
                        points.Add(new Weight(dx, dy, dz, weight * x * (shortest / size.X), weight * y * (shortest / size.Y), weight * z * (shortest / size.Z)));
                    }
                }
            }
        }

        return [.. points];
    }

    private long Index(int x, int y, int z) =>
        Fold(0, x, _extent.Nx) + (_extent.Nx * (Fold(1, y, _extent.Ny) + ((long)_extent.Ny * Fold(2, z, _extent.Nz))));

    private int Fold(int axis, int k, int length)
    {
        if ((uint)k < (uint)length)
        {
            return k;
        }

        int period = _periodic[axis] ? length : 2 * length, folded = ((k % period) + period) % period;
        return folded < length ? folded : period - 1 - folded;
    }

    private readonly record struct Weight(int Dx, int Dy, int Dz, double X, double Y, double Z)
    {
        internal long Offset(LatticeExtent extent) => Dx + (extent.Nx * (Dy + ((long)extent.Ny * Dz)));
    }
}
