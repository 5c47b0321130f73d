using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Running;

/// <summary>What a step holds.</summary>
/// <param name="Control">Which quantity.</param>
/// <param name="SetPoint">Its value over the time of the step, in SI; charging positive.</param>
internal sealed record CellLoad(StepControl Control, SetPoint SetPoint)
{
    /// <summary>Gets the load of a cell that rests.</summary>
    internal static CellLoad Rest { get; } = new(StepControl.Current, 0.0);

    /// <summary>Tells by how much current and voltage miss the load; zero where they meet it.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="current">I, charging positive [A/m²].</param>
    /// <param name="voltage">V [V].</param>
    /// <returns>The residual, with its derivatives by I and V.</returns>
    internal (double Residual, double ByCurrent, double ByVoltage) Miss(double time, double current, double voltage)
    {
        double value = SetPoint.At(time);
        return Control switch
        {
            StepControl.Current => (current - value, 1.0, 0.0),
            StepControl.Voltage => (voltage - value, 0.0, 1.0),
            StepControl.Power => ((voltage * current) - value, voltage, current),
            _ => (voltage + (value * current), value, 1.0),
        };
    }
}

/// <summary>What ends a step; NaN for no limit.</summary>
/// <param name="LowerVoltage">Voltage that ends it from above [V].</param>
/// <param name="UpperVoltage">Voltage that ends it from below [V].</param>
/// <param name="CurrentCutOff">Current density whose undershoot ends it [A/m²].</param>
internal readonly record struct StepLimits(double LowerVoltage, double UpperVoltage, double CurrentCutOff)
{
    /// <summary>Gets no limits.</summary>
    internal static StepLimits None { get; } = new(double.NaN, double.NaN, double.NaN);
}

/// <summary>Why a step ended, as a value and in words.</summary>
internal readonly record struct StepOutcome(StepEnding Ending, string Reason);
