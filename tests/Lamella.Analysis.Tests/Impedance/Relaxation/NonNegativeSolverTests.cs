using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance.Relaxation;

[Trait("Level", "property")]
public sealed class NonNegativeSolverTests
{
    [Fact]
    public void Solve_RandomProblems_MeetsTheConditionsOfTheMinimum()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var random = new SeededGenerator(seed);
            int n = 1 + random.NextBelow(25);
            (double[] matrix, double[] right) = Problem(random, n, Math.Pow(10.0, -8.0 * random.NextUniform()));
            double[] guess = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())];

            double[] x = NonNegativeSolver.Solve(matrix, right, guess);

            double scale = right.Max(Math.Abs);
            for (int i = 0; i < n; i++)
            {
                double pull = right[i] - Enumerable.Range(0, n).Sum(j => matrix[(i * n) + j] * x[j]);
                x[i].ShouldBeGreaterThanOrEqualTo(0.0);
                pull.ShouldBeLessThan(1e-6 * scale, $"seed {seed}: unknown {i} should be larger");
                Math.Abs(x[i] * pull).ShouldBeLessThanOrEqualTo(1e-6 * scale * x.Max());
            }
        }
    }

    /// <summary>BᵀB + ridge with columns that resemble each other, as bells do.</summary>
    private static (double[] Matrix, double[] Right) Problem(SeededGenerator random, int n, double ridge)
    {
        int rows = n + 5;
        double[] columns = [.. Enumerable.Range(0, rows * n).Select(k => Math.Exp(-0.1 * Math.Pow((k % rows) - (k / rows), 2)))];
        double[] data = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
        double[] matrix = new double[n * n], right = new double[n];
        for (int a = 0; a < n; a++)
        {
            right[a] = Enumerable.Range(0, rows).Sum(i => columns[(a * rows) + i] * data[i]);
            for (int b = 0; b < n; b++)
            {
                matrix[(a * n) + b] = Enumerable.Range(0, rows).Sum(i => columns[(a * rows) + i] * columns[(b * rows) + i]) + (a == b ? ridge : 0.0);
            }
        }

        return (matrix, right);
    }
}
