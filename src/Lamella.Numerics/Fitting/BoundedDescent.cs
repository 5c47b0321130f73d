using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Fitting;

/// <summary>Levenberg–Marquardt descent with exact derivatives within bounds, for models of microseconds; allocates once.</summary>
/// <remarks>
/// <para>The step minimises the quadratic model with damping in proportion to the diagonal of JᵀJ, so that the scale of a
/// parameter does not matter. What would leave its bounds, or move farther than its limit, is stopped there and the others
/// are solved again. One instance serves one thread.</para>
/// <para><b>Source.</b> Marquardt, J. Soc. Ind. Appl. Math. 11 (1963) 431, doi 10.1137/0111030; damping by Madsen, Nielsen and
/// Tingleff, <i>Methods for Non-Linear Least Squares Problems</i>, 2nd ed., Technical University of Denmark 2004, section 3.2.</para>
/// </remarks>
public sealed class BoundedDescent
{
    private const double FirstDamping = 1e-3;
    private const double VanishedGradient = 1e-13; // cosine between residuals and any column
    private const double LeastDiagonal = 1e-14; // of the largest element of the diagonal: keeps a column without effect solvable
    private const int MaximumTrials = 25;

    private readonly ILeastSquaresModel _model;
    private readonly BoundedStep _step;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _limit;
    private readonly double[] _trial;
    private readonly double[] _gradient;
    private readonly double[] _normal;
    private double[] _parameters;
    private double[] _residuals;
    private double[] _jacobian;
    private double[] _trialResiduals;
    private double[] _trialJacobian;

    /// <summary>Makes room for descents of one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lower">Lower bounds, shape (n); may be −∞.</param>
    /// <param name="upper">Upper bounds, shape (n), above the lower ones; may be +∞.</param>
    /// <param name="limit">The longest step of each parameter in one iteration, above 0, shape (n).</param>
    /// <exception cref="ArgumentException">A length differs from the model's, or bounds are not increasing.</exception>
    public BoundedDescent(ILeastSquaresModel model, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> limit)
    {
        ArgumentNullException.ThrowIfNull(model);
        int n = model.ParameterCount, m = model.ResidualCount;
        if (lower.Length != n || upper.Length != n || limit.Length != n)
        {
            throw new ArgumentException($"Bounds and limits must have one number for each of the {n} parameters.", nameof(lower));
        }

        for (int j = 0; j < n; j++)
        {
            if (!(lower[j] < upper[j] && limit[j] > 0.0))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Parameter {j}: the bounds {lower[j]} and {upper[j]} must increase and the limit {limit[j]} must be above 0."), nameof(lower));
            }
        }

