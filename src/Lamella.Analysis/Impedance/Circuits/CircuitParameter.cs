namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>A parameter of a circuit.</summary>
/// <param name="Name">Its name: that of the element where it has one parameter (<c>R1</c>), else with the symbol (<c>CPE1.Q</c>).</param>
/// <param name="Component">Name of the element.</param>
/// <param name="Kind">What kind of number it is.</param>
public sealed record CircuitParameter(string Name, string Component, ElementParameter Kind);
