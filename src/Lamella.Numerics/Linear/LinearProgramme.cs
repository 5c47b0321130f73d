namespace Lamella.Numerics.Linear;

/// <summary>How a linear programme ended.</summary>
public enum ProgrammeEnding
{
    /// <summary>The least value was found.</summary>
    Optimal,

    /// <summary>No point fulfils the conditions.</summary>
    Infeasible,

    /// <summary>The value has no lower limit.</summary>
    Unbounded,
}

/// <summary>Least value of a linear function of numbers that are not negative, under linear equations: min c·x with A·x = b, x ≥ 0.</summary>
/// <remarks>
/// Two phases on a dense tableau with Bland's rule, which cannot cycle; for problems of some tens of unknowns.
/// <b>Source.</b> R. G. Bland, Math. Oper. Res. 2 (1977) 103, doi 10.1287/moor.2.2.103; V. Chvátal, <i>Linear Programming</i> (1983), ch. 3 and 8.
/// </remarks>
public static class LinearProgramme
{
    private const double Tiny = 1e-11;

    /// <summary>Solves a programme.</summary>
    /// <param name="cost">c, shape (n).</param>
    /// <param name="matrix">A, shape (m·n), row after row.</param>
    /// <param name="right">b, shape (m).</param>
    /// <param name="solution">Receives x, shape (n); zero where there is no optimum.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public static ProgrammeEnding Minimise(
        ReadOnlySpan<double> cost, ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> solution)
    {
        int n = cost.Length, m = right.Length;
        if (matrix.Length != m * n || solution.Length != n)
        {
            throw new ArgumentException($"{m} equations in {n} unknowns need {m * n} coefficients and {n} places, got {matrix.Length} and {solution.Length}.", nameof(matrix));
        }

        solution.Clear();
        var tableau = new Tableau(m, n, matrix, right);
        if (!tableau.FindStart())
        {
            return ProgrammeEnding.Infeasible;
        }

        if (!tableau.Descend(cost))
        {
            return ProgrammeEnding.Unbounded;
        }

        tableau.Read(solution);
        return ProgrammeEnding.Optimal;
    }

    /// <summary>The equations solved for a basis; one artificial unknown per equation makes the first basis.</summary>
    private sealed class Tableau
    {
        private readonly int _rows;
        private readonly int _unknowns;
        private readonly int _width; // unknowns, artificials, right side
        private readonly double[] _cells;
        private readonly int[] _basis;
        private readonly double _scale;

        internal Tableau(int rows, int unknowns, ReadOnlySpan<double> matrix, ReadOnlySpan<double> right)
        {
            (_rows, _unknowns, _width) = (rows, unknowns, unknowns + rows + 1);
            _cells = new double[rows * _width];
            _basis = new int[rows];
            for (int row = 0; row < rows; row++)
            {
                double sign = right[row] < 0.0 ? -1.0 : 1.0;
                for (int column = 0; column < unknowns; column++)
                {
                    Cell(row, column) = sign * matrix[(row * unknowns) + column];
                }

                Cell(row, unknowns + row) = 1.0;
                Cell(row, _width - 1) = sign * right[row];
                _scale = Math.Max(_scale, Math.Abs(right[row]));
                _basis[row] = unknowns + row;
            }
        }

        /// <summary>Drives the artificial unknowns to zero; false where that is impossible.</summary>
        internal bool FindStart()
        {
            double[] cost = new double[_unknowns + _rows];
            cost.AsSpan(_unknowns).Fill(1.0);
            Descend(cost, _unknowns + _rows);
            double left = 0.0;
            for (int row = 0; row < _rows; row++)
            {
                left += _basis[row] >= _unknowns ? Cell(row, _width - 1) : 0.0;
            }

            if (left > 1e-9 * Math.Max(_scale, 1e-300))
            {
                return false;
            }

            // An artificial that stays in the basis at zero is exchanged where its row allows; else the row is redundant.
            for (int row = 0; row < _rows; row++)
            {
                for (int column = 0; column < _unknowns && _basis[row] >= _unknowns; column++)
                {
                    if (Math.Abs(Cell(row, column)) > Tiny)
                    {
                        Pivot(row, column);
                    }
                }
            }

            return true;
        }

        internal bool Descend(ReadOnlySpan<double> cost)
        {
            double[] padded = new double[_unknowns + _rows];
            cost.CopyTo(padded);
            return Descend(padded, _unknowns);
        }

        internal void Read(Span<double> solution)
        {
            for (int row = 0; row < _rows; row++)
            {
                if (_basis[row] < _unknowns)
                {
                    solution[_basis[row]] = Math.Max(0.0, Cell(row, _width - 1));
                }
            }
        }

        private ref double Cell(int row, int column) => ref _cells[(row * _width) + column];

        private bool Descend(double[] cost, int candidates)
        {
            while (Entering(cost, candidates) is var column and >= 0)
            {
                int row = Leaving(column);
                if (row < 0)
                {
                    return false;
                }

                Pivot(row, column);
            }

            return true;
        }

        // Bland: the first column that lowers the cost.
        private int Entering(double[] cost, int candidates)
        {
            for (int column = 0; column < candidates; column++)
            {
                double reduced = cost[column], size = Math.Abs(cost[column]);
                for (int row = 0; row < _rows; row++)
                {
                    double part = cost[_basis[row]] * Cell(row, column);
                    reduced -= part;
                    size = Math.Max(size, Math.Abs(part));
                }

                if (reduced < -Tiny * Math.Max(size, 1.0) && !_basis.Contains(column))
                {
                    return column;
                }
            }

            return -1;
        }

        private int Leaving(int column)
        {
            int best = -1;
            double least = double.PositiveInfinity;
            for (int row = 0; row < _rows; row++)
            {
                double pivot = Cell(row, column);
                if (pivot <= Tiny)
                {
                    continue;
                }

                double ratio = Cell(row, _width - 1) / pivot;
                if (ratio < least || (ratio == least && _basis[row] < _basis[best]))
                {
                    (least, best) = (ratio, row);
                }
            }

            return best;
        }

        private void Pivot(int row, int column)
        {
            double pivot = Cell(row, column);
            Span<double> own = _cells.AsSpan(row * _width, _width);
            for (int i = 0; i < own.Length; i++)
            {
                own[i] /= pivot;
            }

            for (int other = 0; other < _rows; other++)
            {
                double factor = Cell(other, column);
                if (other == row || factor == 0.0)
                {
                    continue;
                }

                Span<double> target = _cells.AsSpan(other * _width, _width);
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] -= factor * own[i];
                }
            }

            _basis[row] = column;
        }
    }
}
