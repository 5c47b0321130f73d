using Lamella.Cells.Description;
using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>The ends of steps: those that are stated, and those that guard every step.</summary>
internal static class StepEnds
{
    /// <summary>A constant-current step without stated duration ends when this many times the cell's capacity has passed [–].</summary>
    internal const double CapacitiesBeforeStop = 10.0;

    /// <summary>A hold without stated duration ends after this time [s]: 1000 h.</summary>
    internal const double LongestHold = 3.6e6;

    /// <summary>No step without stated duration lasts longer than this [s]: 10 years.</summary>
    private const double LongestStep = 10.0 * 31557600.0;

    /// <summary>Makes a charge (sign 1) or discharge (sign −1) that ends at the stated voltage or at the cell's cut-off.</summary>
    internal static ProtocolStep Guarded(CellDescription cell, StepTerms terms, double sign, string head, double longest)
    {
        double end = double.IsNaN(terms.Voltage) ? sign > 0.0 ? cell.UpperCutOff : cell.LowerCutOff : terms.Voltage;
        RequireWithin(cell, end, "until");
        return Open(cell, terms with { Voltage = end }, head, longest) with
        {
            UpperVoltage = sign > 0.0 ? end : double.NaN,
            LowerVoltage = sign < 0.0 ? end : double.NaN,
        };
    }

    /// <summary>Makes a step that ends at what is stated, or after the longest duration.</summary>
    internal static ProtocolStep Open(CellDescription cell, StepTerms terms, string head, double longest) => new()
    {
        Label = terms.Behind(head),
        Control = StepControl.Current,
        Value = 0.0,
        MaximumDuration = double.IsNaN(terms.Duration) ? Math.Min(longest, LongestStep) : RequireDuration(terms.Duration),
        CurrentCutOff = terms.Current?.DensityIn(cell) ?? double.NaN,
        ChargeCutOff = terms.Charge is { } charge ? Charge(cell, charge) : double.NaN,
        Temperature = Temperature(terms.Temperature),
        IsTimed = !double.IsNaN(terms.Duration) || terms.Charge is not null,
    };

    /// <summary>Charge that the cell can exchange [C/m²]; infinite where it holds no lithium that a current could move.</summary>
    internal static double Capacity(CellDescription cell) => cell switch
    {
        { PorousPositive: { } host } => host.ReversibleCharge,
        { PorousNegative: { } host } => host.ReversibleCharge,
        { Negative: LithiumElectrode foil } => PhysicalConstants.Faraday * foil.Thickness / foil.Metal.MolarVolume,
        { Positive: LithiumElectrode foil } => PhysicalConstants.Faraday * foil.Thickness / foil.Metal.MolarVolume,
        _ => double.PositiveInfinity,
    };

    /// <summary>A constant temperature, or null for that of the run.</summary>
    internal static SetPoint? Temperature(double kelvin) => double.IsNaN(kelvin) ? null : kelvin;

    internal static void RequireWithin(CellDescription cell, double voltage, string name)
    {
        if (!(voltage >= cell.LowerCutOff && voltage <= cell.UpperCutOff))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant(
                $"{voltage} V is outside the cut-offs of '{cell.Name}', {cell.LowerCutOff} V to {cell.UpperCutOff} V."));
        }
    }

    internal static double RequireDuration(double duration) => duration > 0.0 && double.IsFinite(duration) ? duration : throw new ArgumentOutOfRangeException(
        nameof(duration), FormattableString.Invariant($"A duration of {duration} s must be finite and above 0 s."));

    private static double Charge(CellDescription cell, ChargeAmount amount) =>
        amount.TryDensity(cell, out double density, out string? problem) ? density : throw new ArgumentException(problem, nameof(amount));
}
