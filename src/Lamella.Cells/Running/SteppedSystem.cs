using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>A model of a cell with the ends of a step that are the same for every model: charge, and a rising current.</summary>
internal sealed class SteppedSystem(ICellSystem cell) : IDaeSystem
{
    private const double Inactive = 1.0;
    private const int OwnRoots = 2;

    /// <inheritdoc/>
    public int Size => cell.Size;

    /// <inheritdoc/>
    public int RootCount => cell.RootCount + OwnRoots;

    /// <summary>Gets the model.</summary>
    internal ICellSystem Cell => cell;

    /// <summary>Gets or sets the charge at which the step ends, without sign [C/m²]; NaN for none.</summary>
    internal double ChargeCutOff { get; set; } = double.NaN;

    /// <summary>Gets or sets the charge of the state at which the step began [C/m²].</summary>
    internal double ChargeAtStart { get; set; }

    /// <summary>Gets or sets the current density whose overshoot ends the step [A/m²]; NaN for none.</summary>
    internal double HighestCurrent { get; set; } = double.NaN;

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential) => cell.MarkDifferential(differential);

    /// <inheritdoc/>
    public void MarkUntested(Span<bool> untested) => cell.MarkUntested(untested);

    /// <inheritdoc/>
    public void RaiseTolerances(Span<double> absolute) => cell.RaiseTolerances(absolute);

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual) =>
        cell.EvaluateResidual(time, y, yPrime, residual);

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime) =>
        cell.EvaluateJacobian(time, y, yPrime);

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor) => cell.Factor(derivativeFactor);

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide) => cell.Solve(rightHandSide);

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        int own = cell.RootCount;
        values[own] = double.IsNaN(ChargeCutOff) ? Inactive : 1.0 - (Math.Abs(cell.Charge(y) - ChargeAtStart) / ChargeCutOff);
        values[own + 1] = double.IsNaN(HighestCurrent) ? Inactive : 1.0 - (Math.Abs(cell.Current(y)) / HighestCurrent);
        return cell.EvaluateRoots(time, y, yPrime, values[..own]);
    }

    /// <summary>Says why a root function ended the step.</summary>
    /// <param name="root">Index of the root function.</param>
    /// <param name="time">Time of the system [s].</param>
    /// <param name="y">State.</param>
    internal StepOutcome Outcome(int root, double time, ReadOnlySpan<double> y) => (root - cell.RootCount) switch
    {
        < 0 => cell.Outcome(root, time, y),
        0 => new(Results.StepEnding.ChargeCutOff, FormattableString.Invariant($"the charge of {ChargeCutOff / 3.6e4:G4} mAh/cm2 has passed")),
        _ => new(Results.StepEnding.CurrentCutOff, FormattableString.Invariant($"the current rose to {HighestCurrent / 10.0:G4} mA/cm2")),
    };
}
