using Lamella.Core;

namespace Lamella.Cells.HalfCell;

/// <summary>What a run keeps.</summary>
public sealed record RunOptions
{
    /// <summary>Gets the options that keep the series only.</summary>
    public static RunOptions SeriesOnly { get; } = new();

    /// <summary>Gets a value indicating whether the voltage is split at every recorded instant.</summary>
    public bool SplitVoltage { get; init; }

    /// <summary>Gets the most solver steps per protocol step.</summary>
    [Unit("–")]
    public int MaximumSteps { get; init; } = 20_000;
}
