using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The least-squares problem of a distribution: min |A·x + B·u − y|² + λ·|D·x|², D the second difference.</summary>
/// <remarks>
/// The terms B (resistance, inductance, tail) are not penalised and are eliminated exactly; what stays is
/// (H₀ + λP)·x = b with H₀ = AᵀA and P = DᵀD on the rest of the rows. Outside the grid the distribution is zero.
/// <b>Source.</b> Saccoccio, Wan, Chen and Ciucci, Electrochim. Acta 147 (2014) 470,
/// <see href="https://doi.org/10.1016/j.electacta.2014.09.058"/>.
/// </remarks>
internal sealed class RidgeProblem
{
    private readonly HouseholderQr series;
    private readonly double[] columns; // A by columns after Qᵀ of B, all rows
    private readonly double[] values; // Qᵀ·y
    private readonly DenseCholesky cholesky;
    private readonly int[] all;

    /// <summary>Sets the problem up.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="set">What stands in series; its processes are left out.</param>
    /// <param name="grid">The bells.</param>
    /// <param name="target">y: the weighted values, or what processes leave of them, shape (2N).</param>
    internal RidgeProblem(WeightedData data, ProcessSet set, RelaxationGrid grid, ReadOnlySpan<double> target)
        : this(data, ProcessColumns.Fill(data, set with { Processes = [] }, []), grid, target)
    {
    }

    /// <summary>Sets the problem up with any terms that are not penalised.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="free">B by columns, shape (2N · terms).</param>
    /// <param name="grid">The bells.</param>
    /// <param name="target">y, shape (2N).</param>
    internal RidgeProblem(WeightedData data, double[] free, RelaxationGrid grid, ReadOnlySpan<double> target)
    {
        int rows = 2 * data.Count;
        Count = grid.Count;
        series = new HouseholderQr(free, rows);
        columns = grid.Columns(data);
        values = [.. target];
        series.ApplyTransposed(values);
        SeriesCount = series.Columns;
        Rows = rows - SeriesCount;
        for (int k = 0; k < Count; k++)
        {
            series.ApplyTransposed(columns.AsSpan(rows * k, rows));
        }

        (Normal, Right) = (new double[Count * Count], new double[Count]);
        for (int a = 0; a < Count; a++)
        {
            ReadOnlySpan<double> one = Rest(a);
            Right[a] = Kernels.Dot(one, values.AsSpan(SeriesCount));
            for (int b = 0; b <= a; b++)
            {
                Normal[(a * Count) + b] = Normal[(b * Count) + a] = Kernels.Dot(one, Rest(b));
            }
        }

        Floor = Rows * data.Floor * data.Floor;
        Square = Kernels.Dot(values.AsSpan(SeriesCount), values.AsSpan(SeriesCount));
        Penalty = SecondDifferences(Count);
        PenaltyScale = Trace(Normal) / Trace(Penalty);
        cholesky = new DenseCholesky(Count);
        all = [.. Enumerable.Range(0, Count)];
    }

    /// <summary>Gets n, the number of bells.</summary>
    internal int Count { get; }

    /// <summary>Gets the number of terms in series.</summary>
    internal int SeriesCount { get; }

    /// <summary>Gets m, the rows left when these are eliminated.</summary>
    internal int Rows { get; }

    /// <summary>Gets H₀, shape (n, n).</summary>
    internal double[] Normal { get; }

    /// <summary>Gets P, shape (n, n).</summary>
    internal double[] Penalty { get; }

    /// <summary>Gets b = Aᵀy, shape (n).</summary>
    internal double[] Right { get; }

    /// <summary>Gets |y|² on the rest of the rows.</summary>
    internal double Square { get; }

    /// <summary>Gets the misfit that the best instrument would leave.</summary>
    internal double Floor { get; }

    /// <summary>Gets tr H₀/tr P: λ in this unit is a pure number near 1 for even shares.</summary>
    internal double PenaltyScale { get; }

    /// <summary>Returns H₀ + λP.</summary>
    internal double[] Matrix(double lambda)
    {
        double[] matrix = [.. Normal];
        Kernels.AddScaled(matrix, lambda * PenaltyScale, Penalty);
        return matrix;
    }

    /// <summary>Returns ln det of P in the unit of λ.</summary>
    internal double LogDeterminantOfPenalty()
    {
        double[] penalty = new double[Count * Count];
        Kernels.AddScaled(penalty, PenaltyScale, Penalty);
        return SolveSigned(penalty).Factor.LogDeterminant;
    }

    /// <summary>Returns the smallest of |A·x − y|² + λ|Dx|² over x of either sign.</summary>
    internal double Misfit(ReadOnlySpan<double> solution) =>
        Math.Max(Square - Kernels.Dot(solution, Right), Floor);

