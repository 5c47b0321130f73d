using Lamella.Energy.ClosedForm;

namespace Lamella.Tests;

/// <summary>The sides of a cell that PHYSICS.md section 7 computes, with what it leaves open.</summary>
/// <remarks>
/// Section 7 leaves q, V, f_am and the separator of its check to its inverse design (215 mAh/g, 3.82 V) and its standard (1 mg/cm²);
/// 6.26 mAh/cm² = 30 mg/cm² x 0.97 x 215 mAh/g.
/// </remarks>
internal static class PrintedSides
{
    internal const double MilligramPerSquareCentimetre = 1e-2; // [kg/m²]
    internal const double MilliampereHourPerSquareCentimetre = 3.6e4; // [C/m²]
    internal const double MilliampereHourPerGram = 3600.0; // [C/kg]
    internal const double GramPerAmpereHour = 1e-3 / 3600.0; // [kg/C]
    internal const double WattHourPerKilogram = 3600.0; // [J/kg]
    internal const double Micrometre = 1e-6; // [m]

    // Layers of which section 7 gives the greatest thickness [kg/m³].
    internal const double Gel = 1300.0;
    internal const double Garnet = 5500.0;
    internal const double Aiose = (0.471 * Garnet) + (0.483 * Gel); // skeleton of 52.9 vol% pores, 4.6 vol% of which stay empty
    internal const double Latp10 = 1.0 / ((0.9 / 1780.0) + (0.1 / 2932.0)); // 10 wt% LATP in PVDF

    internal static readonly double[] Foils = [0.27 * 12.0 / 2.0, 0.896 * 6.0 / 2.0, 0.0534 * 20.0];

    internal static SideBudget Field(double electrolyte, double separator) => new()
    {
        Voltage = 3.82,
        Capacity = 215.0 * MilliampereHourPerGram,
        ActiveShare = 0.97,
        ArealCapacity = 6.26 * MilliampereHourPerSquareCentimetre,
        ElectrolytePerCapacity = electrolyte * GramPerAmpereHour,
        Masses = [.. Foils.Append(separator).Select(mass => mass * MilligramPerSquareCentimetre)],
        PackagingShare = 0.05,
    };

    /// <summary>The side of the inverse design: gel fills the pores that a coating of 3.5 g/cm3 has.</summary>
    internal static SideBudget WithCatholyte()
    {
        const double coating = 0.30; // [kg/m²]
        double solids = coating * ((0.97 / 4780.0) + (0.015 / 1780.0) + (0.015 / 1900.0));
        double catholyte = ((coating / 3500.0) - solids) * Gel;
        SideBudget side = Field(electrolyte: 0.0, separator: 0.0);
        return side with { ArealCapacity = 0.97 * coating * side.Capacity, Masses = [.. side.Masses, catholyte] };
    }

    /// <summary>The pouch that was made: 1.9 mg/cm² of active material at 200 mAh/g and 3.8 V, foils of 12 and 6 µm, 10 µm of lithium, 5 % of packaging.</summary>
    internal static SideBudget ActualAiosePouch() => Field(electrolyte: 0.0, separator: 0.0) with
    {
        Capacity = 200.0 * MilliampereHourPerGram,
        Voltage = 3.8,
        ActiveShare = 0.8,
        ArealCapacity = 1.9 * 0.2 * MilliampereHourPerSquareCentimetre,
        Masses = [0.0162, 0.02688, 0.00534, 300.0 * Micrometre * Aiose],
    };
}
