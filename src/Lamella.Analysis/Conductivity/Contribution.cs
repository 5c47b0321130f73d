using Lamella.Core;

namespace Lamella.Analysis.Conductivity;

/// <summary>A resistance of a fitted circuit and what it was taken for.</summary>
/// <param name="Parameter">Name of the resistance in the circuit.</param>
/// <param name="Resistance">R.</param>
/// <param name="Capacitance">C of its arc, (Q·R^(1−n))^(1/n) or τ/R; null where it stands alone.</param>
/// <param name="SpecificCapacitance">C·L/A, ε·ε₀ of a homogeneous sample; null where it stands alone.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record Contribution(
    string Parameter,
    [property: Unit("Ω")] double Resistance,
    [property: Unit("F")] double? Capacitance,
    [property: Unit("F/m")] double? SpecificCapacitance,
    ContributionKind Kind,
    string Reason);
