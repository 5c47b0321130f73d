using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Linear;

[Trait("Level", "unit")]
public sealed class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void Solve_PositiveDefiniteMatrix_GivesTheSolutionBack(int n)
    {
        var random = new SeededGenerator(3);
        double[] root = [.. Enumerable.Range(0, n * n).Select(_ => random.NextNormal())];
        double[] matrix = new double[n * n], expected = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())], right = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = Enumerable.Range(0, n).Sum(k => root[(i * n) + k] * root[(j * n) + k]) + (i == j ? 1.0 : 0.0);
            }
        }

        for (int i = 0; i < n; i++)
        {
            right[i] = Enumerable.Range(0, n).Sum(j => matrix[(i * n) + j] * expected[j]);
        }

        Cholesky.Factor(matrix, n, 0.0);
        Cholesky.Solve(matrix, n, right);

        right.ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void Factor_SingularMatrix_KeepsAFloor()
    {
        double[] matrix = [1.0, 1.0, 1.0, 1.0];

        Cholesky.Factor(matrix, 2, 1e-12);

        matrix[3].ShouldBe(1e-6, 1e-12);
    }

    [Fact]
    public void Factor_TooFewElements_IsRefused() => Should.Throw<ArgumentException>(() => Cholesky.Factor(new double[3], 2, 0.0));
}
