using Lamella.Core;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Conduction;

/// <summary>How far a solve is.</summary>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Fraction">Share of the whole that is done [–], from 0 to 1; iterations count by the digits they gain.</param>
public sealed record ConductionProgress(string Step, [property: Unit("–")] double Fraction)
{
    /// <summary>The share of the digits asked for that an iteration has gained [–].</summary>
    internal static double Gained(LatticeProgress iteration) =>
        Math.Log(Math.Clamp(iteration.Error, iteration.Tolerance, 1.0)) / Math.Log(iteration.Tolerance);
}
