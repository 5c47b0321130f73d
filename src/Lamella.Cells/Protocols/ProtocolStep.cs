using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>What a step holds.</summary>
public enum StepControl
{
    /// <summary>A constant current density.</summary>
    Current,

    /// <summary>A constant voltage.</summary>
    Voltage,
}

/// <summary>One step of a protocol, in SI and for one described cell.</summary>
public sealed record ProtocolStep
{
    /// <summary>Gets the step in the field's words, for example "Discharge at 1C until 2.5 V".</summary>
    public required string Label { get; init; }

    /// <summary>Gets what is held.</summary>
    public required StepControl Control { get; init; }

    /// <summary>Gets the current density, charging positive [A/m²], or the voltage [V].</summary>
    public required double Value { get; init; }

    /// <summary>Gets the longest duration [s].</summary>
    [Unit("s")]
    public required double MaximumDuration { get; init; }

    /// <summary>Gets the voltage that ends the step from above [V]; NaN for none.</summary>
    [Unit("V")]
    public double LowerVoltage { get; init; } = double.NaN;

    /// <summary>Gets the voltage that ends the step from below [V]; NaN for none.</summary>
    [Unit("V")]
    public double UpperVoltage { get; init; } = double.NaN;

    /// <summary>Gets the current density whose undershoot ends the step [A/m²]; NaN for none.</summary>
    [Unit("A/m²")]
    public double CurrentCutOff { get; init; } = double.NaN;
}

/// <summary>Steps in their order, repeated.</summary>
/// <param name="Steps">The steps of one cycle.</param>
/// <param name="Repetitions">How often the steps run, ≥ 1.</param>
public sealed record Protocol(System.Collections.Immutable.ImmutableArray<ProtocolStep> Steps, int Repetitions = 1);
