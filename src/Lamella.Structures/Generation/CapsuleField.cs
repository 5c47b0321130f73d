namespace Lamella.Structures.Generation;

/// <summary>A rod with round ends, or a sphere where the half axis is zero.</summary>
/// <param name="X">Middle [m].</param>
/// <param name="Y">Middle [m].</param>
/// <param name="Z">Middle [m].</param>
/// <param name="AlongX">Half axis [m].</param>
/// <param name="AlongY">Half axis [m].</param>
/// <param name="AlongZ">Half axis [m].</param>
/// <param name="Radius">Radius [m], above 0.</param>
internal readonly record struct Capsule(double X, double Y, double Z, double AlongX, double AlongY, double AlongZ, double Radius)
{
    internal static Capsule Sphere(double x, double y, double z, double radius) => new(x, y, z, 0.0, 0.0, 0.0, radius);

    internal double Centre(int axis) => axis == 0 ? X : axis == 1 ? Y : Z;

    internal double Half(int axis) => axis == 0 ? AlongX : axis == 1 ? AlongY : AlongZ;
}

/// <summary>How far each voxel is from the nearest of many bodies, in a box whose opposite faces are joined.</summary>
internal sealed class CapsuleField
{
    private readonly VoxelBox _box;
    private readonly bool _scaled;

    /// <summary>Starts a field that no body has reached.</summary>
    /// <param name="box">The box.</param>
    /// <param name="scaled">
    /// True for squared distance over squared radius, so that a cut scales all bodies by one factor;
    /// false for the distance from the surface [m], negative inside, so that a cut moves all surfaces by one distance.
    /// </param>
    internal CapsuleField(VoxelBox box, bool scaled)
    {
        (_box, _scaled) = (box, scaled);
        Values = GC.AllocateUninitializedArray<float>(box.Count);
        Array.Fill(Values, float.PositiveInfinity);
    }

    /// <summary>Gets the field, x fastest.</summary>
    internal float[] Values { get; }

    /// <summary>Computes squared distance over squared radius of the nearest body, as far as a cut needs it.</summary>
    /// <param name="box">The box.</param>
    /// <param name="bodies">The bodies; at least one.</param>
    /// <param name="target">Voxels that have to be reached.</param>
    /// <param name="cancellation">Stops between two bodies.</param>
    internal static float[] Scaled(VoxelBox box, Capsule[] bodies, long target, CancellationToken cancellation)
    {
        // Few bodies may cover less than they should on average: visit voxels farther away until enough are within reach.
        for (double factor = 1.3; ; factor *= 1.5)
        {
            var field = new CapsuleField(box, scaled: true);
            foreach (Capsule body in bodies)
            {
                cancellation.ThrowIfCancellationRequested();
                field.Add(body, factor * body.Radius);
            }

            if (RankCut.Reached(field.Values) >= target)
            {
                return field.Values;
            }
        }
    }

    /// <summary>Lowers the field around a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="reach">Distance from the axis up to which voxels are visited [m].</param>
    internal void Add(in Capsule body, double reach)
    {
        (int nx, int ny, int nz) = (_box.Extent.Nx, _box.Extent.Ny, _box.Extent.Nz);
        (int x0, int x1) = Range(body, reach, 0);
        (int y0, int y1) = Range(body, reach, 1);
        (int z0, int z1) = Range(body, reach, 2);
        double axis = (body.AlongX * body.AlongX) + (body.AlongY * body.AlongY) + (body.AlongZ * body.AlongZ);
        double farthest = reach * reach;
        for (int z = z0; z <= z1; z++)
        {
            double dz = ((z + 0.5) * _box.Size.Z) - body.Z;
            for (int y = y0; y <= y1; y++)
            {
                double dy = ((y + 0.5) * _box.Size.Y) - body.Y;
                int row = nx * (Fold(y, ny) + (ny * Fold(z, nz)));
                int column = Fold(x0, nx);
                for (int x = x0; x <= x1; x++)
                {
                    double dx = ((x + 0.5) * _box.Size.X) - body.X;
                    double squared = Squared(body, axis, dx, dy, dz);
                    if (squared <= farthest)
                    {
                        float value = Number(squared, body.Radius);
                        Values[row + column] = value < Values[row + column] ? value : Values[row + column];
                    }

                    column = column + 1 == nx ? 0 : column + 1;
                }
            }
        }
    }

    private static double Squared(in Capsule body, double axis, double dx, double dy, double dz)
    {
        if (axis > 0.0)
        {
            double along = Math.Clamp(((dx * body.AlongX) + (dy * body.AlongY) + (dz * body.AlongZ)) / axis, -1.0, 1.0);
            (dx, dy, dz) = (dx - (along * body.AlongX), dy - (along * body.AlongY), dz - (along * body.AlongZ));
        }

        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    private static int Fold(int k, int length) => ((k % length) + length) % length;

    private float Number(double squared, double radius) =>
        (float)(_scaled ? squared / (radius * radius) : Math.Sqrt(squared) - radius);

    private (int First, int Last) Range(in Capsule body, double reach, int axis)
    {
        double h = _box.Size.Along(axis), half = Math.Abs(body.Half(axis)) + reach;
        return ((int)Math.Floor((body.Centre(axis) - half) / h), (int)Math.Ceiling((body.Centre(axis) + half) / h));
    }
}
