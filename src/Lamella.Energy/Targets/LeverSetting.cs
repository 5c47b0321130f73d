namespace Lamella.Energy.Targets;

/// <summary>What a designer can change without another chemistry.</summary>
/// <param name="ElectrolyteThickness">Thickness of all layers between the electrodes together [m].</param>
/// <param name="ActiveLoading">Active material per area of one cathode side [kg/m²].</param>
/// <param name="Lithium">Lithium at assembly [m]: on each side of a collector, or of the whole free-standing foil.</param>
public readonly record struct LeverSetting(double ElectrolyteThickness, double ActiveLoading, double Lithium);
