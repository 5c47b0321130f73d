using Lamella.Core.Errors;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>The resistance between the centres of two neighbouring voxels, per area, and what it gives as a conductance.</summary>
/// <remarks>PHYSICS.md 1.4, M4: a face has the conductance A·[h/2σ₁ + R + h/2σ₂]⁻¹.</remarks>
internal sealed class FaceResistances
{
    private readonly ConductionProblem _problem;
    private readonly double[,] _resistance;

    internal FaceResistances(ConductionProblem problem)
    {
        _problem = problem;
        int count = problem.Phases.Length;
        _resistance = new double[count, count];
        for (int phase = 0; phase < count; phase++)
        {
            ConductingPhase own = problem.Phases[phase];
            Require(own.Conductivity.X, own.Name, "conductivity", "S/m");
            Require(own.Conductivity.Y, own.Name, "conductivity", "S/m");
            Require(own.Conductivity.Z, own.Name, "conductivity", "S/m");
            Require(own.GrainBoundaryResistance, own.Name, "grain boundary resistance", "Ω·m²");
            _resistance[phase, phase] = own.GrainBoundaryResistance;
        }

        var pairs = new HashSet<(int, int)>();
        foreach (PhaseInterface between in problem.Interfaces)
        {
            int first = Find(problem, between.First), second = Find(problem, between.Second);
            string name = $"{between.First}|{between.Second}";
            Require(between.Resistance, name, "resistance", "Ω·m²");
            Require(between.SheetConductance, name, "sheet conductance", "S");
            if (first == second)
            {
                throw Wrong($"an interface joins two phases, but both are '{between.First}'.", "Give a grain boundary resistance to the phase instead.");
            }

            if (!pairs.Add((Math.Min(first, second), Math.Max(first, second))))
            {
                throw Wrong($"the interface of '{between.First}' and '{between.Second}' is described twice.", "Describe it once, with its resistance and its sheet.");
            }

            (_resistance[first, second], _resistance[second, first]) = (between.Resistance, between.Resistance);
        }
    }

    /// <summary>Gets whether any interface or grain boundary resists.</summary>
    internal bool Any => _resistance.Cast<double>().Any(value => value > 0.0);

    /// <summary>Resistance of the boundary between two phases, or between grains of one [Ω·m²].</summary>
    internal double Between(int first, int second) => _resistance[first, second];

    /// <summary>Conductance between the centres of two voxels that meet at a face [S].</summary>
    /// <param name="axis">Axis of the link.</param>
    /// <param name="first">Phase of one voxel, −1 for an insulator.</param>
    /// <param name="second">Phase of the other.</param>
    /// <param name="boundary">Resistance of the boundary [Ω·m²], 0 within a grain.</param>
    internal double Conductance(int axis, int first, int second, double boundary)
    {
        if (first < 0 || second < 0)
        {
            return 0.0;
        }

        VoxelSize size = _problem.Volume.Size;
        double half = 0.5 * size.Along(axis);
        double own = _problem.Phases[first].Conductivity.Along(axis), other = _problem.Phases[second].Conductivity.Along(axis);
        return own > 0.0 && other > 0.0 ? size.Face(axis) / ((half / own) + boundary + (half / other)) : 0.0;
    }

    /// <summary>Conductance between the centre of a voxel and an electrode on its face [S].</summary>
    internal double ToElectrode(int axis, int phase)
    {
        VoxelSize size = _problem.Volume.Size;
        return phase < 0 ? 0.0 : size.Face(axis) * 2.0 * _problem.Phases[phase].Conductivity.Along(axis) / size.Along(axis);
    }

    internal static int Find(ConductionProblem problem, string name)
    {
        for (int phase = 0; phase < problem.Phases.Length; phase++)
        {
            if (problem.Phases[phase].Name == name)
            {
                return phase;
            }
        }

        string hint = Suggestion.Nearest(name, problem.Phases.Select(phase => phase.Name)) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
        throw Wrong($"an interface names the phase '{name}', which is none.{hint}", $"The phases are: {string.Join(", ", problem.Phases.Select(phase => phase.Name))}.");
    }

    private static void Require(double value, string name, string what, string unit)
    {
        if (!(value >= 0.0 && double.IsFinite(value)))
        {
            throw Wrong(FormattableString.Invariant($"the {what} of '{name}' is {value} {unit}."), "Write a finite number that is not negative; 0 makes an insulator or a perfect contact.");
        }
    }

    private static InputException Wrong(string problem, string remedy) => new(InputPlace.Whole("phases"), problem, string.Empty, remedy);
}
