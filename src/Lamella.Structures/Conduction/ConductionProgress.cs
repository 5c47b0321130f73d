using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>How far a solve is.</summary>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Fraction">Share of the whole that is done [–], from 0 to 1; iterations count by the digits they gain.</param>
public sealed record ConductionProgress(string Step, [property: Unit("–")] double Fraction);
