using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Conduction;

/// <summary>Volumes that tests make for themselves.</summary>
internal static class TestVolumes
{
    internal static LabelVolume Make(int nx, int ny, int nz, Func<int, int, int, int> label, VoxelSize? size = null)
    {
        byte[] labels = new byte[nx * ny * nz];
        for (int k = 0; k < labels.Length; k++)
        {
            labels[k] = (byte)label(k % nx, k / nx % ny, k / nx / ny);
        }

        return new LabelVolume(new LatticeExtent(nx, ny, nz), size ?? VoxelSize.Cube(1.0), labels);
    }

    internal static LabelVolume Random(int nx, int ny, int nz, int phases, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        return Make(nx, ny, nz, (_, _, _) => (int)(generator.NextUniform() * phases));
    }

    /// <summary>A sphere in the middle of a cubic cell, its fraction given; voxels whose centre lies within belong to it.</summary>
    internal static LabelVolume Sphere(int n, double fraction)
    {
        double radius = n * Math.Cbrt(3.0 * fraction / (4.0 * Math.PI)), middle = 0.5 * (n - 1);
        return Make(n, n, n, (x, y, z) => ((x - middle) * (x - middle)) + ((y - middle) * (y - middle)) + ((z - middle) * (z - middle)) <= radius * radius ? 1 : 0);
    }

    internal static ConductionProblem Problem(LabelVolume volume, params double[] conductivities) => new()
    {
        Volume = volume,
        Phases = [.. conductivities.Select((value, label) => new ConductingPhase($"p{label}", [label], PhaseConductivity.Isotropic(value)))],
    };

    internal static DirectionResult Solve(ConductionProblem problem, int axis, double tolerance = 1e-9, int threads = 2) =>
        ConductionSolver.Solve(problem, new ConductionOptions { Axes = [axis], Tolerance = tolerance, Threads = threads }).Directions[0];
}
