using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>What a record of plating and stripping says.</summary>
public sealed record PlatingResult
{
    /// <summary>Gets the half cycles; none for a cell without lithium on one side at the beginning and a cathode on the other, whose voltage is no overpotential.</summary>
    public required ImmutableArray<HalfCycleRecord> HalfCycles { get; init; }

    /// <summary>Gets a value indicating whether the voltage follows the sign of the current, as between two electrodes of lithium; without it no short is looked for.</summary>
    public required bool IsOverpotential { get; init; }

    /// <summary>Gets the half cycles and spectra that show a short.</summary>
    public required ImmutableArray<ShortFinding> Shorts { get; init; }

    /// <summary>Gets the critical current; null where the currents do not rise in steps.</summary>
    public CriticalCurrentResult? Critical { get; init; }

    /// <summary>Gets the arcs of the spectra.</summary>
    public required ImmutableArray<SpectrumArc> Arcs { get; init; }

    /// <summary>Gets the efficiency; null for a symmetric cell.</summary>
    public EfficiencyResult? Efficiency { get; init; }

    /// <summary>Gets where the lithium is; null for a symmetric cell.</summary>
    public InventoryResult? Inventory { get; init; }

    /// <summary>Gets the charge per area that all half cycles have moved.</summary>
    [Unit("C/m²")]
    public required double CumulativeCharge { get; init; }

    /// <summary>Gets the charge per area that was moved before the first short; all of it where there is none.</summary>
    [Unit("C/m²")]
    public required double SoundCharge { get; init; }

    /// <summary>Gets what was charged less what was discharged, per area: lithium that has gone from one side to the other.</summary>
    [Unit("C/m²")]
    public required double NetCharge { get; init; }

    /// <summary>Gets the largest charge per area that lay on the other side at any time, away from the beginning: what a foil must hold.</summary>
    [Unit("C/m²")]
    public required double LargestExcursion { get; init; }

    /// <summary>Gets the first short; null where there is none.</summary>
    public ShortFinding? FirstShort => Shorts.Length > 0 ? Shorts[0] : null;
}
