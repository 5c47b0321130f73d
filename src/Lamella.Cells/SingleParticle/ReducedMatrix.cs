using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <summary>∂F/∂y of the reduced model that does not change with the step size, and room for its factors.</summary>
internal sealed class ReducedMatrix(ReducedLayout layout)
{
    private readonly DenseLu coreFactors = new(ReducedLayout.Core);
    private readonly double[] core = new double[ReducedLayout.Core * ReducedLayout.Core];

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

    /// <summary>Factors the part of the border whose unknowns couple to each other.</summary>
    internal bool FactorBorder()
    {
        for (int row = 0; row < ReducedLayout.Core; row++)
        {
            Border.AsSpan(row * ReducedLayout.Border, ReducedLayout.Core).CopyTo(core.AsSpan(row * ReducedLayout.Core));
        }

        return coreFactors.Factor(core);
    }

    /// <summary>Solves for the border: the coupled part, then what follows from it.</summary>
    internal void SolveBorder(Span<double> border)
    {
        Span<double> known = border[..ReducedLayout.Core];
        coreFactors.Solve(known);
        for (int row = ReducedLayout.Core; row < ReducedLayout.Border; row++)
        {
            ReadOnlySpan<double> own = Border.AsSpan(row * ReducedLayout.Border, ReducedLayout.Border);
            double rest = border[row];
            for (int i = 0; i < known.Length; i++)
            {
                rest -= own[i] * known[i];
            }

            border[row] = rest / own[row];
        }
    }

    internal double[] Response(ReducedSide side) => side.Sign < 0 ? NegativeResponse : PositiveResponse;
}
