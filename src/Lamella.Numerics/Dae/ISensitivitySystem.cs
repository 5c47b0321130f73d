namespace Lamella.Numerics.Dae;

/// <summary>A system whose residual depends on parameters p, with what forward sensitivities need.</summary>
/// <remarks>The sensitivity s = ∂y/∂p obeys the linear system ∂F/∂y·s + ∂F/∂ẏ·ṡ + ∂F/∂p = 0.</remarks>
public interface ISensitivitySystem : IDaeSystem
{
    /// <summary>Gets the number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>Evaluates the residual of the system that one sensitivity obeys: the derivative of F along (s, ṡ, 1).</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="time">t [s].</param>
    /// <param name="y">State, shape (n).</param>
    /// <param name="yPrime">dy/dt, shape (n).</param>
    /// <param name="s">∂y/∂p, shape (n).</param>
    /// <param name="sPrime">Its time derivative, shape (n).</param>
    /// <param name="residual">Receives ∂F/∂y·s + ∂F/∂ẏ·ṡ + ∂F/∂p, shape (n); every element must be written.</param>
    /// <returns>Whether the solver may go on.</returns>
    CallbackStatus EvaluateSensitivityResidual(
        int parameter,
        double time,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> yPrime,
        ReadOnlySpan<double> s,
        ReadOnlySpan<double> sPrime,
        Span<double> residual);
}
