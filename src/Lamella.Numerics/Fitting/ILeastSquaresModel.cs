namespace Lamella.Numerics.Fitting;

/// <summary>A model whose residuals have exact derivatives; each instance is used by one thread at a time.</summary>
public interface ILeastSquaresModel
{
    /// <summary>Gets n, the number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>Gets m, the number of residuals.</summary>
    int ResidualCount { get; }

    /// <summary>Computes the residuals and their derivatives.</summary>
    /// <param name="parameters">Parameters in the scale of the fit, shape (n).</param>
    /// <param name="residuals">Receives the weighted residuals, shape (m).</param>
    /// <param name="jacobian">Receives ∂residual/∂parameter, parameter after parameter, shape (n, m).</param>
    /// <returns>False when the model has no finite answer here; the fit then stays away.</returns>
    bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian);
}
