using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Transference;

/// <summary>Draws a Bruce–Vincent experiment.</summary>
internal static class TransferenceFigures
{
    /// <summary>The current of the hold over the logarithm of time, with what was fitted and the two limits.</summary>
    internal static OutcomeFigure Current(PolarisationCurrents currents)
    {
        double first = currents.Time[0], last = currents.Time[^1];
        OutcomeCurve Limit(string name, Uncertain value) => new(name, OutcomeMark.Dashed, [first, last], [1e6 * value.Value, 1e6 * value.Value]);
        return new OutcomeFigure(
            "Current while the voltage was held",
            new OutcomeAxis("Time since the step", "s", Logarithmic: true),
            new OutcomeAxis("Current", "µA"),
            [
                new OutcomeCurve("Measured", OutcomeMark.Measured, currents.Time, [.. currents.Current.Select(value => 1e6 * value)]),
                new OutcomeCurve("Fitted, without charging", OutcomeMark.Line, currents.Time, [.. currents.Fitted.Select(value => 1e6 * value)]),
                Limit("I₀", currents.Initial),
                Limit("I_s", currents.Steady),
            ])
        {
            Caption = "The initial current is the limit of the fitted line towards early times, the steady current towards late ones.",
        };
    }
}
