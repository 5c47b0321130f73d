using System.Numerics;
using Lamella.Structures.Conduction;

namespace Lamella.Structures.Impedance;

/// <summary>The complex conductivities of phases and impedances of boundaries at one frequency.</summary>
internal sealed class ComplexPhases
{
    // CODATA 2022.
    private const double VacuumPermittivity = 8.8541878188e-12; // [F/m]
    private readonly ConductionProblem _problem;
    private readonly double _omega;
    private readonly Complex[,] _boundary;

    internal ComplexPhases(ConductionProblem problem, double frequency)
    {
        (_problem, _omega) = (problem, 2.0 * Math.PI * frequency);
        int count = problem.Phases.Length;
        _boundary = new Complex[count, count];
        for (int phase = 0; phase < count; phase++)
        {
            ConductingPhase own = problem.Phases[phase];
            _boundary[phase, phase] = Parallel(own.GrainBoundaryResistance, own.GrainBoundaryCapacitance);
        }

        foreach (PhaseInterface between in problem.Interfaces)
        {
            int first = FaceResistances.Find(problem, between.First), second = FaceResistances.Find(problem, between.Second);
            (_boundary[first, second], _boundary[second, first]) =
                (Parallel(between.Resistance, between.Capacitance), Parallel(between.Resistance, between.Capacitance));
        }
    }

    /// <summary>Conductivity of a phase along an axis, σ + iωε [S/m].</summary>
    internal Complex Conductivity(int phase, int axis) => new(
        _problem.Phases[phase].Conductivity.Along(axis), _omega * VacuumPermittivity * _problem.Phases[phase].RelativePermittivity);

    /// <summary>Impedance of the boundary between two phases, or between grains of one [Ω·m²].</summary>
    internal Complex Boundary(int first, int second) => _boundary[first, second];

    /// <summary>The real problem whose links have the size of the complex ones: it sorts the voxels and finds what is connected.</summary>
    internal ConductionProblem Magnitude() => _problem with
    {
        Phases = [.. _problem.Phases.Select((phase, index) => phase with
        {
            Conductivity = new PhaseConductivity(Complex.Abs(Conductivity(index, 0)), Complex.Abs(Conductivity(index, 1)), Complex.Abs(Conductivity(index, 2))),
            GrainBoundaryResistance = Complex.Abs(_boundary[index, index]),
        })],
        Interfaces = [.. _problem.Interfaces.Select(between => between with
        {
            Resistance = Complex.Abs(_boundary[FaceResistances.Find(_problem, between.First), FaceResistances.Find(_problem, between.Second)]),
        })],
    };

    private Complex Parallel(double resistance, double capacitance) => resistance / new Complex(1.0, _omega * resistance * capacitance);
}
