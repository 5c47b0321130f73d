using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Fitting;

/// <summary>The step of a damped Gauss–Newton iteration from the normal matrix, within bounds and limits.</summary>
/// <remarks>
/// Minimises g·s + s·(A + μ·diag A)·s/2. What would pass its bound is put there and the rest solved again; what rests at a
/// bound with the gradient pointing outwards stays. <see cref="LeastDiagonal"/> is the floor of diag A in the damping.
/// </remarks>
internal sealed class BoundedStep(int n)
{
    private const double LeastPivot = 1e-15;

    private readonly double[] _factor = new double[n * n];
    private readonly double[] _right = new double[n];
    private readonly int[] _free = new int[n];

    /// <summary>Gets the step, shape (n).</summary>
    internal double[] Step { get; } = new double[n];

    /// <summary>Gets whether a bound or limit cut the step short, so that a small prediction need not mean convergence.</summary>
    internal bool WasStopped { get; private set; }

    /// <summary>Gets or sets the floor of the diagonal in the damping, ≥ 0.</summary>
    internal double LeastDiagonal { get; set; }

    /// <summary>Solves for the step.</summary>
    /// <returns>The reduction of the sum of squares that the undamped quadratic model predicts.</returns>
    internal double Solve(
        double[] normal, double[] gradient, double damping, double[] at, double[] lower, double[] upper, double[] limit)
    {
        int count = 0;
        WasStopped = false;
        for (int j = 0; j < n; j++)
        {
            Step[j] = 0.0;
            bool closed = (at[j] <= lower[j] && gradient[j] >= 0.0) || (at[j] >= upper[j] && gradient[j] <= 0.0);
            if (!closed)
            {
                _free[count++] = j;
            }
        }

        while (count > 0)
        {
            SolveFree(normal, gradient, damping, count);
            if (StopOutside(at, lower, upper, limit, ref count))
            {
                continue;
            }

            for (int k = 0; k < count; k++)
            {
                Step[_free[k]] = _right[k];
            }

            break;
        }

        return Predicted(normal, gradient);
    }

    /// <summary>Puts at their bounds or limits all that the solution moves beyond them; false where none does.</summary>
    private bool StopOutside(double[] at, double[] lower, double[] upper, double[] limit, ref int count)
    {
        int kept = 0;
        for (int k = 0; k < count; k++)
        {
            int j = _free[k];
            double least = Math.Max(lower[j] - at[j], -limit[j]), greatest = Math.Min(upper[j] - at[j], limit[j]);
            if (_right[k] < least || _right[k] > greatest || double.IsNaN(_right[k]))
            {
                Step[j] = double.IsNaN(_right[k]) ? 0.0 : Math.Clamp(_right[k], least, greatest);
            }
            else
            {
                _free[kept++] = j;
            }
        }

        bool stopped = kept < count;
        WasStopped |= stopped;
        count = kept;
        return stopped;
    }

    /// <summary>Cholesky solution for the free parameters, the stopped ones at their steps.</summary>
    private void SolveFree(double[] normal, double[] gradient, double damping, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int row = _free[i] * n;
            double right = -gradient[_free[i]];
            for (int j = 0; j < n; j++)
            {
                right -= normal[row + j] * Step[j]; // zero for the free ones
            }

            _right[i] = right;
            for (int j = 0; j <= i; j++)
            {
                _factor[(i * count) + j] = normal[row + _free[j]];
            }

            double diagonal = Math.Max(normal[row + _free[i]], LeastDiagonal);
            _factor[(i * count) + i] += damping * diagonal;
        }

        // Round-off may take a nearly singular pivot below zero; a share of its own size keeps the step finite and downhill.
        Cholesky.Factor(_factor, count, LeastPivot);
        Cholesky.Solve(_factor, count, _right);
    }

    private double Predicted(double[] normal, double[] gradient)
    {
        double reduction = 0.0;
        for (int i = 0; i < n; i++)
        {
            double curvature = 0.0;
            for (int j = 0; j < n; j++)
            {
                curvature += normal[(i * n) + j] * Step[j];
            }

            reduction -= Step[i] * ((2.0 * gradient[i]) + curvature);
        }

        return reduction;
    }
}