        (_model, _step) = (model, new BoundedStep(n));
        (_lower, _upper, _limit) = (lower.ToArray(), upper.ToArray(), limit.ToArray());
        (_trial, _gradient, _normal, _parameters) = (new double[n], new double[n], new double[n * n], new double[n]);
        (_residuals, _trialResiduals, _jacobian, _trialJacobian) = (new double[m], new double[m], new double[m * n], new double[m * n]);
    }

    /// <summary>Gets the parameters reached, shape (n).</summary>
    public ReadOnlySpan<double> Parameters => _parameters;

    /// <summary>Gets the residuals there, shape (m).</summary>
    public ReadOnlySpan<double> Residuals => _residuals;

    /// <summary>Gets ∂residual/∂parameter there, parameter after parameter, shape (n, m).</summary>
    public ReadOnlySpan<double> Jacobian => _jacobian;

    /// <summary>Gets JᵀJ there, shape (n, n).</summary>
    public ReadOnlySpan<double> NormalMatrix => _normal;

    /// <summary>Gets the sum of squared residuals there; NaN where the model had no answer at the start.</summary>
    public double SumOfSquares { get; private set; }

    /// <summary>Gets the iterations of the last descent.</summary>
    public int Iterations { get; private set; }

    /// <summary>Gets the evaluations of the model since this instance was made.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Descends from a start.</summary>
    /// <param name="start">Parameters, shape (n); what lies outside the bounds begins at them.</param>
    /// <param name="options">Settings.</param>
    /// <returns>Why the descent ended.</returns>
    public FitTermination Run(ReadOnlySpan<double> start, DescentOptions options)
    {
        for (int j = 0; j < _parameters.Length; j++)
        {
            _parameters[j] = Math.Clamp(start[j], _lower[j], _upper[j]);
        }

        Iterations = 0;
        SumOfSquares = double.NaN;
        Evaluations++;
        if (!_model.Evaluate(_parameters, _residuals, _jacobian))
        {
            return FitTermination.NoAnswerAtStart;
        }

        SumOfSquares = Kernels.Dot(_residuals, _residuals);
        FormNormal();
        (double damping, double growth) = (FirstDamping, 2.0);
        while (Iterations < options.MaximumIterations)
        {
            Iterations++;
            if (HasVanished())
            {
                return FitTermination.GradientVanished;
            }

            if (!Descend(options, ref damping, ref growth, out FitTermination reason))
            {
                return reason;
            }
        }

        return FitTermination.MaximumIterations;
    }

    /// <summary>Takes one successful step, or tells why there is none.</summary>
    private bool Descend(DescentOptions options, ref double damping, ref double growth, out FitTermination reason)
    {
        reason = FitTermination.NoFurtherReduction;
        for (int attempt = 0; attempt < MaximumTrials; attempt++)
        {
            double predicted = _step.Solve(_normal, _gradient, damping, _parameters, _lower, _upper, _limit);
            bool isSmall = predicted <= options.CostTolerance * SumOfSquares;
            if (isSmall && _step.WasStopped && attempt < MaximumTrials - 1)
            {
                (damping, growth) = (Math.Max(damping, 1e-8) * growth, 2.0 * growth); // a shorter step stays off the bounds
                continue;
            }

            if (isSmall)
            {
                reason = attempt == 0 ? FitTermination.ReductionBelowTolerance : FitTermination.NoFurtherReduction;
                return false;
            }

            for (int j = 0; j < _trial.Length; j++)
            {
                _trial[j] = Math.Clamp(_parameters[j] + _step.Step[j], _lower[j], _upper[j]);
            }

            Evaluations++;
            double sum = _model.Evaluate(_trial, _trialResiduals, _trialJacobian)
                ? Kernels.Dot(_trialResiduals, _trialResiduals)
                : double.PositiveInfinity;
            double gain = (SumOfSquares - sum) / predicted;
            if (gain > 1e-4)
            {
                Accept(sum);
                double shrink = 1.0 - Math.Pow((2.0 * Math.Min(gain, 2.0)) - 1.0, 3);
                (damping, growth) = (Math.Max(1e-12, damping * Math.Max(0.1, shrink)), 2.0);
                return true;
            }

            (damping, growth) = (Math.Max(damping, 1e-8) * growth, 2.0 * growth);
        }

        return false;
    }

    private void Accept(double sum)
    {
        _trial.CopyTo(_parameters, 0);
        (_residuals, _trialResiduals) = (_trialResiduals, _residuals);
        (_jacobian, _trialJacobian) = (_trialJacobian, _jacobian);
        SumOfSquares = sum;
        FormNormal();
    }

    private void FormNormal()
    {
        int n = _parameters.Length, m = _residuals.Length;
        double largest = 0.0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> column = _jacobian.AsSpan(i * m, m);
            _gradient[i] = Kernels.Dot(column, _residuals);
            for (int j = 0; j <= i; j++)
            {
                double value = Kernels.Dot(column, _jacobian.AsSpan(j * m, m));
                (_normal[(i * n) + j], _normal[(j * n) + i]) = (value, value);
            }

            largest = Math.Max(largest, _normal[(i * n) + i]);
        }

        _step.LeastDiagonal = LeastDiagonal * largest;
    }

    /// <summary>Tells whether no direction that the bounds leave open has a gradient.</summary>
    private bool HasVanished()
    {
        int n = _parameters.Length;
        for (int j = 0; j < n; j++)
        {
            bool closed = (_parameters[j] <= _lower[j] && _gradient[j] > 0.0) || (_parameters[j] >= _upper[j] && _gradient[j] < 0.0);
            double size = Math.Sqrt(_normal[(j * n) + j] * SumOfSquares);
            if (!closed && Math.Abs(_gradient[j]) > VanishedGradient * size)
            {
                return false;
            }
        }

        return true;
    }
}
