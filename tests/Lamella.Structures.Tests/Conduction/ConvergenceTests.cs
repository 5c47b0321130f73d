using Lamella.Structures.Conduction;
using Lamella.Structures.Generation;

namespace Lamella.Structures.Tests.Conduction;

/// <summary>The number of iterations must hardly grow with the size of the volume.</summary>
public sealed class ConvergenceTests
{
    private const double MostGrowth = 1.5;
    private const double NearPercolation = 0.32; // of random voxels, whose threshold is 0.3116

    [Theory]
    [InlineData("contrast 1", 1.0, 1.0)]
    [InlineData("contrast 10", 1.0, 10.0)]
    [InlineData("contrast 1,000", 1.0, 1000.0)]
    [InlineData("insulating phase at 50 %", 0.0, 1.0)]
    [InlineData("near percolation", 0.0, 1.0)]
    [Trait("Level", "order")]
    public void Solve_LargerVolumes_TakeHardlyMoreIterations(string name, double first, double second)
    {
        int[] sizes = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? [64, 128, 256] : [64, 128];
        int[] iterations = [.. sizes.Select(size => Iterations(size, name == "near percolation", first, second))];

        iterations.Max().ShouldBeLessThan((int)Math.Ceiling(MostGrowth * Math.Max(3, iterations[0])), $"{name}: {string.Join(", ", iterations)} iterations for {string.Join(", ", sizes)} voxels an edge");
    }

    private static int Iterations(int size, bool random, double first, double second)
    {
        PhaseFraction[] Shares(double part) => [new("first", 1.0 - part), new("second", part)];
        StructureRecipe recipe = random
            ? new RandomVoxels { Box = VoxelBox.Cube(size, 1e-6), Seed = 42, Phases = [.. Shares(NearPercolation)] }
            : new LevelCutField { Box = VoxelBox.Cube(size, 1e-6), Seed = 42, LengthX = 8e-6, Phases = [.. Shares(0.5)] };
        DirectionResult found = TestVolumes.Solve(TestVolumes.Problem(recipe.Generate().Volume, first, second), 0, 1e-6);
        found.Converged.ShouldBeTrue();
        return found.Iterations;
    }
}
