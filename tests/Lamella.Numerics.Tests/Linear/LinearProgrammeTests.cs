using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Linear;

public sealed class LinearProgrammeTests
{
    /// <summary>max 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: (2, 6) and 36, the Wyndor example of Hillier and Lieberman.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Minimise_WyndorGlass_FindsTheCorner()
    {
        double[] solution = new double[5];

        ProgrammeEnding ending = LinearProgramme.Minimise(
            [-3, -5, 0, 0, 0], [1, 0, 1, 0, 0, 0, 2, 0, 1, 0, 3, 2, 0, 0, 1], [4, 12, 18], solution);

        ending.ShouldBe(ProgrammeEnding.Optimal);
        solution.ShouldBe([2.0, 6.0, 2.0, 0.0, 0.0], 1e-12);
    }

    /// <summary>Beale's example cycles under the largest-coefficient rule; Bland's rule ends at −1/20.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Minimise_BealesExample_DoesNotCycle()
    {
        double[] solution = new double[7];

        ProgrammeEnding ending = LinearProgramme.Minimise(
            [-0.75, 150, -0.02, 6, 0, 0, 0],
            [0.25, -60, -0.04, 9, 1, 0, 0, 0.5, -90, -0.02, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1],
            [0, 0, 1], solution);

        ending.ShouldBe(ProgrammeEnding.Optimal);
        (-0.75 * solution[0] + 150 * solution[1] - 0.02 * solution[2] + 6 * solution[3]).ShouldBe(-0.05, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Minimise_ConditionsThatExclude_IsInfeasible() =>
        LinearProgramme.Minimise([1], [1, 1], [1, 2], new double[1]).ShouldBe(ProgrammeEnding.Infeasible);

    [Fact]
    [Trait("Level", "unit")]
    public void Minimise_WithoutLowerLimit_IsUnbounded() =>
        LinearProgramme.Minimise([-1, 0], [1, -1], [0], new double[2]).ShouldBe(ProgrammeEnding.Unbounded);

    [Fact]
    [Trait("Level", "unit")]
    public void Minimise_RedundantEquation_IsSolved()
    {
        double[] solution = new double[2];

        LinearProgramme.Minimise([1, 2], [1, 1, 2, 2], [1, 2], solution).ShouldBe(ProgrammeEnding.Optimal);
        solution.ShouldBe([1.0, 0.0], 1e-12);
    }

    /// <summary>No random feasible point lies below the optimum, and the optimum fulfils the equations.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Minimise_RandomProgrammes_IsFeasibleAndLeast()
    {
        var random = new SeededGenerator(5);
        for (int trial = 0; trial < 300; trial++)
        {
            const int M = 3, N = 7;
            double[] matrix = [.. Enumerable.Range(0, M * N).Select(_ => random.NextUniform() + 0.1)];
            double[] inside = [.. Enumerable.Range(0, N).Select(_ => random.NextUniform())];
            double[] right = [.. Enumerable.Range(0, M).Select(row => Enumerable.Range(0, N).Sum(j => matrix[(row * N) + j] * inside[j]))];
            double[] cost = [.. Enumerable.Range(0, N).Select(_ => random.NextUniform())];
            double[] solution = new double[N];

            LinearProgramme.Minimise(cost, matrix, right, solution).ShouldBe(ProgrammeEnding.Optimal);

            solution.ShouldAllBe(x => x >= 0.0);
            for (int row = 0; row < M; row++)
            {
                Enumerable.Range(0, N).Sum(j => matrix[(row * N) + j] * solution[j]).ShouldBe(right[row], 1e-9);
            }

            cost.Zip(solution, (c, x) => c * x).Sum().ShouldBeLessThanOrEqualTo(cost.Zip(inside, (c, x) => c * x).Sum() + 1e-9);
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Minimise_WrongLengths_SaysWhatIsNeeded() =>
        Should.Throw<ArgumentException>(() => LinearProgramme.Minimise([1, 1], [1], [1], new double[2])).Message.ShouldContain("need 2 coefficients");
}
