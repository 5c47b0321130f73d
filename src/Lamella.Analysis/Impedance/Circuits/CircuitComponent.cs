namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>An element in its place in a circuit.</summary>
/// <param name="Name">Its name, unique in the circuit, for example <c>CPE1</c>.</param>
/// <param name="Element">Its kind.</param>
/// <param name="FirstParameter">Index of its first parameter among those of the circuit.</param>
public sealed record CircuitComponent(string Name, CircuitElement Element, int FirstParameter);
