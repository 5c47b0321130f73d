namespace Lamella.Numerics.Lattice;

/// <summary>Solves the smallest level exactly by a Cholesky factorisation.</summary>
internal sealed class CoarsestSolver
{
    /// <summary>The largest level that is solved this way.</summary>
    internal const int MostCells = 128;

    private readonly int _n;
    private readonly double[] _factor;
    private readonly double[] _values;

    private CoarsestSolver(int n, double[] factor) => (_n, _factor, _values) = (n, factor, new double[n]);

    /// <summary>Factorises the level.</summary>
    internal static CoarsestSolver Of<T>(LatticeLevel<T> level)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        LevelGrid g = level.Grid;
        int n = checked((int)g.Extent.Count);
        (double[] matrix, double[] electrodes) = (new double[n * n], new double[n]);
        for (int cell = 0; cell < n; cell++)
        {
            int[] at = [cell % g.Nx, cell / g.Nx % g.Ny, cell / g.Nx / g.Ny];
            int index = g.Row(at[1], at[2]) + at[0];
            for (int axis = 0; axis < 3; axis++)
            {
                int count = g.Extent.Along(axis), step = axis == 0 ? 1 : axis == 1 ? g.Nx : g.Nx * g.Ny;
                double back = level.Link(axis, index - g.Stride(axis)), forth = level.Link(axis, index);
                Add(matrix, electrodes, cell, at[axis] > 0 ? cell - step : Beyond(g, axis, cell + ((count - 1) * step)), back);
                Add(matrix, electrodes, cell, at[axis] < count - 1 ? cell + step : Beyond(g, axis, cell - ((count - 1) * step)), forth);
            }
        }

        Factorise(matrix, electrodes, n);
        return new CoarsestSolver(n, matrix);
    }

    /// <summary>Solves with the right side of the level into its correction.</summary>
    internal unsafe void Solve<T>(LatticeLevel<T> level)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        LevelGrid g = level.Grid;
        for (int cell = 0; cell < _n; cell++)
        {
            _values[cell] = double.CreateChecked(level.F[g.Row(cell / g.Nx % g.Ny, cell / g.Nx / g.Ny) + (cell % g.Nx)]);
        }

        Substitute();
        for (int cell = 0; cell < _n; cell++)
        {
            level.U[g.Row(cell / g.Nx % g.Ny, cell / g.Nx / g.Ny) + (cell % g.Nx)] = T.CreateSaturating(_values[cell]);
        }

        for (int z = 0; z < g.Nz; z++)
        {
            level.Wrap(level.U, z);
        }

        level.WrapPlanes(level.U);
    }

    private static int Beyond(LevelGrid g, int axis, int cell) => g.Ends[axis] == AxisEnds.Periodic ? cell : -1;

    /// <summary>Adds a link to the lower triangle; every link between two cells comes twice, once from each.</summary>
    private static void Add(double[] matrix, double[] electrodes, int cell, int other, double link)
    {
        if (other < 0)
        {
            electrodes[cell] += link;
        }
        else if (other < cell)
        {
            matrix[(cell * electrodes.Length) + other] += link;
        }
    }

    /// <summary>
    /// Factorises by eliminating cells. Pivots are sums of the links that are left, without any subtraction, so that they
    /// keep all digits at any contrast and a part without electrode leaves a pivot of exactly zero.
    /// </summary>
    /// <remarks>Grassmann, Taksar and Heyman, Oper. Res. 33 (1985) 1107, <see href="https://doi.org/10.1287/opre.33.5.1107"/>.</remarks>
    private static void Factorise(double[] a, double[] electrodes, int n)
    {
        for (int k = 0; k < n; k++)
        {
            double pivot = electrodes[k];
            for (int row = k + 1; row < n; row++)
            {
                pivot += a[(row * n) + k];
            }

            double root = Math.Sqrt(pivot);
            a[(k * n) + k] = root;
            for (int row = k + 1; row < n && root > 0.0; row++)
            {
                double part = a[(row * n) + k] / pivot;
                if (part > 0.0)
                {
                    electrodes[row] += part * electrodes[k];
                    for (int column = k + 1; column < row; column++)
                    {
                        a[(row * n) + column] += part * a[(column * n) + k];
                    }
                }
            }

            for (int row = k + 1; row < n; row++)
            {
                a[(row * n) + k] = root > 0.0 ? -a[(row * n) + k] / root : 0.0;
            }
        }
    }

    private void Substitute()
    {
        for (int k = 0; k < _n; k++)
        {
            double sum = _values[k];
            for (int m = 0; m < k; m++)
            {
                sum -= _factor[(k * _n) + m] * _values[m];
            }

            double root = _factor[(k * _n) + k];
            _values[k] = root > 0.0 ? sum / root : 0.0;
        }

        for (int k = _n - 1; k >= 0; k--)
        {
            double sum = _values[k];
            for (int m = k + 1; m < _n; m++)
            {
                sum -= _factor[(m * _n) + k] * _values[m];
            }

            double root = _factor[(k * _n) + k];
            _values[k] = root > 0.0 ? sum / root : 0.0;
        }
    }
}
