using System.Collections.Immutable;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using Lamella.Structures.Conduction;
using Lamella.Structures.Generation;
using Lamella.Structures.Voxels;

namespace Lamella.Benchmarks;

/// <summary>
/// Conduction through a bicontinuous volume along one axis, relative error 1e-3, two threads. The baseline moves the bytes of
/// one iteration through memory and does nothing else: iterations over the ratio is the share of the bandwidth that the solve reaches.
/// </summary>
/// <remarks>
/// Bytes a voxel and iteration, counted on the loops: 13 for the new direction and its curvature, 29 for the step with half a
/// sweep and the restriction, 13 for the prolongation with the mirrored sweep, 46 for the graphs of blocks (6.6 bytes a voxel, read seven
/// times), which the coarse lattices of the contrast of ten undercut by 33.
/// </remarks>
[MemoryDiagnoser]
[IterationCount(7)]
[WarmupCount(1)]
public class ConductionBenchmark
{
    private const int BytesPerVoxelAndIteration = 13 + 29 + 13 + 46;
    private const int Threads = 2;
    private LabelVolume volume = null!;
    private float[] a = [];
    private float[] b = [];
    private float[] c = [];

    [Params(128, 256)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var recipe = new LevelCutField
        {
            Box = VoxelBox.Cube(Size, 1e-6), Seed = 42, LengthX = 8e-6, Phases = [new PhaseFraction("one", 0.5), new PhaseFraction("other", 0.5)],
        };
        volume = recipe.Generate().Volume;
        long floats = (long)Size * Size * Size * BytesPerVoxelAndIteration / (3 * sizeof(float));
        (a, b, c) = (new float[floats], new float[floats], new float[floats]);
        Array.Fill(b, 1.0f);
        Array.Fill(c, 2.0f);
    }

    [Benchmark(Baseline = true)]
    public float BytesOfOneIteration()
    {
        Parallel.For(0, Threads, part =>
        {
            int from = (int)((long)a.Length * part / Threads), to = (int)((long)a.Length * (part + 1) / Threads);
            int i = from;
            for (; i <= to - Vector<float>.Count; i += Vector<float>.Count)
            {
                ((new Vector<float>(b, i) * 0.5f) + new Vector<float>(c, i)).CopyTo(a, i);
            }
        });
        return a[^1];
    }

    [Benchmark]
    public DirectionResult OnePhaseInsulates() => Solve(0.0, 1.0);

    [Benchmark]
    public DirectionResult ContrastTen() => Solve(1.0, 10.0);

    [Benchmark]
    public DirectionResult ContrastThousand() => Solve(1.0, 1000.0);

    private DirectionResult Solve(double first, double second)
    {
        ImmutableArray<ConductingPhase> phases =
            [new("one", [0], PhaseConductivity.Isotropic(first)), new("other", [1], PhaseConductivity.Isotropic(second))];
        return ConductionSolver.Solve(
            new ConductionProblem { Volume = volume, Phases = phases }, new ConductionOptions { Axes = [0], Tolerance = 1e-3, Threads = Threads }).Directions[0];
    }
}
