using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Linear;

public sealed class DenseLuTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(37)]
    [Trait("Level", "reference")]
    public void Solve_RandomMatrix_ReturnsTheVectorTheRightHandSideWasMadeOf(int n)
    {
        double[] matrix = LinearSystems.Numbers(n * n, seed: 1);
        double[] expected = LinearSystems.Numbers(n, seed: 2);
        double[] x = LinearSystems.Multiply(matrix, expected);
        DenseLu lu = new(n);

        lu.Factor(matrix).ShouldBeTrue();
        lu.Solve(x);

        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-11);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_ZeroLeadingEntry_Pivots()
    {
        double[] b = [3.0, 5.0, 11.0];
        DenseLu lu = new(3);
        lu.Factor([0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0]).ShouldBeTrue();
        lu.Solve(b);

        b.ShouldBe([5.0, 3.0, 11.0]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_SingularOrNaN_ReturnsFalse()
    {
        DenseLu lu = new(2);

        lu.Factor([1.0, 2.0, 2.0, 4.0]).ShouldBeFalse();
        lu.Factor([1.0, 2.0, double.NaN, 4.0]).ShouldBeFalse();
        lu.Factor([0.0, 0.0, 0.0, 0.0]).ShouldBeFalse();
        lu.Factor([1.0, 2.0, 2.0, 5.0]).ShouldBeTrue();
    }
}
