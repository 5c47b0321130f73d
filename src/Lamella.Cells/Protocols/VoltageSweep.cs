using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>A voltage that moves at a constant rate.</summary>
public sealed record VoltageSweep
{
    /// <summary>Gets the first voltage [V]; NaN for the voltage that the cell has without current.</summary>
    [Unit("V")]
    public double From { get; init; } = double.NaN;

    /// <summary>Gets how fast the voltage moves, &gt; 0; the direction follows from the ends.</summary>
    [Unit("V/s")]
    public required double Rate { get; init; }
}
