using System.Collections.Immutable;

namespace Lamella.Cells.HalfCell;

/// <summary>A state of a cell from which a protocol can start, for any simulator with the same mesh.</summary>
public sealed class CellState
{
    internal CellState(ImmutableArray<double> unknowns) => Unknowns = unknowns;

    internal ImmutableArray<double> Unknowns { get; }
}
