using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>What a step holds.</summary>
public enum StepControl
{
    /// <summary>A current density.</summary>
    Current,

    /// <summary>A voltage.</summary>
    Voltage,

    /// <summary>A power per area.</summary>
    Power,

    /// <summary>A resistance over which the cell discharges.</summary>
    Resistance,
}

/// <summary>One step of a protocol, in SI and for one described cell.</summary>
public sealed record ProtocolStep : ProtocolItem
{
    /// <summary>Gets the step in the field's words, for example "Discharge at 1C until 2.5 V".</summary>
    public required string Label { get; init; }

    /// <summary>Gets what is held.</summary>
    public required StepControl Control { get; init; }

    /// <summary>
    /// Gets the held current density [A/m²] or power [W/m²], charging positive, the voltage [V], or the resistance [Ω·m²]; of a
    /// sweep the last voltage; ignored where <see cref="Profile"/> is given.
    /// </summary>
    public required double Value { get; init; }

    /// <summary>Gets what is held over time, or null for a constant.</summary>
    public LoadProfile? Profile { get; init; }

    /// <summary>Gets the sweep whose last voltage is <see cref="Value"/>, or null.</summary>
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

    /// <summary>Gets the temperature during the step [K]; NaN for that of the run.</summary>
    [Unit("K")]
    public double Temperature { get; init; } = double.NaN;
}
