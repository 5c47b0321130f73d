using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>How a coulombic efficiency was found.</summary>
public enum EfficiencyMethod
{
    /// <summary>From a reservoir of which a part is cycled (Aurbach; Adams).</summary>
    Reservoir,

    /// <summary>Everything that is stripped over everything that is plated, of cycles that strip all.</summary>
    Cumulative,

    /// <summary>From a cell without other lithium than that of its cathode: what it does not give back is lost.</summary>
    AnodeFree,
}

/// <summary>One cycle of plating and stripping.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Plated">Charge plated [C/m²].</param>
/// <param name="Stripped">Charge stripped [C/m²].</param>
public sealed record PlatingCycle(int Number, double Plated, double Stripped)
{
    /// <summary>Gets what is stripped over what was plated.</summary>
    [Unit("–")]
    public double Efficiency => Plated > 0.0 ? Stripped / Plated : 0.0;
}

/// <summary>The coulombic efficiency of lithium and where the lithium went.</summary>
/// <remarks>The loss 1 − CE is what is found and what has the uncertainty; it takes in lithium in interphases and lithium without contact alike.</remarks>
public sealed record EfficiencyResult
{
    /// <summary>Gets the method.</summary>
    public required EfficiencyMethod Method { get; init; }

    /// <summary>Gets 1 − CE with its standard uncertainty: scatter of the cycles and accuracy of the charges together.</summary>
    [Unit("–")]
    public required Uncertain Loss { get; init; }

    /// <summary>Gets the part of that uncertainty which the accuracy of the instrument alone gives: no number of cycles makes it smaller.</summary>
    [Unit("–")]
    public required double Floor { get; init; }

    /// <summary>Gets the cycles that were used.</summary>
    public required ImmutableArray<PlatingCycle> Cycles { get; init; }

    /// <summary>Gets the charge of the reservoir; null for other methods.</summary>
    [Unit("C/m²")]
    public double? Reservoir { get; init; }

    /// <summary>Gets the charge that the last strip gave; null for other methods than that of the reservoir.</summary>
    [Unit("C/m²")]
    public double? LastStripped { get; init; }

    /// <summary>Gets the efficiency of the cycles before the reservoir, which condition the collector; null where there are none.</summary>
    [Unit("–")]
    public double? Conditioning { get; init; }

    /// <summary>Gets a value indicating whether the record ends without a last strip: the cell died, or is not done.</summary>
    public bool EndsWithoutStrip { get; init; }

    /// <summary>Gets the coulombic efficiency.</summary>
    [Unit("–")]
    public double Efficiency => 1.0 - Loss.Value;
}

/// <summary>Where the lithium of a cell is at the end of a record, as charge per area.</summary>
public sealed record InventoryResult
{
    /// <summary>Gets what was plated in total.</summary>
    [Unit("C/m²")]
    public required double Plated { get; init; }

    /// <summary>Gets what was stripped in total.</summary>
    [Unit("C/m²")]
    public required double Stripped { get; init; }

    /// <summary>Gets what was not stripped again: lost in interphases and without contact, and what still lies on the collector.</summary>
    [Unit("C/m²")]
    public double NotStripped => Plated - Stripped;

    /// <summary>Gets the lithium beside that which is cycled, at the beginning; null where it was not stated.</summary>
    [Unit("C/m²")]
    public double? Reserve { get; init; }

    /// <summary>Gets the reserve at the end; null where it was not stated.</summary>
    [Unit("C/m²")]
    public double? ReserveLeft => Reserve - NotStripped;

    /// <summary>Gets how many cycles of the mean charge the reserve lasts from the beginning; null where it was not stated or nothing is lost.</summary>
    [Unit("–")]
    public double? CyclesUntilEmpty { get; init; }

    /// <summary>Computes how many cycles a reserve lasts, N/[Q(1 − CE)].</summary>
    /// <param name="reserve">N, the reserve [C/m²], ≥ 0.</param>
    /// <param name="cycled">Q, the charge of a cycle [C/m²], above 0.</param>
    /// <param name="loss">1 − CE, above 0.</param>
    /// <returns>The number of cycles, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Lifetime(double reserve, double cycled, double loss)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cycled);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(loss);
        return reserve / (cycled * loss);
    }
}
