namespace Lamella.Numerics.Fitting;

/// <summary>Jacobian of the residuals by differences that stay within the bounds, all points evaluated at once.</summary>
/// <remarks>
/// One-sided: towards the farther bound. Central: symmetric, or the three-point one-sided formula of the same order next to
/// a bound. Where the model has no answer on one side, the other side serves; where on neither, the column is zero.
/// </remarks>
internal sealed class DifferenceJacobian(ResidualEvaluator evaluator, int n, double step)
{
    private readonly int m = evaluator.ResidualCount;
    private readonly double[] pointsOfTwo = new double[2 * n * n];
    private readonly double[] valuesOfTwo = new double[2 * n * evaluator.ResidualCount];
    private readonly bool[] successOfTwo = new bool[2 * n];
    private readonly double[] pointsOfOne = new double[n * n];
    private readonly double[] valuesOfOne = new double[n * evaluator.ResidualCount];
    private readonly bool[] successOfOne = new bool[n];
    private readonly double[] first = new double[n];
    private readonly double[] second = new double[n];

    /// <summary>Evaluates the Jacobian.</summary>
    /// <param name="u">Scaled variables, shape (n).</param>
    /// <param name="residuals">Residuals at u, shape (m).</param>
    /// <param name="central">Two points per column instead of one.</param>
    /// <param name="jacobian">Receives ∂r/∂u, shape (m, n), row-major.</param>
    internal void Evaluate(double[] u, double[] residuals, bool central, double[] jacobian)
    {
        int perColumn = central ? 2 : 1;
        double[] points = central ? pointsOfTwo : pointsOfOne;
        for (int j = 0; j < n; j++)
        {
            PlacePoints(u[j], central, out first[j], out second[j]);
            for (int k = 0; k < perColumn; k++)
            {
                Span<double> point = points.AsSpan(((j * perColumn) + k) * n, n);
                u.CopyTo(point);
                point[j] += k == 0 ? first[j] : second[j];
            }
        }

        double[] values = central ? valuesOfTwo : valuesOfOne;
        bool[] success = central ? successOfTwo : successOfOne;
        evaluator.Evaluate(points, values, success);
        for (int j = 0; j < n; j++)
        {
            int at = j * perColumn;
            ReadOnlySpan<double> one = values.AsSpan(at * m, m), two = values.AsSpan((at + perColumn - 1) * m, m);
            bool hasOne = success[at], hasTwo = central && success[at + 1];
            (double a, double b) = Weights(first[j], second[j], hasOne, hasTwo);
            for (int i = 0; i < m; i++)
            {
                double slope = hasOne ? a * (one[i] - residuals[i]) : 0.0;
                jacobian[(i * n) + j] = slope + (hasTwo ? b * (two[i] - residuals[i]) : 0.0);
            }
        }
    }

    private void PlacePoints(double u, bool central, out double one, out double two)
    {
        double outward = u <= 0.5 ? step : -step;
        bool nearBound = central && (u - step < 0.0 || u + step > 1.0);
        one = outward;
        two = nearBound ? 2.0 * outward : -outward;
    }

    /// <summary>Weights of r(u + p) − r(u) and r(u + q) − r(u) in ∂r/∂u; exact for parabolas when both are there.</summary>
    private static (double A, double B) Weights(double p, double q, bool hasOne, bool hasTwo) => (hasOne, hasTwo) switch
    {
        (true, true) => (q / (p * (q - p)), -p / (q * (q - p))),
        (true, false) => (1.0 / p, 0.0),
        (false, true) => (0.0, 1.0 / q),
        _ => (0.0, 0.0),
    };
}
