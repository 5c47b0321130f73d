namespace Lamella.Numerics.Dae;

/// <summary>A system whose residual depends on parameters p, with what forward sensitivities need: ∂F/∂p.</summary>
/// <remarks>The sensitivity s = ∂y/∂p obeys the linear system ∂F/∂y·s + ∂F/∂ẏ·ṡ + ∂F/∂p = 0.</remarks>
public interface ISensitivitySystem : IDaeSystem
{
    /// <summary>Gets the number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>Multiplies with the Jacobian kept last.</summary>
    /// <param name="s">Factor of ∂F/∂y, shape (n).</param>
    /// <param name="sPrime">Factor of ∂F/∂ẏ, shape (n).</param>
    /// <param name="product">Receives ∂F/∂y·s + ∂F/∂ẏ·ṡ, shape (n).</param>
    void MultiplyJacobian(ReadOnlySpan<double> s, ReadOnlySpan<double> sPrime, Span<double> product);

    /// <summary>Evaluates the derivative of the residual by one parameter.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="time">t [s].</param>
    /// <param name="y">State, shape (n).</param>
    /// <param name="yPrime">dy/dt, shape (n).</param>
    /// <param name="slope">Receives ∂F/∂p, shape (n); every element must be written.</param>
    /// <returns>Whether the solver may go on.</returns>
    CallbackStatus EvaluateParameterSlope(
        int parameter, double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> slope);
}
