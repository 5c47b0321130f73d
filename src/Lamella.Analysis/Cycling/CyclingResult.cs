using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>Cycles of one rate and what they gave.</summary>
public sealed record RateRecord
{
    /// <summary>Gets the mean discharge current; the charging one where a cycle begins with a discharge.</summary>
    [Unit("A")]
    public required double Current { get; init; }

    /// <summary>Gets the current over the nominal capacity.</summary>
    [Unit("1/h")]
    public required double CRate { get; init; }

    /// <summary>Gets the mean capacity with the standard deviation of the mean; of a single cycle that of the sampling.</summary>
    [Unit("C")]
    public required Uncertain Capacity { get; init; }

    /// <summary>Gets the capacity over that at the lowest rate whose cycles are not partial: at least half of the largest capacity.</summary>
    [Unit("–")]
    public required double Share { get; init; }

    /// <summary>Gets the numbers of the cycles.</summary>
    public required ImmutableArray<int> Cycles { get; init; }
}

/// <summary>How the polarisation changes from cycle to cycle.</summary>
public sealed record PolarisationGrowth
{
    /// <summary>Gets the polarisation of the reference cycle by the fitted line.</summary>
    [Unit("V")]
    public required Uncertain Initial { get; init; }

    /// <summary>Gets its growth per cycle.</summary>
    [Unit("V")]
    public required Uncertain PerCycle { get; init; }

    /// <summary>Gets the number of cycles it was found from.</summary>
    public required int Count { get; init; }
}

/// <summary>dQ/dV and dV/dQ of one half cycle, without the part at a held voltage.</summary>
public sealed record DifferentialCurve
{
    /// <summary>Gets the number of the cycle.</summary>
    public required int Cycle { get; init; }

    /// <summary>Gets a value indicating whether it is of the charge.</summary>
    public required bool IsCharge { get; init; }

    /// <summary>Gets dQ/dV [C/V] over V [V]; negative on discharge.</summary>
    public required ConservedDerivative Capacity { get; init; }

    /// <summary>Gets dV/dQ [V/C] over the charge since the beginning of the half cycle [C]; negative on discharge.</summary>
    public required ConservedDerivative Voltage { get; init; }

    /// <summary>Gets the charge that flowed at a held voltage or at another current, which is in neither curve.</summary>
    [Unit("C")]
    public required double LeftOut { get; init; }
}

/// <summary>What a cycling record says.</summary>
public sealed record CyclingResult
{
    /// <summary>Gets the cycles.</summary>
    public required ImmutableArray<CycleRecord> Cycles { get; init; }

    /// <summary>Gets the number of the reference cycle; 0 where no cycle is complete.</summary>
    public required int ReferenceCycle { get; init; }

    /// <summary>Gets the capacity of the reference cycle; null where no cycle is complete.</summary>
    [Unit("C")]
    public double? ReferenceCapacity { get; init; }

    /// <summary>Gets the rates, the lowest first.</summary>
    public required ImmutableArray<RateRecord> Rates { get; init; }

    /// <summary>Gets the law of capacity against rate; null for fewer rates than it needs.</summary>
    public RateLawResult? RateLaw { get; init; }

    /// <summary>Gets the cycles that fade and polarisation are read from: those of the most frequent rate.</summary>
    public required ImmutableArray<int> Compared { get; init; }

    /// <summary>Gets the fade; null for too few cycles at one rate.</summary>
    public FadeResult? Fade { get; init; }

    /// <summary>Gets the growth of the polarisation; null for too few cycles at one rate.</summary>
    public PolarisationGrowth? Polarisation { get; init; }

    /// <summary>Gets the mean coulombic efficiency of the compared cycles behind the reference one, with the standard deviation of the mean; null where there are none.</summary>
    [Unit("–")]
    public Uncertain? MeanEfficiency { get; init; }

    /// <summary>Gets the differential curves of the first, the middle and the last complete cycle.</summary>
    public ImmutableArray<DifferentialCurve> Curves { get; init; } = [];

    /// <summary>Returns the capacity that counts: what comes back in the second half of a cycle.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <returns>Capacity [C]; null where that half is missing.</returns>
    public static double? CapacityOf(CycleRecord cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.BeginsWithCharge ? cycle.DischargeCapacity : cycle.ChargeCapacity;
    }

    /// <summary>Returns a capacity over that of the reference cycle.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The share; null where one is missing.</returns>
    public double? RetentionOf(CycleRecord cycle) => ReferenceCapacity is > 0.0 ? CapacityOf(cycle) / ReferenceCapacity : null;
}
