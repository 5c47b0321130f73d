using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Linear;

public sealed class BlockTridiagonal4Tests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    [Trait("Level", "reference")]
    public void Solve_RandomBlocks_ReturnsTheVectorTheRightHandSideWasMadeOf(int rows)
    {
        BlockTridiagonal4 matrix = Random(rows, seed: 1);
        double[] expected = LinearSystems.Numbers(4 * rows, seed: 2);
        double[] x = LinearSystems.Multiply(Dense(matrix), expected);

        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);

        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [Trait("Level", "reference")]
    public void Solve_ZeroDiagonalEntries_PivotsInsideTheBlock(int rows)
    {
        // Every diagonal block is a scaled cyclic permutation: elimination without exchanges would divide by zero.
        BlockTridiagonal4 matrix = new(rows);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 4; i++)
            {
                matrix.Diagonal(row)[(i * 4) + ((i + 1) % 4)] = 2.0 + i;
            }

            LinearSystems.Numbers(16, row).CopyTo(matrix.Lower(row));
            matrix.Upper(row)[5] = 0.25;
        }

        double[] expected = LinearSystems.Numbers(4 * rows, seed: 3);
        double[] x = LinearSystems.Multiply(Dense(matrix), expected);
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);

        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_Twice_LeavesTheEntriesIntact()
    {
        BlockTridiagonal4 matrix = Random(5, seed: 4);
        double[] before = matrix.Blocks.ToArray();
        matrix.Factor().ShouldBeTrue();
        double[] first = LinearSystems.Numbers(20, seed: 5), second = LinearSystems.Numbers(20, seed: 5);
        matrix.Solve(first);
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(second);

        matrix.Blocks.ToArray().ShouldBe(before);
        second.ShouldBe(first);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Factor_ShiftedDiagonal_SolvesTheShiftedMatrix()
    {
        BlockTridiagonal4 matrix = Random(6, seed: 6);
        matrix.Factor().ShouldBeTrue();
        for (int i = 0; i < 6; i++)
        {
            matrix.Diagonal(i)[0] += 100.0;
        }

        double[] expected = LinearSystems.Numbers(24, seed: 7);
        double[] x = LinearSystems.Multiply(Dense(matrix), expected);
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);

        LinearSystems.LargestDifference(x, expected).ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [Trait("Level", "unit")]
    public void Factor_UnusablePivot_ReturnsFalse(double entry)
    {
        BlockTridiagonal4 matrix = Random(4, seed: 8);
        matrix.Diagonal(2).Fill(entry);
        matrix.Lower(2).Clear();

        matrix.Factor().ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_WrongLength_SaysWhatIsNeeded() =>
        Should.Throw<ArgumentException>(() => new BlockTridiagonal4(3).Solve(new double[11]))
            .Message.ShouldStartWith("3 block rows need 12 elements, got 11.");

    private static BlockTridiagonal4 Random(int rows, int seed)
    {
        BlockTridiagonal4 matrix = new(rows);
        LinearSystems.Numbers(48 * rows, seed).CopyTo(matrix.Blocks);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 4; i++)
            {
                matrix.Diagonal(row)[i * 5] += 9.0;
            }
        }

        return matrix;
    }

    private static double[] Dense(BlockTridiagonal4 matrix)
    {
        int n = matrix.Size;
        double[] dense = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            int row = i / 4;
            for (int j = 0; j < 4; j++)
            {
                int entry = ((i % 4) * 4) + j;
                dense[(i * n) + (4 * row) + j] = matrix.Diagonal(row)[entry];
                if (row > 0)
                {
                    dense[(i * n) + (4 * (row - 1)) + j] = matrix.Lower(row)[entry];
                }

                if (row < matrix.BlockRows - 1)
                {
                    dense[(i * n) + (4 * (row + 1)) + j] = matrix.Upper(row)[entry];
                }
            }
        }

        return dense;
    }
}
