using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Lamella.Numerics.Fitting;

/// <summary>What the Jacobian at the minimum says about the parameters: covariance, correlation, identifiability.</summary>
internal sealed class FitStatistics
{
    private const double PriorPrecision = 12.0; // of a uniform distribution on the unit interval
    private const double UnidentifiedRatio = 0.5;
    private const double DegenerateCorrelation = 0.95;

    private const double PerfectFit = 1e-24; // of the largest squared singular value: the variance of residuals that vanish

    private readonly int n;
    private readonly Matrix<double> covariance; // scaled variables

    internal FitStatistics(double[] jacobian, int parameterCount, double variance)
    {
        n = parameterCount;
        int m = jacobian.Length / n;
        Matrix<double> j = Matrix<double>.Build.Dense(m, n, (row, column) => jacobian[(row * n) + column]);

        // From singular values of J rather than eigenvalues of JᵀJ: half the digits lost. V is complete also for m < n.
        Svd<double> svd = j.Svd(computeVectors: true);
        variance = Math.Max(variance, PerfectFit * svd.S[0] * svd.S[0]);
        Matrix<double> v = svd.VT.Transpose();
        Vector<double> variances = Vector<double>.Build.Dense(n, k =>
        {
            double singular = k < svd.S.Count ? svd.S[k] : 0.0;
            return 1.0 / ((singular * singular / variance) + PriorPrecision);
        });
        covariance = v * Matrix<double>.Build.DenseOfDiagonalVector(variances) * v.Transpose();
        Directions =
        [
            .. Enumerable.Range(0, n).OrderByDescending(k => variances[k]).Select(k => new ParameterDirection(
                [.. Oriented(v.Column(k))], Math.Sqrt(variances[k] * PriorPrecision))),
        ];
    }

    /// <summary>Gets the principal directions, worst known first.</summary>
    internal ImmutableArray<ParameterDirection> Directions { get; }

    /// <summary>Gets the covariance of the scaled variables, row-major.</summary>
    internal ImmutableArray<double> ScaledCovariance => [.. Cells((i, j) => covariance[i, j])];

    /// <summary>Gets the correlations, row-major.</summary>
    internal ImmutableArray<double> Correlation => [.. Cells(CorrelationOf)];

    /// <summary>Gets the ratios of posterior to prior uncertainty.</summary>
    internal ImmutableArray<double> PosteriorToPrior =>
        [.. Enumerable.Range(0, n).Select(i => Math.Sqrt(covariance[i, i] * PriorPrecision))];

    /// <summary>Gets the parameters whose uncertainty was not halved.</summary>
    internal ImmutableArray<int> Unidentified =>
        [.. Enumerable.Range(0, n).Where(i => Math.Sqrt(covariance[i, i] * PriorPrecision) > UnidentifiedRatio)];

    /// <summary>Gets the pairs of strong correlation.</summary>
    internal ImmutableArray<DegeneratePair> DegeneratePairs =>
    [
        .. from i in Enumerable.Range(0, n)
           from j in Enumerable.Range(i + 1, n - i - 1)
           where Math.Abs(CorrelationOf(i, j)) > DegenerateCorrelation
           select new DegeneratePair(i, j, CorrelationOf(i, j)),
    ];

    /// <summary>Returns the covariance in the parameters' own units, row-major.</summary>
    internal ImmutableArray<double> Covariance(double[] slopes) => [.. Cells((i, j) => covariance[i, j] * slopes[i] * slopes[j])];

    private double CorrelationOf(int i, int j) =>
        i == j ? 1.0 : covariance[i, j] / Math.Sqrt(covariance[i, i] * covariance[j, j]);

    private IEnumerable<double> Cells(Func<int, int, double> cell) =>
        from i in Enumerable.Range(0, n)
        from j in Enumerable.Range(0, n)
        select cell(i, j);

    /// <summary>The sign that makes the largest element positive: the same on every machine.</summary>
    private static Vector<double> Oriented(Vector<double> direction) =>
        direction[direction.AbsoluteMaximumIndex()] < 0.0 ? direction.Negate() : direction;
}
