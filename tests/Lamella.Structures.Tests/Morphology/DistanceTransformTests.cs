using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Morphology;

[Trait("Level", "reference")]
public sealed class DistanceTransformTests
{
    [Theory]
    [InlineData(false, 0.05)]
    [InlineData(true, 0.05)]
    [InlineData(true, 0.002)]
    [InlineData(false, 0.5)]
    public void Compute_RandomSet_AgreesWithTheSearchOverAllPairs(bool periodic, double share)
    {
        var extent = new LatticeExtent(13, 9, 11);
        var size = new VoxelSize(1.0, 1.7, 0.6);
        var generator = new SeededGenerator(17);
        bool[] inside = [.. Enumerable.Range(0, (int)extent.Count).Select(_ => generator.NextUniform() >= share)];
        inside[700] = false;
        float[] found = DistanceTransform.Compute(inside, extent, size, periodic);
        for (int k = 0; k < inside.Length; k++)
        {
            double expected = Enumerable.Range(0, inside.Length).Where(other => !inside[other]).Min(other => Distance(extent, size, periodic, k, other));

            ((double)found[k]).ShouldBe(expected, 1e-5);
        }
    }

    [Fact]
    public void Compute_EmptySet_IsInfinitelyFar() =>
        DistanceTransform.Compute([true, true], new LatticeExtent(2, 1, 1), VoxelSize.Cube(1.0)).ShouldBe([float.PositiveInfinity, float.PositiveInfinity]);

    private static double Distance(LatticeExtent extent, VoxelSize size, bool periodic, int a, int b)
    {
        double squared = 0.0;
        int[] first = [a % extent.Nx, a / extent.Nx % extent.Ny, a / extent.Nx / extent.Ny];
        int[] second = [b % extent.Nx, b / extent.Nx % extent.Ny, b / extent.Nx / extent.Ny];
        for (int axis = 0; axis < 3; axis++)
        {
            int steps = Math.Abs(first[axis] - second[axis]);
            steps = periodic ? Math.Min(steps, extent.Along(axis) - steps) : steps;
            squared += steps * size.Along(axis) * steps * size.Along(axis);
        }

        return Math.Sqrt(squared);
    }
}
