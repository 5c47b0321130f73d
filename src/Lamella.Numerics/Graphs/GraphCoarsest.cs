using System.Numerics;

namespace Lamella.Numerics.Graphs;

/// <summary>Solves the smallest graph exactly by a Cholesky factorisation; a part without electrode keeps its level.</summary>
internal sealed class GraphCoarsest
{
    /// <summary>The largest graph that is worth a dense factorisation.</summary>
    internal const int MostNodes = 200;

    private readonly int _n;
    private readonly double[] _factor;
    private readonly double[] _values;

    private GraphCoarsest(int n, double[] factor) => (_n, _factor, _values) = (n, factor, new double[n]);

    /// <summary>Factorises the graph.</summary>
    internal static unsafe GraphCoarsest Of<T>(GraphLevel<T> level)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = level.Count;
        (double[] matrix, double[] electrodes) = (new double[n * n], new double[n]);
        for (int node = 0; node < n; node++)
        {
            for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
            {
                double link = double.CreateChecked(level.Links[k]);
                if (level.Columns[k] == level.Ground)
                {
                    electrodes[node] = link;
                }
                else
                {
                    matrix[(node * n) + level.Columns[k]] = link;
                }
            }
        }

        Factorise(matrix, electrodes, n);
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

    /// <summary>
    /// Factorises by eliminating nodes. Pivots are sums of the links that are left, without any subtraction, so that they
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
}
