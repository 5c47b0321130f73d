using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>When a step ends, whichever comes first, and at which temperature it runs.</summary>
public sealed record StepTerms
{
    private const double CelsiusZero = 273.15; // [K]

    /// <summary>Gets the terms without any end: the cell's own cut-off ends a charge or discharge.</summary>
    public static StepTerms None { get; } = new();

    /// <summary>Gets the voltage that ends the step [V]; NaN for none.</summary>
    [Unit("V")]
    public double Voltage { get; init; } = double.NaN;

    /// <summary>Gets the current that ends a hold from above or a sweep from below, or null.</summary>
    public CurrentLoad? Current { get; init; }

    /// <summary>Gets the longest duration [s]; NaN for none.</summary>
    [Unit("s")]
    public double Duration { get; init; } = double.NaN;

    /// <summary>Gets the charge that ends the step, or null.</summary>
    public ChargeAmount? Charge { get; init; }

    /// <summary>Gets the temperature during the step [K]; NaN for that of the run.</summary>
    [Unit("K")]
    public double Temperature { get; init; } = double.NaN;

    /// <summary>Prints the terms behind the head of a step, in the order time, charge, limit, temperature.</summary>
    /// <param name="head">For example "Charge at 0.2C".</param>
    /// <returns>For example "Charge at 0.2C for 30 min or until 4.2 V at 45 degC".</returns>
    internal string Behind(string head)
    {
        var ends = ImmutableArray.CreateBuilder<string>();
        if (!double.IsNaN(Duration))
        {
            ends.Add($"for {TimeText(Duration)}");
        }

        if (Charge is not null)
        {
            ends.Add($"for {Charge}");
        }

        if (!double.IsNaN(Voltage) || Current is not null)
        {
            ends.Add($"until {(Current is null ? VoltageText(Voltage) : Current.ToString())}");
        }

        string text = ends.Count == 0 ? head : $"{head} {string.Join(" or ", ends)}";
        return double.IsNaN(Temperature) ? text : $"{text} at {TemperatureText(Temperature)}";
    }

    /// <summary>Prints a voltage so that it reads back bit for bit.</summary>
    internal static string VoltageText(double volts) => volts.ToString("R", CultureInfo.InvariantCulture) + " V";

    /// <summary>Prints a temperature in degC; rounded to the nanokelvin so that 318.15 K prints as 45 degC.</summary>
    internal static string TemperatureText(double kelvin) =>
        Math.Round(kelvin - CelsiusZero, 9).ToString("R", CultureInfo.InvariantCulture) + " degC";

    /// <summary>Prints a duration in the largest unit that keeps it whole.</summary>
    internal static string TimeText(double seconds)
    {
        string unit = seconds % 3600.0 == 0.0 ? "h" : seconds % 60.0 == 0.0 ? "min" : "s";
        return new Quantity(seconds, Unit.Parse("s")).In(unit).ToString();
    }
}
