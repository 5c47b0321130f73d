using Lamella.Core;

namespace Lamella.Analysis.Arrhenius;

/// <summary>A parameter of a law of temperature.</summary>
/// <param name="Name">Its name: <c>ln A</c>, <c>E</c>, <c>B</c>, <c>T0</c>, <c>E above</c>, <c>E below</c>, <c>T break</c>.</param>
/// <param name="Unit">Its unit: – for ln A, J/mol for energies, K for temperatures.</param>
/// <param name="Value">Value in that unit.</param>
/// <param name="Uncertainty">Standard uncertainty with covariance, that common to all points included.</param>
/// <param name="Low">Lower end of the 95 % interval by Student's t.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
public sealed record LawParameter(
    string Name,
    string Unit,
    [property: Unit("unit of the parameter")] double Value,
    [property: Unit("unit of the parameter")] double Uncertainty,
    [property: Unit("unit of the parameter")] double Low,
    [property: Unit("unit of the parameter")] double High);
