namespace Lamella.Numerics.Fitting;

/// <summary>Jacobian of the residuals: what the model gives itself, and differences for the rest.</summary>
internal sealed class FitJacobian(
    IReadOnlyList<FitParameter> parameters, ResidualEvaluator all, ResidualEvaluator? others, IFitDerivatives? derivatives, double step)
{
    private readonly int n = parameters.Count;
    private readonly DifferenceJacobian differences = new(all, parameters.Count, step);
    private readonly DifferenceJacobian? otherDifferences = others is null ? null : new(others, parameters.Count, step);
    private readonly double[] values = new double[parameters.Count];
    private readonly double[] given = derivatives is null ? [] : new double[all.ResidualCount * parameters.Count];

    /// <summary>Gets a value indicating whether the model gives derivatives, so that no crude differences come first.</summary>
    internal bool IsGiven => derivatives is not null;

    /// <summary>Gets how often the model gave its derivatives.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>Evaluates the Jacobian; the parameters are those of <see cref="DifferenceJacobian.Evaluate"/>.</summary>
    internal void Evaluate(double[] u, double[] residuals, bool central, double[] jacobian)
    {
        for (int j = 0; j < n; j++)
        {
            values[j] = parameters[j].FromScaled(u[j]);
        }

        if (derivatives?.Evaluate(values, given) != true)
        {
            differences.Evaluate(u, residuals, central, jacobian);
            return;
        }

        Evaluations++;
        otherDifferences?.Evaluate(u, residuals, central, jacobian);
        for (int i = 0; i < residuals.Length; i++)
        {
            for (int j = 0; j < n && derivatives.Gives(i); j++)
            {
                jacobian[(i * n) + j] = given[(i * n) + j] * parameters[j].Slope(values[j]);
            }
        }
    }
}
