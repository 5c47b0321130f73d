using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>How a best fit was found, and how reproducibly.</summary>
/// <param name="Starts">Descents begun.</param>
/// <param name="StartsAtBest">Descents that came to the best, to 1e-6 of its sum of squares; 1 means that it was met once only.</param>
/// <param name="OtherMinima">Sums of squares of the other minima, rising, each once.</param>
/// <param name="Evaluations">Evaluations of the circuit over all frequencies.</param>
public sealed record SearchReport(
    int Starts, int StartsAtBest, [property: Unit("–")] ImmutableArray<double> OtherMinima, int Evaluations);
