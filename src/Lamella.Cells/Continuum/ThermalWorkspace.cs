using System.Collections.Immutable;

namespace Lamella.Cells.Continuum;

/// <summary>Room for the heat balance and its derivatives.</summary>
internal sealed class ThermalWorkspace
{
    internal ThermalWorkspace(CellLayout layout, ImmutableArray<ParticleGroup> groups)
    {
        (State, Column, Residual) = (new double[layout.Size], new double[layout.Size], new double[layout.Size]);
        (PlainRow, Eliminated) = (new double[layout.ParticleStart], new double[layout.Size]);
        (Above, Below, Enthalpy) = (Lanes(), Lanes(), Lanes());
        (AboveSlope, BelowSlope, EnthalpySlope) = (Lanes(), Lanes(), Lanes());

        double[][] Lanes() => [.. groups.Select(group => new double[group.Lanes])];
    }

    /// <summary>Gets a state with a shifted temperature.</summary>
    internal double[] State { get; }

    /// <summary>Gets ∂F/∂T of every equation.</summary>
    internal double[] Column { get; }

    internal double[] Residual { get; }

    /// <summary>Gets the heat balance by the unknowns along x, before the particles are eliminated.</summary>
    internal double[] PlainRow { get; }

    /// <summary>Gets or sets the heat balance by the applied current, before the particles are eliminated.</summary>
    internal double PlainCorner { get; set; }

    /// <summary>Gets the particle part of <see cref="Column"/>, eliminated towards the surfaces.</summary>
    internal double[] Eliminated { get; }

    /// <summary>Gets U a little above T, per group and cell.</summary>
    internal double[][] Above { get; }

    internal double[][] Below { get; }

    internal double[][] AboveSlope { get; }

    internal double[][] BelowSlope { get; }

    /// <summary>Gets U − T·∂U/∂T, per group and cell.</summary>
    internal double[][] Enthalpy { get; }

    /// <summary>Gets its derivative along x at the surface.</summary>
    internal double[][] EnthalpySlope { get; }
}
