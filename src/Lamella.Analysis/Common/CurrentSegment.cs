using Lamella.Core;

namespace Lamella.Analysis.Common;

/// <summary>A part of a record during which a current of one sign and, where it is constant, of one size flows.</summary>
public sealed record CurrentSegment
{
    /// <summary>Gets the index of the first sample.</summary>
    public required int First { get; init; }

    /// <summary>Gets the index of the last sample.</summary>
    public required int Last { get; init; }

    /// <summary>Gets the sign of the current: 1 charges, −1 discharges.</summary>
    public required int Direction { get; init; }

    /// <summary>Gets when it begins, on the clock of the record.</summary>
    [Unit("s")]
    public required double Start { get; init; }

    /// <summary>Gets how long it lasts, with its halves of the gaps to the samples before and after.</summary>
    [Unit("s")]
    public required double Duration { get; init; }

    /// <summary>Gets the charge that flows, as a size.</summary>
    [Unit("C")]
    public required double Charge { get; init; }

    /// <summary>Gets the standard uncertainty of the charge from the instants of switching, which lie between two samples.</summary>
    [Unit("C")]
    public required double ChargeUncertainty { get; init; }

    /// <summary>Gets ∫U·|I|dt; negative where the voltage is.</summary>
    [Unit("J")]
    public required double Energy { get; init; }

    /// <summary>Gets the time without current before it; 0 where there is none.</summary>
    [Unit("s")]
    public required double RestBefore { get; init; }

    /// <summary>Gets the voltage at the end of the rest before it; null where there is none.</summary>
    [Unit("V")]
    public double? RestVoltage { get; init; }

    /// <summary>Gets the mean current, with its sign.</summary>
    [Unit("A")]
    public double MeanCurrent => Duration > 0.0 ? Direction * Charge / Duration : 0.0;

    /// <summary>Gets the mean voltage, weighted with charge.</summary>
    [Unit("V")]
    public double MeanVoltage => Charge > 0.0 ? Energy / Charge : 0.0;

    /// <summary>Gets the number of samples.</summary>
    public int Count => Last - First + 1;
}
