using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;

namespace Lamella.Benchmarks;

/// <summary>The mesh, the tolerance and the protocols that all benchmarks of cells share.</summary>
internal static class BenchmarkCells
{
    internal const double Kelvin = 298.15;

    /// <summary>Gets 20 cells per subdomain and 20 shells, rtol 1e-4, atol 1e-6.</summary>
    internal static CellOptions Mesh { get; } = new()
    {
        CellsPerLayer = 20, ElectrodeCells = 20, Shells = 20, RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-6,
    };

    internal static Protocol Discharge(CellDescription cell, double rate) =>
        new([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(rate))]);

    /// <summary>Charge, hold until C/20, discharge; over and over.</summary>
    internal static Protocol Cycles(CellDescription cell, int count) => ProtocolText.Parse(
        FormattableString.Invariant($"Repeat {count} times:\n  Discharge at 1C until {cell.LowerCutOff} V\n  Charge at 1C until {cell.UpperCutOff} V\n  Hold at {cell.UpperCutOff} V until C/20\nEnd"),
        cell);
}
