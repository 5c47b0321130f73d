using Lamella.Cells.Description;
using Lamella.Cells.Protocols;

namespace Lamella.Cells.Tests.Robustness;

/// <summary>Random loads of one to three steps, from a hundredth to ten times 1C.</summary>
internal static class RandomLoads
{
    internal static Protocol Make(CellDescription cell, Draw draw, double openCircuit)
    {
        double oneC = cell.OneCCurrentDensity > 0.0 ? cell.OneCCurrentDensity : 3.0;
        int count = 1 + draw.Below(3);
        ProtocolStep[] steps = [.. Enumerable.Range(0, count).Select(_ => Step(draw, oneC, openCircuit))];
        bool limited = draw.Chance(0.7);
        return new Protocol([.. steps.Select(step => limited && step.Control != StepControl.Voltage
            ? step with { LowerVoltage = cell.LowerCutOff, UpperVoltage = cell.UpperCutOff }
            : step)]);
    }

    private static ProtocolStep Step(Draw draw, double oneC, double openCircuit)
    {
        double rate = draw.Decades(0.01, 10.0) * oneC, sign = draw.OneOf(-1.0, 1.0);
        (StepControl control, double value, string label) = draw.Below(8) switch
        {
            0 or 1 => (StepControl.Current, 0.0, "rest"),
            2 => (StepControl.Voltage, openCircuit + draw.Between(-0.2, 0.2), "hold"),
            3 => (StepControl.Power, sign * 0.3 * rate * Math.Max(Math.Abs(openCircuit), 0.1), "power"),
            4 => (StepControl.Resistance, Math.Max(Math.Abs(openCircuit), 0.1) / rate, "resistance"),
            _ => (StepControl.Current, sign * rate, "current"),
        };
        return new ProtocolStep
        {
            Label = FormattableString.Invariant($"{label} {value:G4}"),
            Control = control,
            Value = value,
            MaximumDuration = draw.Decades(1.0, 2e4),
            CurrentCutOff = control == StepControl.Voltage && draw.Chance(0.5) ? 0.01 * oneC : double.NaN,
            Temperature = draw.Chance(0.1) ? draw.Between(243.0, 343.0) : null,
        };
    }
}
