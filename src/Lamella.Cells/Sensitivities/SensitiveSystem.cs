using System.Collections.Immutable;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Sensitivities;

/// <summary>A model with the residual that its sensitivities obey, by a forward difference along (s, ṡ, 1).</summary>
/// <remarks>
/// One residual of the changed cell at y + Δp·s gives ∂F/∂y·s + ∂F/∂ẏ·ṡ + ∂F/∂p at once, whatever the parameter is: a
/// property, a thickness, a load. The matrix of the linear system is the exact Jacobian of the cell.
/// </remarks>
internal sealed class SensitiveSystem(SteppedSystem system, ImmutableArray<ChangedCell> changed) : ISensitivitySystem
{
    private readonly double[] origin = new double[system.Size];

    /// <inheritdoc/>
    public int Size => system.Size;

    /// <inheritdoc/>
    public int RootCount => system.RootCount;

    /// <inheritdoc/>
    public int ParameterCount => changed.Length;

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential) => system.MarkDifferential(differential);

    /// <inheritdoc/>
    public void MarkUntested(Span<bool> untested) => system.MarkUntested(untested);

    /// <inheritdoc/>
    public void RaiseTolerances(Span<double> absolute) => system.RaiseTolerances(absolute);

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual) =>
        system.EvaluateResidual(time, y, yPrime, residual);

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime) =>
        system.EvaluateJacobian(time, y, yPrime);

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor) => system.Factor(derivativeFactor);

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide) => system.Solve(rightHandSide);

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values) =>
        system.EvaluateRoots(time, y, yPrime, values);

    /// <inheritdoc/>
    public CallbackStatus EvaluateSensitivityResidual(
        int parameter,
        double time,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> yPrime,
        ReadOnlySpan<double> s,
        ReadOnlySpan<double> sPrime,
        Span<double> residual)
    {
        CallbackStatus status = parameter == 0
            ? system.EvaluateResidual(time, y, yPrime, origin)
            : CallbackStatus.Success;
        ChangedCell cell = changed[parameter];
        status = status == CallbackStatus.Success
            ? cell.System.EvaluateResidual(time, cell.Move(y, s), cell.MoveSlope(yPrime, sPrime), residual)
            : status;
        Kernels.ScaledDifference(residual, origin, 1.0 / cell.Change, residual);
        return status;
    }
}
