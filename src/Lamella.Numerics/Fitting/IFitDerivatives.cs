namespace Lamella.Numerics.Fitting;

/// <summary>Derivatives of residuals that the model itself can give, instead of differences.</summary>
public interface IFitDerivatives
{
    /// <summary>Tells whether the derivatives of a residual are given.</summary>
    /// <param name="residual">Index of the residual.</param>
    /// <returns>False where differences of <see cref="Others"/> serve.</returns>
    bool Gives(int residual);

    /// <summary>Makes a model, for one thread, of the residuals whose derivatives are not given.</summary>
    /// <returns>The model; it leaves the other residuals alone.</returns>
    FitResiduals Others();

    /// <summary>Evaluates ∂residual/∂parameter of the given residuals.</summary>
    /// <param name="parameters">Values in the parameters' own units, shape (n).</param>
    /// <param name="jacobian">Receives the rows of the given residuals, shape (m, n), row-major; leaves the other rows alone.</param>
    /// <returns>False where there are none here: differences of all residuals then serve.</returns>
    /// <remarks>Called by one thread at a time; the same parameters must give the same derivatives.</remarks>
    bool Evaluate(ReadOnlySpan<double> parameters, Span<double> jacobian);
}
