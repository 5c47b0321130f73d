namespace Lamella.Numerics.Dae;

/// <summary>A differential–algebraic system F(t, y, ẏ) = 0 of index 1 with its own linear algebra.</summary>
/// <remarks>
/// <para>The solver calls each member once per whole vector. Implementations do not allocate after construction, do not
/// keep the spans, do not throw, and give the same output for the same input.</para>
/// <para>The Jacobian is evaluated rarely (<see cref="EvaluateJacobian"/>) and factored whenever the step size or order
/// changes (<see cref="Factor"/>), so that linear conservation laws of the system hold to round-off at every step.</para>
/// </remarks>
public interface IDaeSystem
{
    /// <summary>Gets n, the number of unknowns.</summary>
    int Size { get; }

    /// <summary>Gets the number of root functions.</summary>
    int RootCount { get; }

    /// <summary>Tells which unknowns have a time derivative in F.</summary>
    /// <param name="differential">Receives true for differential and false for algebraic unknowns, shape (n).</param>
    void MarkDifferential(Span<bool> differential);

    /// <summary>Tells which algebraic unknowns the error test leaves out; none unless the system says so.</summary>
    /// <param name="untested">Receives true for an unknown that is left out, shape (n); false on entry.</param>
    /// <remarks>
    /// Right for an unknown that the equations give as the time derivative of another, such as a displacement current: its
    /// error is one order worse than that of the other, jumps whenever the step changes, and feeds nothing.
    /// </remarks>
    void MarkUntested(Span<bool> untested)
    {
    }

    /// <summary>Raises absolute tolerances that rounding makes unattainable; none unless the system says so.</summary>
    /// <param name="absolute">On entry the tolerances asked for, on exit those that can be had, shape (n).</param>
    /// <remarks>
    /// Right for an unknown that follows from a small difference of large ones, such as a current from potentials across a
    /// resistance of nearly nothing.
    /// </remarks>
    void RaiseTolerances(Span<double> absolute)
    {
    }

    /// <summary>Evaluates the residual.</summary>
    /// <param name="time">t [s].</param>
    /// <param name="y">State, shape (n).</param>
    /// <param name="yPrime">dy/dt, shape (n).</param>
    /// <param name="residual">Receives F, shape (n); every element must be written.</param>
    /// <returns>Whether the solver may go on.</returns>
    CallbackStatus EvaluateResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual);

    /// <summary>Evaluates ∂F/∂y and ∂F/∂ẏ at a point and keeps both.</summary>
    /// <param name="time">t [s].</param>
    /// <param name="y">State, shape (n).</param>
    /// <param name="yPrime">dy/dt, shape (n).</param>
    /// <returns>Whether the solver may go on.</returns>
    CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime);

    /// <summary>Factors ∂F/∂y + c·∂F/∂ẏ from the Jacobian kept last.</summary>
    /// <param name="derivativeFactor">c [1/s], the leading coefficient of the step.</param>
    /// <returns>Recoverable when the matrix is singular.</returns>
    CallbackStatus Factor(double derivativeFactor);

    /// <summary>Solves with the matrix factored last.</summary>
    /// <param name="rightHandSide">On entry b, on exit x, shape (n).</param>
    void Solve(Span<double> rightHandSide);

    /// <summary>Evaluates the root functions g(t, y, ẏ); the solver finds their sign changes.</summary>
    /// <param name="time">t [s].</param>
    /// <param name="y">State, shape (n).</param>
    /// <param name="yPrime">dy/dt, shape (n).</param>
    /// <param name="values">Receives g, shape (<see cref="RootCount"/>).</param>
    /// <returns>Whether the values could be computed.</returns>
    CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values);
}
