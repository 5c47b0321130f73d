using System.Numerics;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Impedance;

/// <summary>
/// Admittances between voxels: face conductance [h/2σ₁ + Z + h/2σ₂]⁻¹ at complex conductivities, beside it what sheets conduct along the interface.
/// </summary>
internal sealed class ImpedanceLinks : IComplexLinks
{
    private readonly ConductionProblem _problem;
    private readonly ConductionNetwork _network;
    private readonly ComplexPhases _phases;
    private readonly LatticeExtent _extent;
    private readonly AxisEnds[] _ends;
    private readonly InterfaceLinks? _smooth;

    internal ImpedanceLinks(ConductionProblem problem, ConductionNetwork network, ComplexPhases phases, int axis)
    {
        (_problem, _network, _phases) = (problem, network, phases);
        (_extent, _ends) = (problem.Volume.Extent, ConductionNetwork.Ends(problem, axis));
        _smooth = network.Interfaces;
    }

    /// <inheritdoc/>
    public Complex Forward(int axis, int x, int y, int z)
    {
        int at = axis == 0 ? x : axis == 1 ? y : z, length = _extent.Along(axis);
        bool low = at < 0, high = at == length - 1;
        VoxelSize size = _problem.Volume.Size;
        if ((low || high) && _ends[axis] == AxisEnds.Insulated)
        {
            return Complex.Zero;
        }

        if ((low || high) && _ends[axis] == AxisEnds.Electrodes)
        {
            int inner = Phase(axis, x, y, z, low ? 0 : at);
            return inner < 0 ? Complex.Zero : (2.0 * size.Face(axis) / size.Along(axis) * _phases.Conductivity(inner, axis) / _network.Unit) + Sheets(axis, x, y, z);
        }

        int own = Class(axis, x, y, z, low ? length - 1 : at), next = Class(axis, x, y, z, high ? 0 : at + 1);
        (int a, int b) = (_network.Phases[own], _network.Phases[next]);
        if (a < 0 || b < 0)
        {
            return Complex.Zero;
        }

        (Complex first, Complex second) = (_phases.Conductivity(a, axis), _phases.Conductivity(b, axis));
        if (first == Complex.Zero || second == Complex.Zero)
        {
            return Complex.Zero;
        }

        Complex boundary = own == next ? Complex.Zero : _phases.Boundary(a, b);
        if (boundary != Complex.Zero && _smooth is not null)
        {
            boundary *= _smooth.AreaRatio(axis, x, y, z);
        }

        double half = 0.5 * size.Along(axis);
        return (size.Face(axis) / ((half / first) + boundary + (half / second)) / _network.Unit) + Sheets(axis, x, y, z);
    }

    private double Sheets(int axis, int x, int y, int z) => _smooth?.Along(axis, x, y, z) ?? 0.0;

    private int Phase(int axis, int x, int y, int z, int at) => _network.Phases[Class(axis, x, y, z, at)];

    private int Class(int axis, int x, int y, int z, int at)
    {
        (x, y, z) = (axis == 0 ? at : x, axis == 1 ? at : y, axis == 2 ? at : z);
        return _network.Classes[x + (_extent.Nx * (y + ((long)_extent.Ny * z)))];
    }
}
