using Lamella.Core;

namespace Lamella.Numerics.Lattice;

/// <summary>How far a solve is.</summary>
/// <param name="Iteration">Iterations done.</param>
/// <param name="Error">Bound on the relative error of the conductance so far.</param>
/// <param name="Tolerance">Where the solve stops.</param>
public sealed record LatticeProgress(int Iteration, [property: Unit("–")] double Error, [property: Unit("–")] double Tolerance);
