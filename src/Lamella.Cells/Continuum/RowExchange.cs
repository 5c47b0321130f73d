using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <summary>Exchanges the two steps of potential between the cells of a phase that is fed from the left, for the elimination.</summary>
/// <remarks>
/// The elimination goes from left to right and exchanges no rows between cells. What a cell takes from its left neighbour
/// must then be the potential that the left end fixes: in the solid of a negative electrode that of the solid, elsewhere
/// that of the electrolyte. The other way round, the ionic current of a cell would follow from a step over the tiny
/// resistance of the solid, at the cost of as many digits as that resistance is smaller than that of the kinetics.
/// </remarks>
internal sealed class RowExchange
{
    private readonly int[] cells; // cell k of each pair: Ohm's law in the second phase of k, step of Φ of k + 1

    internal RowExchange(IEnumerable<SecondPhase> phases) => cells =
    [
        .. phases.Where(phase => phase is { Inflow: PhaseEnd.None, Outflow: not PhaseEnd.None })
            .SelectMany(phase => Enumerable.Range(phase.Segment.First, phase.Segment.Count - 1)),
    ];

    /// <summary>Exchanges the rows of the matrix; a second call puts them back.</summary>
    /// <param name="blocks">The matrix.</param>
    internal void Apply(BlockTridiagonal4 blocks)
    {
        foreach (int k in cells)
        {
            Exchange(Row(blocks.Diagonal(k), CellLayout.IonicCurrent), Row(blocks.Lower(k + 1), CellLayout.Electrolyte));
            Exchange(Row(blocks.Upper(k), CellLayout.IonicCurrent), Row(blocks.Diagonal(k + 1), CellLayout.Electrolyte));
        }
    }

    /// <summary>Exchanges the elements of a right-hand side.</summary>
    /// <param name="along">Right-hand sides along x.</param>
    internal void Apply(Span<double> along)
    {
        foreach (int k in cells)
        {
            int own = (CellLayout.PerCell * k) + CellLayout.IonicCurrent, next = (CellLayout.PerCell * (k + 1)) + CellLayout.Electrolyte;
            (along[own], along[next]) = (along[next], along[own]);
        }
    }

    private static Span<double> Row(Span<double> block, int row) => block.Slice(row * CellLayout.PerCell, CellLayout.PerCell);

    private static void Exchange(Span<double> first, Span<double> second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            (first[i], second[i]) = (second[i], first[i]);
        }
    }
}
