using Lamella.Numerics.Linear;

namespace Lamella.Cells.HalfCell;

/// <summary>The parts of ∂F/∂y that do not change with the step size, and room for the factors.</summary>
internal sealed class CellJacobian(CellLayout layout)
{
    internal BlockTridiagonal4 Blocks { get; } = new(layout.Cells);

    /// <summary>Gets ∂F/∂I of the equations along x.</summary>
    internal double[] CurrentColumn { get; } = new double[layout.ParticleStart];

    /// <summary>Gets ∂(control)/∂(unknowns of the last cell), shape (4).</summary>
    internal double[] ControlRow { get; } = new double[CellLayout.PerCell];

    /// <summary>Gets or sets ∂(control)/∂I.</summary>
    internal double ControlCurrent { get; set; }

    /// <summary>Gets ∂(salt balance)/∂c before the step-size term, per cell.</summary>
    internal double[] SaltDiagonal { get; } = new double[layout.Cells];

    /// <summary>Gets ∂(kinetics)/∂x of the outermost shell, per cathode cell.</summary>
    internal double[] KineticsByStoichiometry { get; } = new double[layout.Lanes];

    /// <summary>Gets ∂(kinetics)/∂i of the right face before the particles are eliminated, per cathode cell.</summary>
    internal double[] KineticsByCurrent { get; } = new double[layout.Lanes];

    /// <summary>Gets ∂(outermost shell)/∂i of the right face, per cathode cell; the left face has the opposite sign.</summary>
    internal double[] ShellByCurrent { get; } = new double[layout.Lanes];

    /// <summary>Gets the unknowns along x per unit of applied current.</summary>
    internal double[] CurrentResponse { get; } = new double[layout.ParticleStart];

    /// <summary>Gets or sets the pivot of the applied current.</summary>
    internal double CurrentPivot { get; set; }

    /// <summary>Gets or sets the factor c of the last factorisation [1/s].</summary>
    internal double DerivativeFactor { get; set; }

    internal void Clear()
    {
        Blocks.Clear();
        Array.Clear(CurrentColumn);
        Array.Clear(ControlRow);
        Array.Clear(SaltDiagonal);
    }
}
