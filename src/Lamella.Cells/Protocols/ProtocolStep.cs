using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>What a step holds.</summary>
public enum StepControl
{
    /// <summary>The current density I, charging positive [A/m²].</summary>
    Current,

    /// <summary>The terminal voltage V [V].</summary>
    Voltage,

    /// <summary>The power V·I per geometric area, charging positive [W/m²].</summary>
    Power,

    /// <summary>The resistance −V/I of a load that the cell discharges through [Ω·m²].</summary>
    Resistance,
}

/// <summary>One step of a protocol, in SI and for one described cell.</summary>
public sealed record ProtocolStep : ProtocolItem
{
    /// <summary>Gets the step in the field's words, for example "Discharge at 1C until 2.5 V".</summary>
    public required string Label { get; init; }

    /// <summary>Gets what is held.</summary>
    public required StepControl Control { get; init; }

    /// <summary>Gets the value that is held, in the unit that <see cref="Control"/> names; a number converts to a constant.</summary>
    public required SetPoint Value { get; init; }

    /// <summary>Gets T over the time of the step [K]; null for the temperature of the simulator.</summary>
    public SetPoint? Temperature { get; init; }

    /// <summary>Gets the sweep that is run instead of <see cref="Value"/>, which is its last voltage; null for none.</summary>
    public VoltageSweep? Sweep { get; init; }

    /// <summary>Gets the frequencies of an impedance that is measured instead of running a load, or null.</summary>
    public ImpedanceRequest? Impedance { get; init; }

    /// <summary>Gets the longest duration [s].</summary>
    [Unit("s")]
    public required double MaximumDuration { get; init; }

    /// <summary>Gets the voltage that ends the step from above [V]; NaN for none.</summary>
    [Unit("V")]
    public double LowerVoltage { get; init; } = double.NaN;

    /// <summary>Gets the voltage that ends the step from below [V]; NaN for none.</summary>
    [Unit("V")]
    public double UpperVoltage { get; init; } = double.NaN;

    /// <summary>Gets the current density whose undershoot ends a hold, or whose overshoot ends a sweep [A/m²]; NaN for none.</summary>
    [Unit("A/m²")]
    public double CurrentCutOff { get; init; } = double.NaN;

    /// <summary>Gets the charge that ends the step, without sign [C/m²]; NaN for none.</summary>
    [Unit("C/m²")]
    public double ChargeCutOff { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether a time or a charge is stated for the step.</summary>
    public bool IsTimed { get; init; }
}
