using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Linear;

public sealed class TridiagonalBatchTests
{
    // Around the vector widths, where kernels break.
    public static TheoryData<int, int> Shapes => new() { { 1, 1 }, { 1, 9 }, { 2, 3 }, { 20, 4 }, { 20, 5 }, { 7, 20 }, { 33, 17 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    [Trait("Level", "reference")]
    public void Solve_RandomSystems_ReturnsTheVectorsTheRightHandSidesWereMadeOf(int rows, int lanes)
    {
        Systems s = new(rows, lanes, seed: 1);
        double[] expected = LinearSystems.Numbers(rows * lanes, seed: 2);
        double[] x = s.Multiply(expected);
        TridiagonalBatch batch = new(rows, lanes);

        batch.Factor(s.Lower, s.Diagonal, s.Upper).ShouldBeTrue();
        batch.Solve(x);

        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-13);
    }

    /// <summary>Particles coupled at their surface to one unknown outside: eliminated and solved all at once.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    [Trait("Level", "reference")]
    public void ForwardBackward_LastRowCoupledToAnOuterUnknown_MatchesDenseSolution(int rows, int lanes)
    {
        // Last row of each lane gets −1·z; outer row: 4·lanes·z + Σ x(last) = e.
        Systems s = new(rows, lanes, seed: 3);
        double[] expected = LinearSystems.Numbers(rows * lanes, seed: 4);
        const double outer = 0.7;
        double[] x = s.Multiply(expected);
        Span<double> last = x.AsSpan((rows - 1) * lanes);
        double e = 4.0 * lanes * outer;
        for (int lane = 0; lane < lanes; lane++)
        {
            last[lane] -= outer;
            e += expected[((rows - 1) * lanes) + lane];
        }

        TridiagonalBatch batch = new(rows, lanes);
        batch.Factor(s.Lower, s.Diagonal, s.Upper).ShouldBeTrue();
        batch.Forward(x);
        double pivot = 4.0 * lanes;
        for (int lane = 0; lane < lanes; lane++)
        {
            pivot += 1.0 / batch.LastPivot(lane);
            e -= last[lane] / batch.LastPivots[lane];
        }

        double z = e / pivot;
        for (int lane = 0; lane < lanes; lane++)
        {
            last[lane] = (last[lane] + z) / batch.LastPivot(lane);
        }

        batch.Backward(x);

        z.ShouldBe(outer, 1e-13);
        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(14)]
    [Trait("Level", "unit")]
    public void Factor_ZeroPivotInAnyLane_ReturnsFalse(int element)
    {
        Systems s = new(3, 5, seed: 5);
        s.Diagonal[element] = 0.0;
        s.Lower[element] = 0.0;

        new TridiagonalBatch(3, 5).Factor(s.Lower, s.Diagonal, s.Upper).ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_NaN_ReturnsFalse()
    {
        Systems s = new(4, 6, seed: 6);
        s.Upper[7] = double.NaN;

        new TridiagonalBatch(4, 6).Factor(s.Lower, s.Diagonal, s.Upper).ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_WrongLength_SaysWhatIsNeeded() =>
        Should.Throw<ArgumentException>(() => new TridiagonalBatch(3, 4).Solve(new double[11]))
            .Message.ShouldStartWith("3 rows × 4 lanes need 12 elements, got 11.");

    private sealed class Systems
    {
        private readonly int rows;
        private readonly int lanes;

        internal Systems(int rows, int lanes, int seed)
        {
            (this.rows, this.lanes) = (rows, lanes);
            Lower = LinearSystems.Numbers(rows * lanes, seed);
            Upper = LinearSystems.Numbers(rows * lanes, seed + 100);
            Diagonal = [.. LinearSystems.Numbers(rows * lanes, seed + 200).Select(d => d + 4.0)];
        }

        internal double[] Lower { get; }

        internal double[] Diagonal { get; }

        internal double[] Upper { get; }

        internal double[] Multiply(double[] x)
        {
            double[] product = new double[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                int row = i / lanes;
                product[i] = (Diagonal[i] * x[i])
                    + (row > 0 ? Lower[i] * x[i - lanes] : 0.0)
                    + (row < rows - 1 ? Upper[i] * x[i + lanes] : 0.0);
            }

            return product;
        }
    }
}
