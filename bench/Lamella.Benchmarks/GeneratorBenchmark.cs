using BenchmarkDotNet.Attributes;
using Lamella.Structures.Generation;

namespace Lamella.Benchmarks;

/// <summary>Structures made from their recipes, 128³ voxels. The baseline draws one random number a voxel.</summary>
[MemoryDiagnoser]
[IterationCount(5)]
[WarmupCount(1)]
public class GeneratorBenchmark
{
    private const int Edge = 128;
    private static readonly PhaseFraction[] Halves = [new("one", 0.5), new("other", 0.5)];

    [Benchmark(Baseline = true)]
    public GeneratedStructure RandomVoxels() => new RandomVoxels { Box = VoxelBox.Cube(Edge, 1e-6), Seed = 1, Phases = [.. Halves] }.Generate();

    [Benchmark]
    public GeneratedStructure BicontinuousField() =>
        new LevelCutField { Box = VoxelBox.Cube(Edge, 1e-6), Seed = 1, LengthX = 8e-6, Phases = [.. Halves] }.Generate();
}
