using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Linear;

[Trait("Level", "identity")]
public sealed class HouseholderQrTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 0)]
    [InlineData(7, 3)]
    [InlineData(24, 24)]
    [InlineData(61, 17)]
    public void Solve_AnyMatrix_LeavesAResidualNormalToTheColumns(int rows, int count)
    {
        (double[] columns, double[] right) = Problem(rows, count, 5);
        var factors = new HouseholderQr(columns, rows);
        double[] transformed = [.. right], solution = new double[count];

        double square = factors.Solve(transformed, solution);
        factors.ToResidual(transformed);

        transformed.Sum(r => r * r).ShouldBe(square, 1e-12 * (1.0 + right.Sum(r => r * r)));
        for (int i = 0; i < rows; i++)
        {
            double fitted = Enumerable.Range(0, count).Sum(j => columns[(j * rows) + i] * solution[j]);
            transformed[i].ShouldBe(right[i] - fitted, 1e-10);
        }

        for (int j = 0; j < count; j++)
        {
            Enumerable.Range(0, rows).Sum(i => columns[(j * rows) + i] * transformed[i]).ShouldBe(0.0, 1e-10);
        }
    }

    [Fact]
    public void Factors_AnyMatrix_MultiplyBackToIt()
    {
        const int Rows = 12, Count = 5;
        (double[] columns, _) = Problem(Rows, Count, 9);
        var factors = new HouseholderQr(columns, Rows);
        double[] q = new double[Rows * Count], r = new double[Count * Count];
        factors.CopyOrthogonalColumns(q);
        factors.CopyTriangle(r);

        for (int j = 0; j < Count; j++)
        {
            for (int i = 0; i < Rows; i++)
            {
                Enumerable.Range(0, Count).Sum(k => q[(k * Rows) + i] * r[(j * Count) + k]).ShouldBe(columns[(j * Rows) + i], 1e-13);
            }
        }

        factors.LastPivot.ShouldBe(Math.Abs(r[^1]));
    }

    [Fact]
    public void Solve_RepeatedColumn_GivesItNothingAndTheSameFit()
    {
        const int Rows = 15;
        (double[] columns, double[] right) = Problem(Rows, 4, 2);
        double[] repeated = [.. columns, .. columns.AsSpan(Rows, Rows)];
        double[] solution = new double[4], withRepeated = new double[5];

        double square = new HouseholderQr(columns, Rows).Solve([.. right], solution);
        var factors = new HouseholderQr(repeated, Rows);
        double squareWithRepeated = factors.Solve([.. right], withRepeated);

        factors.Rank.ShouldBe(4);
        factors.LastPivot.ShouldBe(0.0);
        withRepeated[4].ShouldBe(0.0);
        squareWithRepeated.ShouldBe(square, 1e-12 * square);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Constructor_WrongShape_SaysWhatIsNeeded()
    {
        Should.Throw<ArgumentException>(() => new HouseholderQr(new double[7], 3)).Message.ShouldContain("7 elements are no matrix of 3 rows");
        Should.Throw<ArgumentException>(() => new HouseholderQr(new double[6], 2)).Message.ShouldContain("0 to 2 columns");
        Should.Throw<ArgumentException>(() => new HouseholderQr(new double[6], 3).Solve(new double[3], new double[3]))
            .Message.ShouldContain("Expected 2 elements but got 3");
    }

    private static (double[] Columns, double[] Right) Problem(int rows, int count, ulong seed)
    {
        var random = new SeededGenerator(seed);
        return ([.. Enumerable.Range(0, rows * count).Select(_ => random.NextNormal())],
            [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())]);
    }
}
