using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Linear;

[Trait("Level", "identity")]
public sealed class DenseCholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(23)]
    public void Solve_PositiveMatrix_GivesTheSolution(int n)
    {
        double[] matrix = Positive(n, 3);
        double[] expected = [.. Enumerable.Range(0, n).Select(i => 1.0 + i)];
        double[] vector = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => matrix[(i * n) + j] * expected[j]))];
        var factor = new DenseCholesky(n);

        factor.Factor(matrix, n, [.. Enumerable.Range(0, n)]).ShouldBeTrue();
        factor.Solve(vector);

        vector.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Fact]
    public void Factor_ChosenRows_TakesOnlyThose()
    {
        double[] matrix = [4.0, 1.0, 0.0, 1.0, 9.0, 2.0, 0.0, 2.0, 25.0];
        var factor = new DenseCholesky(3);

        factor.Factor(matrix, 3, [0, 2]).ShouldBeTrue();
        double[] vector = [8.0, 50.0];
        factor.Solve(vector);

        vector.ShouldBe([2.0, 2.0]);
        factor.LogDeterminant.ShouldBe(Math.Log(100.0), 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_IndefiniteMatrix_IsRefused()
    {
        new DenseCholesky(2).Factor([1.0, 2.0, 2.0, 1.0], 2, [0, 1]).ShouldBeFalse();
        new DenseCholesky(1).Factor([double.NaN], 1, [0]).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new DenseCholesky(1).Factor([1.0, 0.0, 0.0, 1.0], 2, [0, 1])).Message.ShouldContain("room for 1");
    }

    private static double[] Positive(int n, ulong seed)
    {
        var random = new SeededGenerator(seed);
        double[] root = [.. Enumerable.Range(0, n * n).Select(_ => random.NextNormal())];
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = Enumerable.Range(0, n).Sum(k => root[(k * n) + i] * root[(k * n) + j]) + (i == j ? 0.1 : 0.0);
            }
        }

        return matrix;
    }
}
