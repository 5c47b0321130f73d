using System.Collections.Immutable;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>Links of a volume whose interfaces resist per area of the smooth interface, or conduct along it.</summary>
/// <remarks>
/// <para>Steps of voxels show |n|₁ = |nx| + |ny| + |nz| times the area of a slanted interface, so each face gets the resistance
/// R·|n|₁. A sheet of conductance G adds G·S/V·(1 − nt²) to the conductivity along t of the voxels at the interface, S the
/// smooth area, half to each side; all to the conducting side where the other insulates.</para>
/// <para>The normal is that of <see cref="InterfaceNormals"/>.</para>
/// </remarks>
internal sealed class InterfaceLinks : ILatticeLinks
{
    private readonly ConductionProblem _problem;
    private readonly LatticeNetwork _classes;
    private readonly byte[] _class;
    private readonly ImmutableArray<int> _phases;
    private readonly FaceResistances _faces;
    private readonly double _unit;
    private readonly LatticeExtent _extent;
    private readonly AxisEnds[] _ends;
    private readonly InterfaceNormals _normals;
    private readonly float[][]? _sheets;

    internal InterfaceLinks(
        ConductionProblem problem, LatticeNetwork classes, byte[] classOfVoxel, ImmutableArray<int> phases, FaceResistances faces, double unit)
    {
        (_problem, _classes, _class, _phases, _faces, _unit) = (problem, classes, classOfVoxel, phases, faces, unit);
        (_extent, _ends) = (problem.Volume.Extent, [.. Enumerable.Range(0, 3).Select(classes.End)]);
        _normals = new InterfaceNormals(classOfVoxel, _extent, problem.Volume.Size, [.. _ends.Select(end => end == AxisEnds.Periodic)]);
        _sheets = problem.Interfaces.Any(between => between.SheetConductance > 0.0) ? Sheets() : null;
    }

    /// <inheritdoc/>
    public double Forward(int axis, int x, int y, int z)
    {
        double link = _classes.Forward(axis, x, y, z);
        long own = Neighbour(x, y, z, axis, 0), next = Neighbour(x, y, z, axis, 1);
        if (own < 0 || next < 0)
        {
            return link + Along(axis, x, y, z);
        }

        (int a, int b) = (_class[own], _class[next]);
        double boundary = a == b || _phases[a] < 0 || _phases[b] < 0 ? 0.0 : _faces.Between(_phases[a], _phases[b]);
        if (boundary > 0.0 && _problem.Area == InterfaceArea.Smooth)
        {
            boundary *= AreaRatio(axis, x, y, z);
            link = _faces.Conductance(axis, _phases[a], _phases[b], boundary) / _unit;
        }

        return link > 0.0 ? link + Along(axis, x, y, z) : link;
    }

    /// <summary>What the sheets add to the link behind a voxel along an axis, where there is one; in units of the lattice.</summary>
    internal double Along(int axis, int x, int y, int z)
    {
        if (_sheets is null)
        {
            return 0.0;
        }

        long own = Neighbour(x, y, z, axis, 0), next = Neighbour(x, y, z, axis, 1);
        if (own < 0 || next < 0)
        {
            return _ends[axis] == AxisEnds.Electrodes ? 2.0 * Sheet(axis, own < 0 ? next : own) : 0.0;
        }

        return (Sheet(axis, own) * Weight(axis, x, y, z, -1)) + (Sheet(axis, next) * Weight(axis, x, y, z, 1));
    }

    /// <summary>
    /// The sheet of a voxel counts half to either link of the voxel along an axis, and wholly to one where the other is blocked.
    /// </summary>
    private double Weight(int axis, int x, int y, int z, int step)
    {
        int at = axis == 0 ? x : axis == 1 ? y : z, length = _extent.Along(axis), other = at + step;
        if (_ends[axis] == AxisEnds.Periodic)
        {
            other = (other + length) % length;
        }

        bool blocked = other >= length || _classes.Forward(axis, axis == 0 ? other : x, axis == 1 ? other : y, axis == 2 ? other : z) == 0.0;
        return blocked ? 1.0 : 0.5;
    }

    /// <summary>Area of the voxel faces over that of the smooth interface, at the face behind a voxel along an axis.</summary>
    internal double AreaRatio(int axis, int x, int y, int z) => InterfaceNormals.Steps(_normals.At(axis, x, y, z));

    private double Sheet(int axis, long voxel) => _sheets is { } sheets ? sheets[axis][voxel] : 0.0;

    /// <summary>Finds a voxel or the one behind it along an axis; −1 beyond an end that is not periodic.</summary>
    private long Neighbour(int x, int y, int z, int axis, int step) =>
        At(axis == 0 ? x + step : x, axis == 1 ? y + step : y, axis == 2 ? z + step : z);

    private long At(int x, int y, int z)
    {
        (x, y, z) = (Fold(0, x, _extent.Nx), Fold(1, y, _extent.Ny), Fold(2, z, _extent.Nz));
        return x < 0 || y < 0 || z < 0 ? -1 : x + (_extent.Nx * (y + ((long)_extent.Ny * z)));
    }

    private int Fold(int axis, int k, int length) =>
        k >= 0 && k < length ? k : _ends[axis] == AxisEnds.Periodic ? ((k % length) + length) % length : -1;

    /// <summary>Conductance that sheets add to the links of each voxel along each axis, in units of the lattice.</summary>
    private float[][] Sheets()
    {
        float[][] added = [new float[_extent.Count], new float[_extent.Count], new float[_extent.Count]];
        double[,] conductance = new double[_problem.Phases.Length, _problem.Phases.Length];
        foreach (PhaseInterface between in _problem.Interfaces)
        {
            int first = FaceResistances.Find(_problem, between.First), second = FaceResistances.Find(_problem, between.Second);
            (conductance[first, second], conductance[second, first]) = (between.SheetConductance, between.SheetConductance);
        }

        LabelPhases labels = new(_problem);
        for (int axis = 0; axis < 3; axis++)
        {
            for (long k = 0; k < _extent.Count; k++)
            {
                int x = (int)(k % _extent.Nx), y = (int)(k / _extent.Nx % _extent.Ny), z = (int)(k / _extent.Nx / _extent.Ny);
                long next = Neighbour(x, y, z, axis, 1);
                int a = labels[k], b = next < 0 ? a : labels[next];
                double sheet = conductance[a, b];
                if (sheet > 0.0)
                {
                    Spread(added, axis, sheet, (k, next), _normals.At(axis, x, y, z));
                }
            }
        }

        return added;
    }

    private void Spread(float[][] added, int axis, double sheet, (long Low, long High) face, (double X, double Y, double Z) normal)
    {
        VoxelSize size = _problem.Volume.Size;
        bool low = _phases[_class[face.Low]] >= 0, high = _phases[_class[face.High]] >= 0;
        double part = low && high ? 0.5 : 1.0;
        double area = size.Face(axis) / InterfaceNormals.Steps(normal);
        for (int along = 0; along < 3; along++)
        {
            double n = along == 0 ? normal.X : along == 1 ? normal.Y : normal.Z;
            double conductivity = sheet * part * area / size.Volume * (1.0 - (n * n));
            float link = (float)(conductivity * size.Face(along) / size.Along(along) / _unit);
            added[along][face.Low] += low ? link : 0.0f;
            added[along][face.High] += high ? link : 0.0f;
        }
    }
}
