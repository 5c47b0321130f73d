using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Dae;

/// <summary>Residual F(t, y, ẏ) of a small system.</summary>
/// <param name="time">t [s].</param>
/// <param name="y">State, shape (n).</param>
/// <param name="yPrime">dy/dt, shape (n).</param>
/// <param name="residual">Receives F, shape (n).</param>
/// <returns>Whether the solver may go on.</returns>
public delegate CallbackStatus DaeResidual(
    double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual);

/// <summary>Root functions g(t, y, ẏ) of a small system.</summary>
/// <param name="time">t [s].</param>
/// <param name="y">State, shape (n).</param>
/// <param name="yPrime">dy/dt, shape (n).</param>
/// <param name="values">Receives g, shape (number of roots).</param>
/// <returns>Whether the values could be computed.</returns>
public delegate CallbackStatus DaeRoots(
    double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values);

/// <summary>Jacobian of a small system.</summary>
/// <param name="time">t [s].</param>
/// <param name="y">State, shape (n).</param>
/// <param name="yPrime">dy/dt, shape (n).</param>
/// <param name="byState">Receives ∂F/∂y, shape (n, n), row-major; zero on entry.</param>
/// <param name="bySlope">Receives ∂F/∂ẏ, shape (n, n), row-major; zero on entry.</param>
/// <returns>Whether the solver may go on.</returns>
public delegate CallbackStatus DaeJacobian(
    double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> byState, Span<double> bySlope);

/// <summary>A small system given by its residual: dense matrices, by forward differences unless given, dense LU.</summary>
/// <remarks>
/// Differences cost 2n residuals per Jacobian and are good to some five digits: enough to converge, not for equations that
/// must hold to round-off. A factorisation costs n³/3: for tests and for systems of up to a few dozen unknowns.
/// </remarks>
public sealed class DenseDaeSystem : IDaeSystem
{
    private const double Increment = 1.4901161193847656e-8; // √ of the round-off unit

    private readonly DaeResidual residual;
    private readonly DaeRoots? roots;
    private readonly DaeJacobian? jacobian;
    private readonly bool[] differential;
    private readonly double[] byState; // ∂F/∂y, row-major
    private readonly double[] bySlope; // ∂F/∂ẏ
    private readonly double[] matrix;
    private readonly double[] argument;
    private readonly double[] argumentPrime;
    private readonly double[] origin;
    private readonly double[] shifted;
    private readonly DenseLu lu;

    /// <summary>Wraps a residual.</summary>
    /// <param name="differential">Which unknowns have a derivative in F, shape (n); copied.</param>
    /// <param name="residual">F.</param>
    /// <param name="rootCount">Number of root functions.</param>
    /// <param name="roots">g; needed when <paramref name="rootCount"/> is above 0.</param>
    /// <param name="jacobian">∂F/∂y and ∂F/∂ẏ; null for differences.</param>
    /// <exception cref="ArgumentException">There are no unknowns, or root functions are missing.</exception>
    public DenseDaeSystem(
        ReadOnlySpan<bool> differential,
        DaeResidual residual,
        int rootCount = 0,
        DaeRoots? roots = null,
        DaeJacobian? jacobian = null)
    {
        ArgumentNullException.ThrowIfNull(residual);
        ArgumentOutOfRangeException.ThrowIfNegative(rootCount);
        if (differential.IsEmpty || (rootCount > 0 && roots is null))
        {
            throw new ArgumentException($"A system needs unknowns, and functions for its {rootCount} roots.", nameof(differential));
        }

        int n = differential.Length;
        (this.residual, this.roots, this.jacobian, RootCount) = (residual, roots, jacobian, rootCount);
        this.differential = differential.ToArray();
        (byState, bySlope, matrix) = (new double[n * n], new double[n * n], new double[n * n]);
        (argument, argumentPrime, origin, shifted) = (new double[n], new double[n], new double[n], new double[n]);
        lu = new DenseLu(n);
    }

    /// <inheritdoc/>
    public int Size => differential.Length;

    /// <inheritdoc/>
    public int RootCount { get; }

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential) => this.differential.CopyTo(differential);

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual) =>
        this.residual(time, y, yPrime, residual);

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (jacobian is not null)
        {
            Array.Clear(byState);
            Array.Clear(bySlope);
            return jacobian(time, y, yPrime, byState, bySlope);
        }

        CallbackStatus status = residual(time, y, yPrime, origin);
        y.CopyTo(argument);
        yPrime.CopyTo(argumentPrime);
        status = status == CallbackStatus.Success ? Differentiate(time, argument, byState) : status;
        return status == CallbackStatus.Success ? Differentiate(time, argumentPrime, bySlope) : status;
    }

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor)
    {
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = byState[i] + (derivativeFactor * bySlope[i]);
        }

        return lu.Factor(matrix) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide) => lu.Solve(rightHandSide);

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values) =>
        roots is null ? CallbackStatus.Success : roots(time, y, yPrime, values);

    private CallbackStatus Differentiate(double time, double[] variable, double[] derivative)
    {
        int n = Size;
        for (int j = 0; j < n; j++)
        {
            double before = variable[j];
            variable[j] = before + (Increment * Math.Max(Math.Abs(before), 1e-3));
            double step = variable[j] - before; // as represented
            CallbackStatus status = residual(time, argument, argumentPrime, shifted);
            variable[j] = before;
            if (status != CallbackStatus.Success)
            {
                return status;
            }

            for (int i = 0; i < n; i++)
            {
                derivative[(i * n) + j] = (shifted[i] - origin[i]) / step;
            }
        }

        return CallbackStatus.Success;
    }
}
