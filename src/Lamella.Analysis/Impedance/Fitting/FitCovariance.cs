using Lamella.Numerics.Fitting;
using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Covariance of the variables at a minimum, those at bounds left out.</summary>
internal sealed class FitCovariance
{
    private const double Singular = 1e-13; // of a normalised pivot: the data do not tell this direction from none
    private const double AtBound = 1e-7; // of the longest step

    private FitCovariance(bool[] lower, bool[] upper, double[] matrix) => (Lower, Upper, Matrix) = (lower, upper, matrix);

    /// <summary>Computes the covariance where a descent came to rest.</summary>
    /// <param name="at">The descent.</param>
    /// <param name="lower">Lower bounds of the variables.</param>
    /// <param name="upper">Upper bounds of the variables.</param>
    /// <param name="limit">Longest steps of the variables, the scale on which a bound is reached.</param>
    internal static FitCovariance Of(BoundedDescent at, double[] lower, double[] upper, double[] limit)
    {
        int n = lower.Length;
        var covariance = new FitCovariance(new bool[n], new bool[n], new double[n * n]);
        List<int> inside = [];
        for (int v = 0; v < n; v++)
        {
            covariance.Lower[v] = at.Parameters[v] - lower[v] <= AtBound * limit[v];
            covariance.Upper[v] = upper[v] - at.Parameters[v] <= AtBound * limit[v];
            if (!covariance.Lower[v] && !covariance.Upper[v])
            {
                inside.Add(v);
            }
        }

        covariance.Invert(at.NormalMatrix, [.. inside], n);
        return covariance;
    }

    /// <summary>Takes the part that belongs to some of the variables.</summary>
    /// <param name="index">The variables, in the order of the part.</param>
    internal FitCovariance Select(int[] index)
    {
        int n = Lower.Length;
        double[] matrix = [.. index.SelectMany(row => index.Select(column => Matrix[(row * n) + column]))];
        return new FitCovariance([.. index.Select(v => Lower[v])], [.. index.Select(v => Upper[v])], matrix);
    }

    /// <summary>Gets, per variable, whether it rests at its lower bound.</summary>
    internal bool[] Lower { get; }

    /// <summary>Gets, per variable, whether it rests at its upper bound.</summary>
    internal bool[] Upper { get; }

    /// <summary>Gets the number of variables that rest at no bound.</summary>
    internal int Free => Enumerable.Range(0, Lower.Length).Count(v => !Lower[v] && !Upper[v]);

    /// <summary>Gets (JᵀJ)⁻¹ of those, shape (n, n), zero for the others; multiply with s².</summary>
    internal double[] Matrix { get; }

    /// <summary>Inverts the normal matrix in normalised form, L·Lᵀ with a floor of the pivots.</summary>
    private void Invert(ReadOnlySpan<double> normal, int[] index, int n)
    {
        int count = index.Length;
        double largest = 0.0;
        foreach (int v in index)
        {
            largest = Math.Max(largest, normal[(v * n) + v]);
        }

        double[] scale = new double[count];
        for (int i = 0; i < count; i++)
        {
            scale[i] = Math.Sqrt(Math.Max(normal[(index[i] * n) + index[i]], 1e-30 * largest));
        }

        double[] factor = new double[count * count], column = new double[count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                factor[(i * count) + j] = normal[(index[i] * n) + index[j]] / (scale[i] * scale[j]);
            }
        }

        Cholesky.Factor(factor, count, Singular);
        for (int k = 0; k < count; k++)
        {
            Array.Clear(column);
            column[k] = 1.0;
            Cholesky.Solve(factor, count, column);
            for (int i = 0; i < count; i++)
            {
                Matrix[(index[i] * n) + index[k]] = column[i] / (scale[i] * scale[k]);
            }
        }
    }
}
