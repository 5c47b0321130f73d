using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>One cycle: two half cycles of opposite direction.</summary>
/// <remarks>"First" and "second" are the half cycles in their order; which of them charges is the cycle's beginning.</remarks>
public sealed record CycleRecord
{
    /// <summary>Gets its number, from 1, counted over all records.</summary>
    public required int Number { get; init; }

    /// <summary>Gets a value indicating whether both halves are there and were not cut short by the end of the record.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets a value indicating whether the record ends in the second half, before the charge that was usual.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Gets a value indicating whether the first half charges the cell.</summary>
    public required bool BeginsWithCharge { get; init; }

    /// <summary>Gets when the cycle begins, on the clock of its record.</summary>
    [Unit("s")]
    public required double Start { get; init; }

    /// <summary>Gets the charge capacity; null where there is no charge.</summary>
    [Unit("C")]
    public double? ChargeCapacity { get; init; }

    /// <summary>Gets the discharge capacity; null where there is no discharge.</summary>
    [Unit("C")]
    public double? DischargeCapacity { get; init; }

    /// <summary>Gets the standard uncertainty of the discharge capacity from the sampling.</summary>
    [Unit("C")]
    public double CapacityUncertainty { get; init; }

    /// <summary>Gets the energy of the charge; null where there is no charge.</summary>
    [Unit("J")]
    public double? ChargeEnergy { get; init; }

    /// <summary>Gets the energy of the discharge; null where there is no discharge.</summary>
    [Unit("J")]
    public double? DischargeEnergy { get; init; }

    /// <summary>Gets the mean voltage of the charge, weighted with charge.</summary>
    [Unit("V")]
    public double? MeanChargeVoltage { get; init; }

    /// <summary>Gets the mean voltage of the discharge, weighted with charge.</summary>
    [Unit("V")]
    public double? MeanDischargeVoltage { get; init; }

    /// <summary>Gets the current of the charge: the median over its charge, which a held voltage at its end does not move.</summary>
    [Unit("A")]
    public double? ChargeCurrent { get; init; }

    /// <summary>Gets the current of the discharge as a size.</summary>
    [Unit("A")]
    public double? DischargeCurrent { get; init; }

    /// <summary>Gets what comes back in the second half over what went in the first; null where one is missing.</summary>
    [Unit("–")]
    public double? CoulombicEfficiency => Ratio(Second(ChargeCapacity, DischargeCapacity), First(ChargeCapacity, DischargeCapacity));

    /// <summary>Gets the energy that the discharge gives over the energy that the charge before it took; null where one is missing or the cycle begins with the discharge.</summary>
    [Unit("–")]
    public double? EnergyEfficiency => BeginsWithCharge ? Ratio(DischargeEnergy, ChargeEnergy) : null;

    /// <summary>Gets the mean voltage of the discharge over that of the charge; null where one is missing.</summary>
    [Unit("–")]
    public double? VoltageEfficiency => Ratio(MeanDischargeVoltage, MeanChargeVoltage);

    /// <summary>Gets the difference of the mean voltages of charge and discharge; null where one is missing.</summary>
    [Unit("V")]
    public double? Polarisation => MeanChargeVoltage - MeanDischargeVoltage;

    private double? First(double? charge, double? discharge) => BeginsWithCharge ? charge : discharge;

    private double? Second(double? charge, double? discharge) => BeginsWithCharge ? discharge : charge;

    private static double? Ratio(double? part, double? whole) => part is { } p && whole is > 0.0 ? p / whole : null;
}
