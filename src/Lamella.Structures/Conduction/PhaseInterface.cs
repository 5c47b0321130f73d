using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>What lies between two phases.</summary>
/// <param name="First">Name of one phase.</param>
/// <param name="Second">Name of the other.</param>
public sealed record PhaseInterface(string First, string Second)
{
    /// <summary>Gets the resistance against current across the interface, ≥ 0.</summary>
    [Unit("Ω·m²")]
    public double Resistance { get; init; }

    /// <summary>Gets the conductance along the interface of a thin conducting layer, thickness times conductivity, ≥ 0.</summary>
    [Unit("S")]
    public double SheetConductance { get; init; }

    /// <summary>Gets the capacitance beside the resistance, ≥ 0; matters for impedance alone.</summary>
    [Unit("F/m²")]
    public double Capacitance { get; init; }
}
