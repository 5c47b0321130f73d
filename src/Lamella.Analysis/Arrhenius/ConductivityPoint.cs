using Lamella.Core;

namespace Lamella.Analysis.Arrhenius;

/// <summary>A conductivity at a temperature.</summary>
/// <param name="Temperature">T, above 0 K.</param>
/// <param name="Conductivity">σ, above 0.</param>
/// <param name="Uncertainty">Standard uncertainty of σ that differs from point to point, ≥ 0; 0 where it is not known.</param>
/// <param name="CommonUncertainty">Relative standard uncertainty common to all points, such as that of the geometry, ≥ 0.</param>
public readonly record struct ConductivityPoint(
    [property: Unit("K")] double Temperature,
    [property: Unit("S/m")] double Conductivity,
    [property: Unit("S/m")] double Uncertainty = 0.0,
    [property: Unit("–")] double CommonUncertainty = 0.0);
