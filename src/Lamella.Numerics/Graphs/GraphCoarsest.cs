using System.Numerics;

namespace Lamella.Numerics.Graphs;

/// <summary>Solves the smallest graph exactly by a Cholesky factorisation; parts without electrode keep their level.</summary>
internal sealed class GraphCoarsest
{
    /// <summary>The largest graph that is worth a dense factorisation.</summary>
    internal const int MostNodes = 300;

    // What is left of a diagonal that should be zero, after as many subtractions as there are nodes.
    private const double Vanished = 1e-11;
    private readonly int _n;
    private readonly double[] _factor;
    private readonly double[] _values;

    private GraphCoarsest(int n, double[] factor) => (_n, _factor, _values) = (n, factor, new double[n]);

    internal static unsafe GraphCoarsest Of<T>(GraphLevel<T> level)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = level.Count;
        double[] matrix = new double[n * n];
        for (int node = 0; node < n; node++)
        {
            matrix[(node * n) + node] = level.Diagonal(node);
            for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
            {
                matrix[(node * n) + level.Columns[k]] -= double.CreateChecked(level.Links[k]);
            }
        }

        Factorise(matrix, n);
        return new GraphCoarsest(n, matrix);
    }

    /// <summary>Solves with the right side of the level into its correction.</summary>
    internal unsafe void Solve<T>(GraphLevel<T> level)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < _n; k++)
        {
            double sum = double.CreateChecked(level.F[k]);
            for (int m = 0; m < k; m++)
            {
                sum -= _factor[(k * _n) + m] * _values[m];
            }

            double root = _factor[(k * _n) + k];
            _values[k] = root > 0.0 ? sum / root : 0.0;
        }

        for (int k = _n - 1; k >= 0; k--)
        {
            double root = _factor[(k * _n) + k], value = root > 0.0 ? _values[k] / root : 0.0;
            level.U[k] = T.CreateSaturating(value);
            for (int m = 0; m < k; m++)
            {
                _values[m] -= _factor[(k * _n) + m] * value;
            }
        }
    }

    /// <summary>Cholesky, row by row; a pivot that is nothing but rounding becomes zero, and its node keeps zero.</summary>
    private static void Factorise(double[] a, int n)
    {
        for (int k = 0; k < n; k++)
        {
            double diagonal = a[(k * n) + k], pivot = diagonal;
            for (int m = 0; m < k; m++)
            {
                double sum = a[(k * n) + m];
                for (int l = 0; l < m; l++)
                {
                    sum -= a[(k * n) + l] * a[(m * n) + l];
                }

                double root = a[(m * n) + m];
                a[(k * n) + m] = root > 0.0 ? sum / root : 0.0;
                pivot -= a[(k * n) + m] * a[(k * n) + m];
            }

            a[(k * n) + k] = pivot > Vanished * diagonal ? Math.Sqrt(pivot) : 0.0;
        }
    }
}
