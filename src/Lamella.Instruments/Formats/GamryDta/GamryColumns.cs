using System.Collections.Frozen;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.GamryDta;

/// <summary>What the columns of Gamry's tables are.</summary>
internal static class GamryColumns
{
    private const double AbsoluteZero = -273.15; // degC; instruments without a sensor write -327.6x

    private static readonly FrozenDictionary<string, ColumnRole> Roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal)
    {
        ["T"] = ColumnRole.TestTime, ["Time"] = ColumnRole.TestTime,
        ["Vf"] = ColumnRole.Voltage, ["Vdc"] = ColumnRole.Voltage, ["V"] = ColumnRole.Voltage, ["Voltage"] = ColumnRole.Voltage,
        ["Im"] = ColumnRole.Current, ["Idc"] = ColumnRole.Current, ["I"] = ColumnRole.Current, ["Current"] = ColumnRole.Current,
        ["Temp"] = ColumnRole.Temperature,
        ["Freq"] = ColumnRole.Frequency, ["Zreal"] = ColumnRole.ImpedanceReal, ["Zimag"] = ColumnRole.ImpedanceImaginary,
        ["Zmod"] = ColumnRole.ImpedanceModulus, ["Zphz"] = ColumnRole.ImpedancePhase,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Others = new[]
    {
        "Pt", "Vm", "Vu", "Sig", "Ach", "IERange", "Over", "Zsig", "ZrealDrCor", "ZimagDrCor", "ZmodDrCor", "ZphzDrCor", "Overload",
        "OlCtrl", "Cycle", "Q", "Charge", "PwrSig", "Pwr", "IRToggle", "Ifwd", "Irev", "Vfwd", "Vrev", "Vstep", "Idif", "Sig", "THD",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BitFields = new[] { "Over", "Overload", "OlCtrl" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells whether a column holds overload bits, which stay text.</summary>
    internal static bool IsBits(string name) => BitFields.Contains(name);

    /// <summary>Makes a column.</summary>
    /// <param name="name">Name as written.</param>
    /// <param name="unit">Unit as written.</param>
    /// <param name="values">The values.</param>
    /// <param name="turnsCurrent">Whether the user says that positive current discharges.</param>
    internal static RecordingColumn Make(string name, string unit, ColumnValues values, bool turnsCurrent)
    {
        ColumnRole role = values.IsNumeric ? Roles.GetValueOrDefault(name) : ColumnRole.None;
        // The degree sign of a phase is spoilt in files that went through several encodings.
        ColumnScale? scale = name.StartsWith("Zphz", StringComparison.Ordinal) ? VendorUnit.Find("deg") : VendorUnit.Find(unit == "S" ? "s" : unit);
        bool isAbsent = role == ColumnRole.Temperature && HoldsNoTemperature(values);
        return new RecordingColumn
        {
            Name = name,
            Unit = unit,
            Values = values,
            Role = isAbsent || scale is null ? ColumnRole.None : role,
            Scale = role == ColumnRole.Current && turnsCurrent ? scale?.Turned() : scale,
            IsKnown = role != ColumnRole.None || Others.Contains(name),
        };
    }

    private static bool HoldsNoTemperature(ColumnValues values)
    {
        for (int row = 0; row < values.Count; row++)
        {
            if (values.Number(row) > AbsoluteZero)
            {
                return false;
            }
        }

        return true;
    }
}
