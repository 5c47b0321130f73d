using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;

namespace Lamella.UseCases.Designs;

/// <summary>Energy on one basis, with uncertainty.</summary>
/// <param name="Basis">The basis.</param>
/// <param name="Mass">Its mass [kg].</param>
/// <param name="Volume">Its volume at full charge [m³].</param>
/// <param name="PerMass">Energy per mass [J/kg].</param>
/// <param name="PerVolume">Energy per volume [J/m³].</param>
public sealed record BasisEnergy(EnergyBasis Basis, double Mass, double Volume, UncertainValue PerMass, UncertainValue PerVolume);
