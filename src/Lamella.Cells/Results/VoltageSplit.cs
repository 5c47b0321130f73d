using System.Collections.Immutable;

namespace Lamella.Cells.Results;

/// <summary>Where the terminal voltage goes at one instant; the parts add up to the voltage within the tolerance of the solution.</summary>
/// <remarks>
/// Each part is a signed contribution to the terminal voltage: losses are negative on discharge and positive on charge.
/// Inside the cathode the path runs to every particle and is averaged with the share of the current that enters there.
/// </remarks>
public sealed record VoltageSplit
{
    /// <summary>Gets U at the mean stoichiometry; 0 in a symmetric cell [V].</summary>
    public required double OpenCircuit { get; init; }

    /// <summary>Gets U at the particle surfaces less U at the mean: diffusion in the particles [V].</summary>
    public required double SolidDiffusion { get; init; }

    /// <summary>Gets the charge-transfer overpotential of the cathode [V].</summary>
    public required double CathodeKinetics { get; init; }

    /// <summary>Gets the drop over the particle films [V].</summary>
    public required double CathodeFilm { get; init; }

    /// <summary>Gets the charge-transfer overpotential of lithium, both faces in a symmetric cell [V].</summary>
    public required double LithiumKinetics { get; init; }

    /// <summary>Gets the drop over the lithium surface films [V].</summary>
    public required double LithiumFilm { get; init; }

    /// <summary>Gets the ohmic drop of each electrolyte layer, the cathode's pores last [V].</summary>
    public required ImmutableArray<LayerVoltage> Ohmic { get; init; }

    /// <summary>Gets the drop over the joints between layers [V].</summary>
    public required double Joints { get; init; }

    /// <summary>Gets the concentration overpotential of the electrolyte [V].</summary>
    public required double Concentration { get; init; }

    /// <summary>Gets the drop of the electrons: cathode solid, collectors and leads [V].</summary>
    public required double Electronic { get; init; }

    /// <summary>Gets the sum of all parts [V].</summary>
    public double Total =>
        OpenCircuit + SolidDiffusion + CathodeKinetics + CathodeFilm + LithiumKinetics + LithiumFilm
        + Ohmic.Sum(layer => layer.Voltage) + Joints + Concentration + Electronic;
}

/// <summary>One layer's part of the voltage.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Voltage">Contribution to the terminal voltage [V].</param>
public readonly record struct LayerVoltage(string Layer, double Voltage);
