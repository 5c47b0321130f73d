using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>A voltage that moves at a constant rate.</summary>
public sealed record VoltageSweep
{
    /// <summary>Gets the first voltage [V]; NaN for the voltage that the cell has without current.</summary>
    [Unit("V")]
    public double From { get; init; } = double.NaN;

    /// <summary>Gets how fast the voltage moves, &gt; 0; the direction follows from the ends.</summary>
    [Unit("V/s")]
    public required double Rate { get; init; }

    /// <summary>Gives a step the ramp of its sweep.</summary>
    /// <param name="step">The step, whose value is the last voltage.</param>
    /// <param name="from">The first voltage [V].</param>
    /// <returns>The step that runs.</returns>
    internal ProtocolStep Armed(ProtocolStep step, double from)
    {
        double to = step.Value.Start;
        return step with
        {
            Value = new RampSetPoint(from, Math.Sign(to - from) * Rate),
            MaximumDuration = Math.Min(step.MaximumDuration, Math.Max(Math.Abs(to - from) / Rate, double.Epsilon)),
        };
    }
}
