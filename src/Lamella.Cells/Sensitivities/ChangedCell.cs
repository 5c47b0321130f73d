using Lamella.Cells.Running;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Sensitivities;

/// <summary>The model of a cell with one parameter changed a little, beside the model that is solved.</summary>
/// <param name="System">The changed model; same mesh.</param>
/// <param name="Temperature">Temperature of the simulator [K].</param>
/// <param name="Change">By how much the parameter was changed, Δp, in its SI unit.</param>
internal sealed record ChangedCell(ICellSystem System, double Temperature, double Change)
{
    private readonly double[] state = new double[System.Size];
    private readonly double[] slope = new double[System.Size];

    /// <summary>Gets what sets the changed model to the steps of its own protocol.</summary>
    internal StepArming Arming { get; } = new(System, Temperature);

    /// <summary>Moves a vector along its sensitivity: v + Δp·∂v/∂p.</summary>
    /// <param name="v">State, shape (n).</param>
    /// <param name="byParameter">∂v/∂p, shape (n).</param>
    /// <returns>The state of the changed cell; overwritten by the next call.</returns>
    internal ReadOnlySpan<double> Move(ReadOnlySpan<double> v, ReadOnlySpan<double> byParameter) =>
        Along(v, byParameter, state);

    /// <summary>Moves a time derivative along its sensitivity; as <see cref="Move"/>.</summary>
    internal ReadOnlySpan<double> MoveSlope(ReadOnlySpan<double> v, ReadOnlySpan<double> byParameter) =>
        Along(v, byParameter, slope);

    /// <summary>Difference quotient of a value that the cell and the changed cell have.</summary>
    internal double Quotient(double changed, double value) => (changed - value) / Change;

    private double[] Along(ReadOnlySpan<double> v, ReadOnlySpan<double> byParameter, double[] moved)
    {
        v.CopyTo(moved);
        Kernels.AddScaled(moved, Change, byParameter);
        return moved;
    }
}
