using Lamella.Core;

namespace Lamella.Cells.Results;

/// <summary>Why a step ended. Expected endings are values, not exceptions.</summary>
public enum StepEnding
{
    /// <summary>The duration was reached.</summary>
    Duration,

    /// <summary>The voltage fell to the lower cut-off.</summary>
    LowerVoltageCutOff,

    /// <summary>The voltage rose to the upper cut-off.</summary>
    UpperVoltageCutOff,

    /// <summary>The current fell to its cut-off in a hold, or rose to it in a sweep.</summary>
    CurrentCutOff,

    /// <summary>The stated charge has passed.</summary>
    ChargeCutOff,

    /// <summary>The impedance was measured.</summary>
    Measured,

    /// <summary>A lithium foil was used up.</summary>
    LithiumExhausted,

    /// <summary>The salt was used up somewhere: the current is above the limiting current.</summary>
    SaltDepleted,

    /// <summary>The surface of the cathode particles is full or empty before the voltage reaches the cut-off.</summary>
    HostExhausted,

    /// <summary>The cell became colder or hotter than the laws of its heat balance make sense.</summary>
    TemperatureLimit,

    /// <summary>The cell delivers the stated power no longer.</summary>
    PowerLimit,

    /// <summary>The cell cannot carry the load from the first instant on.</summary>
    CannotStart,

    /// <summary>The solver could not go on; see the reason.</summary>
    SolverStopped,
}

/// <summary>One step as it went.</summary>
public sealed record StepResult
{
    /// <summary>Gets the step in the field's words.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the run counter of the step, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the cycle, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Gets the name of the innermost named repeat around the step; empty for none.</summary>
    public string Block { get; init; } = string.Empty;

    /// <summary>Gets why it ended.</summary>
    public required StepEnding Ending { get; init; }

    /// <summary>Gets the ending in words, with numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets when it started.</summary>
    [Unit("s")]
    public required double StartTime { get; init; }

    /// <summary>Gets how long it took.</summary>
    [Unit("s")]
    public required double Duration { get; init; }

    /// <summary>Gets the charge that passed, charging positive.</summary>
    [Unit("C/m²")]
    public required double Charge { get; init; }

    /// <summary>Gets the energy that passed, charging positive.</summary>
    [Unit("J/m²")]
    public required double Energy { get; init; }

    /// <summary>Gets the first voltage under load.</summary>
    [Unit("V")]
    public required double StartVoltage { get; init; }

    /// <summary>Gets the last voltage.</summary>
    [Unit("V")]
    public required double EndVoltage { get; init; }

    /// <summary>Gets the first current under load, charging positive.</summary>
    [Unit("A/m²")]
    public double StartCurrent { get; init; }

    /// <summary>Gets the last current, charging positive.</summary>
    [Unit("A/m²")]
    public double EndCurrent { get; init; }

    /// <summary>Gets the index of the step's first sample in the series; −1 where it has none.</summary>
    [Unit("–")]
    public int FirstSample { get; init; }

    /// <summary>Gets the index of the step's last sample in the series; −1 where it has none.</summary>
    [Unit("–")]
    public int LastSample { get; init; }

    /// <summary>Gets where the voltage went when half of the step's charge had passed; null when none passed.</summary>
    public VoltageSplit? SplitAtHalfCharge { get; init; }
}