    /// <summary>Factors H₀ + λP and solves for x of either sign.</summary>
    internal (double[] Solution, DenseCholesky Factor) SolveSigned(double[] matrix)
    {
        double[] solution = [.. Right];
        if (!cholesky.Factor(matrix, Count, all))
        {
            return (new double[Count], cholesky);
        }

        cholesky.Solve(solution);
        return (solution, cholesky);
    }

    /// <summary>Returns the strengths in series for given bells.</summary>
    internal double[] Series(ReadOnlySpan<double> solution) => Series(solution, []);

    /// <summary>Returns b after a change of the data and with noise of the size of data and penalty.</summary>
    /// <param name="change">What is added to y, shape (2N).</param>
    /// <param name="lambda">λ, relative.</param>
    /// <param name="deviation">σ of one weighted number.</param>
    /// <param name="random">Source of the noise.</param>
    /// <remarks>
    /// The least-squares solution of data and penalty to which independent noise of their own size was added has exactly the
    /// probability that the data give it: Papandreou and Yuille, Adv. Neural Inf. Process. Syst. 23 (2010) 1858.
    /// </remarks>
    internal double[] Disturbed(ReadOnlySpan<double> change, double lambda, double deviation, SeededGenerator random)
    {
        double[] moved = [.. change];
        series.ApplyTransposed(moved);
        for (int i = SeriesCount; i < moved.Length; i++)
        {
            moved[i] += deviation * random.NextNormal();
        }

        double[] right = [.. Right];
        for (int k = 0; k < Count; k++)
        {
            right[k] += Kernels.Dot(Rest(k), moved.AsSpan(SeriesCount));
        }

        double size = deviation * Math.Sqrt(lambda * PenaltyScale);
        for (int row = 0; row < Count; row++)
        {
            double penalty = size * random.NextNormal();
            right[row] -= 2.0 * penalty;
            if (row > 0)
            {
                right[row - 1] += penalty;
            }

            if (row + 1 < Count)
            {
                right[row + 1] += penalty;
            }
        }

        return right;
    }

    /// <summary>Draws strengths in series where all bells are zero.</summary>
    /// <param name="deviation">σ of one weighted number.</param>
    /// <param name="random">Source of the noise.</param>
    internal double[] DrawSeries(double deviation, SeededGenerator random)
    {
        double[] noise = new double[SeriesCount];
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = deviation * random.NextNormal();
        }

        return Series(new double[Count], noise);
    }

    private double[] Series(ReadOnlySpan<double> solution, ReadOnlySpan<double> noise)
    {
        double[] left = Left(solution), strengths = new double[SeriesCount], triangle = new double[SeriesCount * SeriesCount];
        series.CopyTriangle(triangle);
        for (int j = 0; j < Math.Min(SeriesCount, noise.Length); j++)
        {
            left[j] += noise[j];
        }

        for (int j = SeriesCount - 1; j >= 0; j--)
        {
            double pivot = triangle[(j * SeriesCount) + j];
            strengths[j] = pivot == 0.0 ? 0.0 : left[j] / pivot;
            Kernels.AddScaled(left.AsSpan(0, j), -strengths[j], triangle.AsSpan(j * SeriesCount, j));
        }

        return strengths;
    }

    /// <summary>Returns the weighted residuals, data − fit, shape (2N).</summary>
    internal double[] Residuals(ReadOnlySpan<double> solution)
    {
        double[] left = Left(solution);
        series.ToResidual(left);
        return left;
    }

    private double[] Left(ReadOnlySpan<double> solution)
    {
        int rows = values.Length;
        double[] left = [.. values];
        for (int k = 0; k < Count; k++)
        {
            Kernels.AddScaled(left, -solution[k], columns.AsSpan(rows * k, rows));
        }

        return left;
    }

    private ReadOnlySpan<double> Rest(int k) => columns.AsSpan((values.Length * k) + SeriesCount, Rows);

    private double Trace(double[] matrix) => Enumerable.Range(0, Count).Sum(i => matrix[(i * Count) + i]);

    private static double[] SecondDifferences(int n)
    {
        double[] matrix = new double[n * n];
        for (int row = 0; row < n; row++)
        {
            Span<int> index = [row - 1, row, row + 1];
            Span<double> factor = [1.0, -2.0, 1.0];
            for (int a = 0; a < 3; a++)
            {
                for (int b = 0; b < 3; b++)
                {
                    if (index[a] >= 0 && index[a] < n && index[b] >= 0 && index[b] < n)
                    {
                        matrix[(index[a] * n) + index[b]] += factor[a] * factor[b];
                    }
                }
            }
        }

        return matrix;
    }
}
