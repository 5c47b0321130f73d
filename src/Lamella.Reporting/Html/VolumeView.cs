using System.Collections.Immutable;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>Draws a volume from one side, as the script of the page does from every side.</summary>
internal sealed class VolumeView
{
    // Light falls onto the faces along x, y and z with these parts of its strength.
    private static readonly double[] Shades = [0.78, 0.62, 1.0];
    private readonly VolumeBlock _volume;
    private readonly int[] _shape;
    private readonly double[] _edges;
    private readonly double[] _half;

    private VolumeView(VolumeBlock volume)
    {
        _volume = volume;
        _shape = [volume.Shape.X, volume.Shape.Y, volume.Shape.Z];
        double[] edges = [volume.Edges.X, volume.Edges.Y, volume.Edges.Z];
        double diagonal = Math.Sqrt(Enumerable.Range(0, 3).Sum(axis => Math.Pow(_shape[axis] * edges[axis], 2)));
        _edges = [.. edges.Select(edge => 2.0 * edge / diagonal)];
        _half = [.. Enumerable.Range(0, 3).Select(axis => 0.5 * _shape[axis] * _edges[axis])];
    }

    /// <summary>Draws the volume in parallel projection.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="side">Width and height of the picture in pixels.</param>
    /// <param name="yaw">Turn about z [rad].</param>
    /// <param name="pitch">How far the view is from above [rad].</param>
    internal static RasterImage Draw(VolumeBlock volume, int side, double yaw = 0.7, double pitch = 0.5)
    {
        var view = new VolumeView(volume);
        double[] right = [-Math.Sin(yaw), Math.Cos(yaw), 0.0];
        double[] toward = [Math.Cos(pitch) * Math.Cos(yaw), Math.Cos(pitch) * Math.Sin(yaw), Math.Sin(pitch)];
        double[] up = [-Math.Sin(pitch) * Math.Cos(yaw), -Math.Sin(pitch) * Math.Sin(yaw), Math.Cos(pitch)];
        var pixels = ImmutableArray.CreateBuilder<Rgb?>(side * side);
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                double h = (2.0 * (column + 0.5) / side) - 1.0, v = 1.0 - (2.0 * (row + 0.5) / side);
                double[] start = [.. Enumerable.Range(0, 3).Select(axis => (h * right[axis]) + (v * up[axis]) + (2.0 * toward[axis]))];
                pixels.Add(view.Cast(start, [.. toward.Select(part => -part)]));
            }
        }

        return new RasterImage(volume.Title, side, side, pixels.MoveToImmutable());
    }

    private Rgb? Cast(double[] start, double[] way)
    {
        (double enter, double leave, int face) = (0.0, double.PositiveInfinity, 0);
        for (int axis = 0; axis < 3; axis++)
        {
            double step = Math.Abs(way[axis]) < 1e-12 ? 1e-12 : way[axis];
            double a = (-_half[axis] - start[axis]) / step, b = (_half[axis] - start[axis]) / step;
            (double near, double far) = a < b ? (a, b) : (b, a);
            (enter, face) = near > enter ? (near, axis) : (enter, face);
            leave = Math.Min(leave, far);
        }

        return enter < leave ? March(start, way, enter, face) : null;
    }

    /// <summary>Goes from voxel to voxel until one is drawn.</summary>
    private Rgb? March(double[] start, double[] way, double enter, int face)
    {
        int[] at = new int[3], step = new int[3];
        double[] next = new double[3], width = new double[3];
        for (int axis = 0; axis < 3; axis++)
        {
            double direction = Math.Abs(way[axis]) < 1e-12 ? 1e-12 : way[axis];
            double place = (start[axis] + ((enter + 1e-9) * direction) + _half[axis]) / _edges[axis];
            at[axis] = Math.Clamp((int)Math.Floor(place), 0, _shape[axis] - 1);
            step[axis] = direction > 0.0 ? 1 : -1;
            width[axis] = _edges[axis] / Math.Abs(direction);
            double border = ((at[axis] + (direction > 0.0 ? 1 : 0)) * _edges[axis]) - _half[axis];
            next[axis] = (border - start[axis]) / direction;
        }

        while (true)
        {
            int part = _volume.Parts[at[0] + (_shape[0] * (at[1] + (_shape[1] * at[2])))];
            if (!_volume.Hidden.Contains(part))
            {
                Rgb colour = _volume.Legend[part].Colour;
                double shade = Shades[face];
                return new Rgb((byte)(colour.Red * shade), (byte)(colour.Green * shade), (byte)(colour.Blue * shade));
            }

            face = next[0] < next[1] ? (next[0] < next[2] ? 0 : 2) : (next[1] < next[2] ? 1 : 2);
            at[face] += step[face];
            if (at[face] < 0 || at[face] >= _shape[face])
            {
                return null;
            }

            next[face] += width[face];
        }
    }
}
