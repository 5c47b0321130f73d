using BenchmarkDotNet.Attributes;
using Lamella.Numerics.Linear;

namespace Lamella.Benchmarks;

/// <summary>One factorisation and one solution with the block structure, against the same matrix as a dense one.</summary>
[MemoryDiagnoser]
public class BlockTridiagonalBenchmark
{
    private BlockTridiagonal4 blocks = null!;
    private DenseLu dense = null!;
    private double[] matrix = null!;
    private double[] rightHandSide = null!;
    private double[] work = null!;

    /// <summary>Gets or sets the number of cells along x: two of 20 cells each, and a laminate of three layers.</summary>
    [Params(40, 75)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        blocks = new BlockTridiagonal4(Cells);
        dense = new DenseLu(blocks.Size);
        matrix = new double[blocks.Size * blocks.Size];
        rightHandSide = [.. Enumerable.Range(0, blocks.Size).Select(row => 1.0 + (row % 7))];
        work = new double[blocks.Size];
        for (int row = 0; row < blocks.Size; row++)
        {
            for (int column = 0; column < blocks.Size; column++)
            {
                Set(row, column);
            }
        }
    }

    [Benchmark(Baseline = true)]
    public double Dense()
    {
        rightHandSide.CopyTo(work, 0);
        dense.Factor(matrix);
        dense.Solve(work);
        return work[0];
    }

    [Benchmark]
    public double Blocks()
    {
        rightHandSide.CopyTo(work, 0);
        blocks.Factor();
        blocks.Solve(work);
        return work[0];
    }

    // Diagonally dominant, so that no pivot is in question and both routes solve the same easy system.
    private void Set(int row, int column)
    {
        const int order = BlockTridiagonal4.Order;
        int blockRow = row / order, distance = (column / order) - blockRow;
        if (Math.Abs(distance) > 1)
        {
            return;
        }

        double value = row == column ? 20.0 : Math.Cos((3.0 * row) + column);
        matrix[(row * blocks.Size) + column] = value;
        Span<double> block = distance < 0 ? blocks.Lower(blockRow) : distance > 0 ? blocks.Upper(blockRow) : blocks.Diagonal(blockRow);
        block[(row % order * order) + (column % order)] = value;
    }
}
