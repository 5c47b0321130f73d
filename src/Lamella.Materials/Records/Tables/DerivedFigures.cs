using System.Globalization;
using Lamella.Core;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Tables;

/// <summary>Figures that a table derives from the records of a row.</summary>
/// <remarks>
/// Fade per cycle is (100 % − retention)/cycles. Lithium capacity is thickness × 0.534 g/cm³ × F/(6.941 g/mol), 2.062 mAh/cm² per
/// 10 µm of dense lithium. The excess is that capacity over the areal capacity of the cathode; the specific capacity is areal
/// capacity over loading. Bounds and ranges give no figure.
/// </remarks>
internal static class DerivedFigures
{
    internal static readonly string[] Names = ["fade", "lithium capacity", "lithium excess", "specific capacity"];

    private const double LithiumDensity = 534.0; // kg/m³
    private const double LithiumMolarMass = 6.941e-3; // kg/mol
    private const double MilliampereHourPerSquareCentimetre = 3.6e4; // C/m²

    /// <summary>Computes a figure, as the table prints it; empty where a datum is missing.</summary>
    internal static string Of(string name, IReadOnlyList<LiteratureRecord> row)
    {
        double? loading = Single(row, "areal_loading"), areal = Single(row, "areal_capacity"), thickness = Single(row, "li_thickness");
        double? lithium = thickness is > 0.0 ? thickness * LithiumDensity / LithiumMolarMass * PhysicalConstants.Faraday / MilliampereHourPerSquareCentimetre : null;
        areal /= MilliampereHourPerSquareCentimetre;
        return name switch
        {
            "lithium capacity" => Text(lithium, "0.00"),
            "lithium excess" => Text(lithium is { } capacity ? capacity / areal : null, "0.00"),
            "specific capacity" => Text(10.0 * areal / loading, "0.0"), // 1 mAh/cm² over 1 kg/m² is 10 mAh/g
            _ => Fade(row),
        };
    }

    private static string Fade(IReadOnlyList<LiteratureRecord> row)
    {
        double? retention = Single(row, "capacity_retention"), cycles = Single(row, "cycles");
        return Text(100.0 * (1.0 - retention) / cycles, "0.####");
    }

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;

    private static double? Single(IReadOnlyList<LiteratureRecord> row, string quantity) =>
        row.FirstOrDefault(record => record.Quantity == quantity)?.Value.Number is { Qualifier: not (FactQualifier.Range or FactQualifier.List) } value ? value.InSi[0] : null;
}
