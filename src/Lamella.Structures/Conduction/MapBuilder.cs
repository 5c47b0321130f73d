using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>Makes the maps of current and power from the potential.</summary>
internal sealed class MapBuilder
{
    private readonly ConductionProblem _problem;
    private readonly ConductionNetwork _network;
    private readonly LatticeExtent _extent;
    private readonly double[] _potential;
    private readonly int _axis;
    private readonly AxisEnds[] _ends;

    internal MapBuilder(ConductionProblem problem, ConductionNetwork network, int axis, double[] potential)
    {
        (_problem, _network, _axis, _potential) = (problem, network, axis, potential);
        (_extent, _ends) = (problem.Volume.Extent, ConductionNetwork.Ends(problem, axis));
    }

    /// <summary>Makes the maps.</summary>
    /// <param name="conductance">Conductance of the volume in units of the lattice.</param>
    internal ConductionMaps Build(double conductance)
    {
        VoxelSize size = _problem.Volume.Size;
        float[] current = new float[_extent.Count], power = new float[_extent.Count];
        double[] shares = new double[_problem.Phases.Length];
        // Mean current density and power in the units used below: lattice links, unit drop.
        double meanCurrent = conductance / (_extent.Count / (double)_extent.Along(_axis) * size.Face(_axis));
        double meanPower = conductance / _extent.Count;
        for (long k = 0; k < current.LongLength; k++)
        {
            int phase = _network.Phases[_network.Classes[k]];
            if (phase < 0)
            {
                continue;
            }

            (double squared, double dissipated) = (0.0, 0.0);
            for (int axis = 0; axis < 3; axis++)
            {
                (double back, double lost) = Face(axis, k, -1);
                (double forth, double gone) = Face(axis, k, 0);
                double density = 0.5 * (back + forth) / size.Face(axis);
                squared += density * density;
                dissipated += lost + gone;
            }

            current[k] = (float)(Math.Sqrt(squared) / meanCurrent);
            power[k] = (float)(dissipated / meanPower);
            shares[phase] += dissipated / conductance;
        }

        return new ConductionMaps(_potential, current, power, [.. shares]);
    }

    /// <summary>Current through the face before (−1) or behind (0) a voxel, and the power lost on the voxel's side of it.</summary>
    private (double Current, double Power) Face(int axis, long voxel, int step)
    {
        int x = (int)(voxel % _extent.Nx), y = (int)(voxel / _extent.Nx % _extent.Ny), z = (int)(voxel / _extent.Nx / _extent.Ny);
        int at = axis == 0 ? x : axis == 1 ? y : z, length = _extent.Along(axis);
        double link = _network.Lattice.Forward(axis, axis == 0 ? x + step : x, axis == 1 ? y + step : y, axis == 2 ? z + step : z);
        if (link == 0.0)
        {
            return default;
        }

        int other = at + (step == 0 ? 1 : -1);
        bool beyond = other < 0 || other >= length;
        if (beyond && _ends[axis] == AxisEnds.Electrodes)
        {
            double drop = step == 0 ? _potential[voxel] : 1.0 - _potential[voxel];
            return (link * drop, link * drop * drop);
        }

        long stride = axis == 0 ? 1 : axis == 1 ? _extent.Nx : (long)_extent.Nx * _extent.Ny;
        long neighbour = voxel + ((((other % length) + length) % length - at) * stride);
        double jump = beyond && axis == _axis ? (step == 0 ? 1.0 : -1.0) : 0.0;
        double difference = _potential[voxel] - _potential[neighbour] + jump; // against the neighbour in its own period
        double flow = step == 0 ? link * difference : -link * difference;
        return (flow, link * difference * difference * Share(axis, voxel, neighbour, link));
    }

    /// <summary>Part of the resistance of a link that lies on the side of a voxel.</summary>
    private double Share(int axis, long voxel, long neighbour, double link)
    {
        VoxelSize size = _problem.Volume.Size;
        double half = 0.5 * size.Along(axis) / size.Face(axis) * _network.Unit;
        double own = half / Conductivity(axis, voxel), other = half / Conductivity(axis, neighbour);
        double boundary = Math.Max(0.0, (1.0 / link) - own - other);
        return (own + (0.5 * boundary)) / (own + boundary + other);
    }

    private double Conductivity(int axis, long voxel) =>
        _problem.Phases[_network.Phases[_network.Classes[voxel]]].Conductivity.Along(axis);
}
