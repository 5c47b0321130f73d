using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <summary>∂F/∂y of the reduced model that does not change with the step size, and room for its factors.</summary>
internal sealed class ReducedMatrix(ReducedLayout layout)
{
    internal double[] SaltLower { get; } = new double[layout.Cells];

    internal double[] SaltDiagonal { get; } = new double[layout.Cells];

    internal double[] SaltShifted { get; } = new double[layout.Cells];

    internal double[] SaltUpper { get; } = new double[layout.Cells];

    internal TridiagonalBatch SaltFactors { get; } = new(layout.Cells, 1);

    /// <summary>Gets ∂(salt balance)/∂I, then its response.</summary>
    internal double[] SaltByCurrent { get; } = new double[layout.Cells];

    /// <summary>Gets the salt per unit of current.</summary>
    internal double[] SaltResponse { get; } = new double[layout.Cells];

    /// <summary>Gets the particle of the negative side per unit of o.</summary>
    internal double[] NegativeResponse { get; } = new double[layout.NegativeShells];

    /// <summary>Gets the particle of the positive side per unit of o.</summary>
    internal double[] PositiveResponse { get; } = new double[layout.PositiveShells];

    /// <summary>Gets the border after elimination of salt and particles, row-major.</summary>
    internal double[] Border { get; } = new double[ReducedLayout.Border * ReducedLayout.Border];

    internal DenseLu BorderFactors { get; } = new(ReducedLayout.Border);

    /// <summary>Gets or sets ∂(control)/∂I.</summary>
    internal double ControlCurrent { get; set; }

    /// <summary>Gets or sets ∂(control)/∂V.</summary>
    internal double ControlVoltage { get; set; }

    /// <summary>Gets or sets ∂(energy)/∂I.</summary>
    internal double EnergyByCurrent { get; set; }

    /// <summary>Gets or sets ∂(energy)/∂V.</summary>
    internal double EnergyByVoltage { get; set; }

    /// <summary>Gets ∂F/∂T of every equation; zero where the temperature is prescribed.</summary>
    internal double[] TemperatureColumn { get; } = new double[layout.Size];

    /// <summary>Gets salt and particles per unit of temperature.</summary>
    internal double[] TemperatureResponse { get; } = new double[layout.Current];

    internal double[] ShiftedState { get; } = new double[layout.Size];

    internal double[] ShiftedResidual { get; } = new double[layout.Size];

    /// <summary>Gets or sets ∂(heat balance)/∂I.</summary>
    internal double HeatByCurrent { get; set; }

    /// <summary>Gets or sets ∂(heat balance)/∂V.</summary>
    internal double HeatByVoltage { get; set; }

    internal double[] Response(ReducedSide side) => side.Sign < 0 ? NegativeResponse : PositiveResponse;
}
