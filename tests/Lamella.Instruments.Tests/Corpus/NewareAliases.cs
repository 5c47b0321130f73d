using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>How BTSDA's exports, from which the manifest was made, name, scale and round the columns of Neware files.</summary>
/// <remarks>
/// BTSDA prints voltages to 0.1 mV, currents to 6 digits of the range, capacities to 6 digits and times to 1 ms. A tolerance here
/// is the last printed digit of the largest value of a column in the files, not of what is stored.
/// </remarks>
internal static class NewareAliases
{
    private const string Nda = "neware_nda", Ndax = "neware_ndax";
    private const double TenthOfMillivolt = 0.0501, TenthOfDegree = 0.0501, Millisecond = 1.001e-3; // half a digit, and the export's own f4
    private const double SinglePrecision = 6.1e-8, SixDigits = 5.01e-6; // half a unit for the worst leading digit

    internal static ImmutableArray<ColumnAlias> All { get; } = [.. Exports(Nda), .. Exports(Ndax), .. PublicReader()];

    private static IEnumerable<ColumnAlias> Exports(string format) =>
    [
        Role(format, "Time", ColumnRole.StepTime, 1.0, Millisecond),
        Role(format, "Total Time", ColumnRole.TestTime, 1.0, Millisecond),
        Role(format, "Voltage(mV)", ColumnRole.Voltage, 1e3, TenthOfMillivolt),
        .. Rounded(format, "Current(uA)", "Current", 1e6),
        .. Rounded(format, "Capacity(mAs)", "Capacity", 1e3),
        .. Rounded(format, "Energy(mWs)", "Energy", 1e3),
        Scaled(format, "V1(mV)", "V1", 1e3, 0.0, TenthOfMillivolt),
        Scaled(format, "T1(?)", "T1", 1.0, -273.15, TenthOfDegree),
        Scaled(format, "T2(?)", "T2", 1.0, -273.15, TenthOfDegree),
        Scaled(format, "t1(?)", "t1", 1.0, -273.15, TenthOfDegree),
        Scaled(format, "H2(%)", "H1", 100.0, 0.0, 0.0),
        Scaled(format, "T1", "T1", 1.0, -273.15, 5e-5),
    ];

    /// <summary>Lists the columns of a public reader, which gave the numbers of two files without an export.</summary>
    private static IEnumerable<ColumnAlias> PublicReader() =>
    [
        ColumnAlias.Column(Ndax, "Cycle", "Cycle Index"),
        ColumnAlias.Column(Ndax, "Step", "Step Count"),
        ColumnAlias.Column(Ndax, "Step_Index", "Step Index"),
        Role(Ndax, "Time", ColumnRole.StepTime, 1.0, 4e-5),
        Role(Ndax, "Voltage", ColumnRole.Voltage, 1.0, 3e-7),
        Role(Ndax, "Current(mA)", ColumnRole.Current, 1e3, 1e-8),
        Scaled(Ndax, "Charge_Capacity(mAh)", "Chg. Cap.", 1.0 / 3.6, 0.0, 5e-8),
        Scaled(Ndax, "Discharge_Capacity(mAh)", "DChg. Cap.", 1.0 / 3.6, 0.0, 5e-8),
        Scaled(Ndax, "Charge_Energy(mWh)", "Chg. Energy", 1.0 / 3.6, 0.0, 2e-7),
        Scaled(Ndax, "Discharge_Energy(mWh)", "DChg. Energy", 1.0 / 3.6, 0.0, 2e-7),
    ];

    /// <summary>Allows the digits that exports of small, middle and large cells print, and what single precision keeps of them.</summary>
    private static IEnumerable<ColumnAlias> Rounded(string format, string name, string vendorName, double factor) =>
        new[] { (5e-4, SinglePrecision), (0.051, SinglePrecision), (0.501, SinglePrecision), (0.0181, SixDigits) }
            .Select(print => Scaled(format, name, vendorName, factor, 0.0, print.Item1) with { Relative = print.Item2 });

    private static ColumnAlias Role(string format, string name, ColumnRole role, double factor, double tolerance) =>
        ColumnAlias.Role(format, name, role, factor, tolerance);

    private static ColumnAlias Scaled(string format, string name, string vendorName, double factor, double offset, double tolerance) => new(
        format, name, table => table.IsSummary ? null : table.Find(vendorName)?.ToSi().Select(value => (factor * value) + offset).ToArray(), tolerance);
}
