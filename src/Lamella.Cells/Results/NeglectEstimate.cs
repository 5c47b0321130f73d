using Lamella.Core;

namespace Lamella.Cells.Results;

/// <summary>What a reduced model leaves out of the voltage, estimated along with its solution.</summary>
/// <remarks>See the README of the single-particle models for the equations and for how good the estimate is.</remarks>
/// <param name="Rms">Root of the mean square over time of V(continuum) − V(reduced), estimated [V].</param>
/// <param name="Largest">Largest size of it over time [V].</param>
public readonly record struct NeglectEstimate([property: Unit("V")] double Rms, [property: Unit("V")] double Largest);
