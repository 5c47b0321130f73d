using System.Numerics;
using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Linear;

public sealed class ComplexSparseLuTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 2, 2 }, { 7, 3 }, { 60, 4 }, { 200, 5 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    [Trait("Level", "reference")]
    public void Solve_RandomSparseMatrices_MeetsEveryRowToRoundOff(int n, int seed)
    {
        SparsePencil pencil = Scattered(n, seed);
        ComplexSparseLu lu = new(pencil);
        foreach (double decade in new[] { -3.0, 0.0, 2.0, 7.0 })
        {
            var shift = new Complex(0.0, Math.Pow(10.0, decade));

            lu.Factor(shift).ShouldBeTrue();

            Error(pencil, lu, shift, seed).ShouldBeLessThan(1e-12);
        }
    }

    /// <summary>Cells along a line with short chains hanging on each and one unknown that touches all: the shape of a cell.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Factor_LineWithChainsAndBorder_KeepsPatternAndPivotsOverTenDecades()
    {
        SparsePencil pencil = Bordered(cells: 40, chain: 12);
        ComplexSparseLu lu = new(pencil);
        for (int k = 0; k <= 50; k++)
        {
            var shift = new Complex(0.0, 2.0 * Math.PI * Math.Pow(10.0, -3.0 + (0.2 * k)));
            lu.Factor(shift).ShouldBeTrue();
            Error(pencil, lu, shift, seed: k).ShouldBeLessThan(1e-12);
        }

        lu.PivotSearches.ShouldBeLessThanOrEqualTo(3);
        lu.FactorCount.ShouldBeLessThan(3 * pencil.Count, "the order of elimination avoids fill");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_PivotVanishesAtAnotherShift_ChoosesAnew()
    {
        // The leading entry is 1 + s: at s = −1 only a row exchange helps.
        SparsePencilBuilder builder = new(2);
        builder.Add(0, 0, 1.0, 1.0);
        builder.Add(0, 1, 1.0);
        builder.Add(1, 0, 0.5);
        builder.Add(1, 1, 3.0);
        SparsePencil pencil = builder.Build();
        ComplexSparseLu lu = new(pencil);
        lu.Factor(Complex.Zero).ShouldBeTrue();
        lu.Factor(-1.0).ShouldBeTrue();

        Error(pencil, lu, -1.0, seed: 1).ShouldBeLessThan(1e-14);
        lu.PivotSearches.ShouldBe(2);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [Trait("Level", "unit")]
    public void Factor_UnusableColumn_ReturnsFalse(double entry)
    {
        SparsePencilBuilder builder = new(2);
        builder.Add(0, 0, 1.0);
        builder.Add(0, 1, entry);
        builder.Add(1, 1, entry);

        new ComplexSparseLu(builder.Build()).Factor(Complex.One).ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_BeforeFactor_SaysWhatToDo() =>
        Should.Throw<InvalidOperationException>(() => new ComplexSparseLu(Scattered(3, 1)).Solve(new Complex[3]))
            .Message.ShouldContain("call Factor first");

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_WrongLength_SaysWhatIsNeeded()
    {
        ComplexSparseLu lu = new(Scattered(3, 1));
        lu.Factor(Complex.One).ShouldBeTrue();

        Should.Throw<ArgumentException>(() => lu.Solve(new Complex[2])).Message.ShouldStartWith("3 unknowns need 3 elements, got 2.");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Build_EntriesAtOnePlace_AddUp()
    {
        SparsePencilBuilder builder = new(2);
        builder.Add(1, 0, 2.0, 1.0);
        builder.Add(0, 0, 5.0);
        builder.Add(1, 0, 0.5, -0.25);
        builder.Add(1, 1, 0.0);
        SparsePencil pencil = builder.Build();

        pencil.Count.ShouldBe(2);
        pencil.Entry(1, 0, new Complex(0.0, 2.0)).ShouldBe(new Complex(2.5, 1.5));
        pencil.Entry(0, 0, 0.0).ShouldBe(5.0);
        pencil.Entry(1, 1, 1.0).ShouldBe(0.0);
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(2, 0, 1.0));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(0, -1, 1.0));
    }

    /// <summary>Row-wise backward error: by how much each row would have to change for the solution to be exact.</summary>
    private static double Error(SparsePencil pencil, ComplexSparseLu lu, Complex shift, int seed)
    {
        int n = pencil.Size;
        double[] numbers = LinearSystems.Numbers(2 * n, seed + 50);
        Complex[] b = [.. Enumerable.Range(0, n).Select(i => new Complex(numbers[i], numbers[n + i]))];
        Complex[] x = [.. b], product = new Complex[n];
        lu.Solve(x);
        pencil.Multiply(shift, x, product);
        double worst = 0.0;
        for (int i = 0; i < n; i++)
        {
            double size = Complex.Abs(b[i])
                + Enumerable.Range(0, n).Sum(j => Complex.Abs(pencil.Entry(i, j, shift)) * Complex.Abs(x[j]));
            worst = Math.Max(worst, Complex.Abs(product[i] - b[i]) / size);
        }

        return worst;
    }

    private static SparsePencil Scattered(int n, int seed)
    {
        double[] numbers = LinearSystems.Numbers(8 * n, seed);
        SparsePencilBuilder builder = new(n);
        for (int i = 0; i < n; i++)
        {
            // A permuted strong entry instead of the diagonal, so that pivots must be searched.
            builder.Add(i, (i + 1) % n, 3.0 + numbers[i], 0.3);
            for (int k = 1; k <= 3; k++)
            {
                int column = (int)(0.5 * (1.0 + numbers[(k * n) + i]) * n);
                builder.Add(i, column, numbers[((k + 3) * n) + i], k == 1 ? 0.2 : 0.0);
            }
        }

        return builder.Build();
    }

    private static SparsePencil Bordered(int cells, int chain)
    {
        int border = cells * (chain + 2);
        SparsePencilBuilder builder = new(border + 1);
        for (int cell = 0; cell < cells; cell++)
        {
            int own = cell * 2;
            builder.Add(own, own, 1.0, cell % 2); // alternately differential and algebraic
            builder.Add(own, own + 1, -0.5);
            builder.Add(own + 1, own, 1.0);
            builder.Add(own + 1, own + 1, 0.1);
            builder.Add(own + 1, border, 1.0);
            if (cell > 0)
            {
                builder.Add(own, own - 2, -0.4);
                builder.Add(own + 1, own - 1, -0.03);
            }

            for (int k = 0, at = (2 * cells) + (cell * chain); k < chain; k++, at++)
            {
                builder.Add(at, at, 2.0, 1.0);
                builder.Add(at, k == 0 ? own + 1 : at - 1, -1.0);
                builder.Add(k == 0 ? own : at - 1, at, -1.0);
            }
        }

        builder.Add(border, border, 0.1);
        builder.Add(border, (2 * cells) - 2, 1.0);
        return builder.Build();
    }
}
