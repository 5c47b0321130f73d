using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>Makes the steps of a protocol for one described cell.</summary>
/// <remarks>
/// The cell's own cut-offs always guard a charge or discharge. The labels are the words that <see cref="ProtocolText"/> reads.
/// </remarks>
public static class ProtocolSteps
{
    /// <summary>A constant-current step without stated duration ends when this many times the cell's capacity has passed [–].</summary>
    private const double CapacitiesBeforeStop = 10.0;

    /// <summary>A hold without stated duration ends after this time [s]: 1000 h.</summary>
    private const double LongestHold = 3.6e6;

    /// <summary>Makes a constant-current charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="until">Voltage that ends it [V]; NaN for the cell's upper cut-off.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as it takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The load means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Charge(
        CellDescription cell, CurrentLoad load, [Unit("V")] double until = double.NaN, [Unit("s")] double duration = double.NaN) =>
        ConstantCurrent("Charge", 1.0, cell, load, until, duration);

    /// <summary>Makes a constant-current discharge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="until">Voltage that ends it [V]; NaN for the cell's lower cut-off.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as it takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The load means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Discharge(
        CellDescription cell, CurrentLoad load, [Unit("V")] double until = double.NaN, [Unit("s")] double duration = double.NaN) =>
        ConstantCurrent("Discharge", -1.0, cell, load, until, duration);

    /// <summary>Makes a constant-voltage hold.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="voltage">Voltage [V], between the cell's cut-offs.</param>
    /// <param name="until">Current whose undershoot ends it, or null.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as the current takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">Neither end is given, or a value is outside what the cell allows.</exception>
    public static ProtocolStep Hold(
        CellDescription cell, [Unit("V")] double voltage, CurrentLoad? until, [Unit("s")] double duration = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(cell);
        RequireWithin(cell, voltage, nameof(voltage));
        if (until is null && double.IsNaN(duration))
        {
            throw new ArgumentException("A hold needs an end: a current such as C/50, a duration, or both.", nameof(until));
        }

        string ends = Ends(duration, until is null ? null : $"until {until}");
        return new ProtocolStep
        {
            Label = string.Create(CultureInfo.InvariantCulture, $"Hold at {voltage} V {ends}"),
            Control = StepControl.Voltage,
            Value = voltage,
            MaximumDuration = double.IsNaN(duration) ? LongestHold : RequireDuration(duration),
            CurrentCutOff = until?.DensityIn(cell) ?? double.NaN,
        };
    }

    /// <summary>Makes a rest without current.</summary>
    /// <param name="duration">Duration [s], above 0.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not above 0 or not finite.</exception>
    public static ProtocolStep Rest([Unit("s")] double duration) => new()
    {
        Label = $"Rest {Ends(RequireDuration(duration), null)}",
        Control = StepControl.Current,
        Value = 0.0,
        MaximumDuration = duration,
    };

    /// <summary>Prints a duration in the largest unit that keeps it whole.</summary>
    internal static string TimeText(double seconds)
    {
        string unit = seconds % 3600.0 == 0.0 ? "h" : seconds % 60.0 == 0.0 ? "min" : "s";
        return new Quantity(seconds, Unit.Parse("s")).In(unit).ToString();
    }

    private static ProtocolStep ConstantCurrent(
        string verb, double sign, CellDescription cell, CurrentLoad load, double until, double duration)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(load);
        double density = load.DensityIn(cell);
        double guard = sign > 0.0 ? cell.UpperCutOff : cell.LowerCutOff;
        double end = double.IsNaN(until) ? guard : until;
        RequireWithin(cell, end, nameof(until));
        return new ProtocolStep
        {
            Label = string.Create(CultureInfo.InvariantCulture, $"{verb} at {load} {Ends(duration, $"until {end.ToString("R", CultureInfo.InvariantCulture)} V")}"),
            Control = StepControl.Current,
            Value = sign * density,
            MaximumDuration = double.IsNaN(duration) ? CapacitiesBeforeStop * Capacity(cell) / density : RequireDuration(duration),
            UpperVoltage = sign > 0.0 ? end : double.NaN,
            LowerVoltage = sign < 0.0 ? end : double.NaN,
        };
    }

    private static string Ends(double duration, string? until)
    {
        string time = double.IsNaN(duration) ? string.Empty : $"for {TimeText(duration)}";
        return time.Length > 0 && until is not null ? $"{time} or {until}" : time + until;
    }

    /// <summary>Charge that the positive side can exchange [C/m²].</summary>
    private static double Capacity(CellDescription cell) => cell.Cathode is { } cathode
        ? PhysicalConstants.Faraday * cathode.MaximumConcentration * cathode.ActiveVolumeFraction * cathode.Thickness
            * Math.Abs(cathode.DischargedStoichiometry - cathode.ChargedStoichiometry)
        : PhysicalConstants.Faraday * cell.Lithium.Thickness / cell.Lithium.Metal.MolarVolume;

    private static void RequireWithin(CellDescription cell, double voltage, string name)
    {
        if (!(voltage >= cell.LowerCutOff && voltage <= cell.UpperCutOff))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant(
                $"{voltage} V is outside the cut-offs of '{cell.Name}', {cell.LowerCutOff} V to {cell.UpperCutOff} V."));
        }
    }

    private static double RequireDuration(double duration) => duration > 0.0 && double.IsFinite(duration) ? duration : throw new ArgumentOutOfRangeException(
        nameof(duration), FormattableString.Invariant($"A duration of {duration} s must be finite and above 0 s."));
}
