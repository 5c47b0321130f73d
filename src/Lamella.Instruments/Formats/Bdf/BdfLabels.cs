using System.Collections.Frozen;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.Bdf;

/// <summary>The columns of the Battery Data Format, by preferred label and by machine name.</summary>
/// <remarks>Battery Data Alliance, BDF ontology 1.3.0. Older labels in the wild are taken with a notice.</remarks>
internal static class BdfLabels
{
    private static readonly FrozenDictionary<string, (ColumnRole Role, ColumnScope Scope)> Quantities = new Dictionary<string, (ColumnRole, ColumnScope)>
    {
        ["test time"] = (ColumnRole.TestTime, ColumnScope.Test), ["step time"] = (ColumnRole.StepTime, ColumnScope.Step),
        ["unix time"] = (ColumnRole.UnixTime, ColumnScope.Record), ["date time"] = (ColumnRole.UnixTime, ColumnScope.Record),
        ["voltage"] = (ColumnRole.Voltage, ColumnScope.Record), ["current"] = (ColumnRole.Current, ColumnScope.Record),
        ["ambient temperature"] = (ColumnRole.Temperature, ColumnScope.Record),
        ["cycle count"] = (ColumnRole.Cycle, ColumnScope.Record), ["cycle"] = (ColumnRole.Cycle, ColumnScope.Record),
        ["cycle index"] = (ColumnRole.Cycle, ColumnScope.Record), ["step count"] = (ColumnRole.RunStep, ColumnScope.Record),
        ["step id"] = (ColumnRole.ProgramStep, ColumnScope.Record), ["step index"] = (ColumnRole.ProgramStep, ColumnScope.Record),
        ["record index"] = (ColumnRole.None, ColumnScope.Record), ["frequency"] = (ColumnRole.Frequency, ColumnScope.Record), ["real impedance"] = (ColumnRole.ImpedanceReal, ColumnScope.Record),
        ["imaginary impedance"] = (ColumnRole.ImpedanceImaginary, ColumnScope.Record),
        ["absolute impedance"] = (ColumnRole.ImpedanceModulus, ColumnScope.Record), ["phase"] = (ColumnRole.ImpedancePhase, ColumnScope.Record),
        ["step capacity"] = (ColumnRole.None, ColumnScope.Step), ["step energy"] = (ColumnRole.None, ColumnScope.Step),
        ["charging capacity"] = (ColumnRole.None, ColumnScope.Test), ["discharging capacity"] = (ColumnRole.None, ColumnScope.Test),
        ["net capacity"] = (ColumnRole.Charge, ColumnScope.Test), ["net energy"] = (ColumnRole.Energy, ColumnScope.Test),
        ["cumulative capacity"] = (ColumnRole.None, ColumnScope.Test), ["cumulative energy"] = (ColumnRole.None, ColumnScope.Test),
        ["charging energy"] = (ColumnRole.None, ColumnScope.Test), ["discharging energy"] = (ColumnRole.None, ColumnScope.Test),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Units as machine names spell them; after them stands what the product's unit language calls them.
    private static readonly FrozenDictionary<string, string> MachineUnits = new Dictionary<string, string>
    {
        ["second"] = "s", ["millisecond"] = "ms", ["minute"] = "min", ["hour"] = "h", ["volt"] = "V", ["millivolt"] = "mV",
        ["ampere"] = "A", ["milliampere"] = "mA", ["celsius"] = "degC", ["kelvin"] = "K", ["ah"] = "Ah", ["wh"] = "Wh", ["watt"] = "W",
        ["ohm"] = "ohm", ["degree"] = "deg", ["hertz"] = "Hz", ["pascal"] = "Pa", ["dimensionless"] = "1", ["count"] = "1", ["index"] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Older = ["step index", "cycle", "cycle index", "date time", "step capacity"];

    /// <summary>Takes a heading apart.</summary>
    /// <param name="heading">The heading as written.</param>
    /// <returns>The quantity in lower case and the unit; null where it is no BDF heading.</returns>
    internal static (string Quantity, string Unit)? Parse(string heading)
    {
        int slash = heading.IndexOf(" / ", StringComparison.Ordinal);
        if (slash > 0)
        {
            return (heading[..slash].ToLowerInvariant(), heading[(slash + 3)..].Trim());
        }

        if (heading.Contains(' ', StringComparison.Ordinal) || heading.Any(char.IsUpper))
        {
            return null;
        }

        int bar = heading.LastIndexOf('_');
        string last = heading[(bar + 1)..];
        return bar <= 0 || !MachineUnits.TryGetValue(last, out string? unit) ? null
            : (heading[..(last == "index" ? heading.Length : bar)].Replace('_', ' '), unit);
    }

    /// <summary>Tells whether a heading names one of the three required columns.</summary>
    internal static bool IsRequired(string heading) =>
        Parse(heading) is { } label && Quantities.TryGetValue(label.Quantity, out var known)
        && known.Role is ColumnRole.TestTime or ColumnRole.Voltage or ColumnRole.Current && VendorUnit.Find(label.Unit) is not null;

    /// <summary>Says what a column measures.</summary>
    /// <param name="column">The column with its heading as name.</param>
    /// <param name="draft">Receives a notice about older labels.</param>
    /// <returns>The column with unit, role, scope and scale.</returns>
    internal static RecordingColumn Describe(RecordingColumn column, RecordingDraft draft)
    {
        if (Parse(column.Name) is not { } label)
        {
            return column with { IsKnown = false };
        }

        bool isKnown = Quantities.TryGetValue(label.Quantity, out var known);
        bool isCommon = label.Unit is "s" or "V" or "A" or "Ah" or "Wh" or "1" or "degC" or "ohm" or "Hz" or "deg" or "W" or "Pa" or "K" or "";
        if (Older.Contains(label.Quantity) || !isCommon)
        {
            draft.Warn($"Column '{column.Name}' has an older label or another unit than BDF 1.3; it is read as {label.Quantity} in {(label.Unit.Length > 0 ? label.Unit : "no unit")}.");
        }

        return column with { Unit = label.Unit, Role = known.Role, Scope = known.Scope, Scale = VendorUnit.Find(label.Unit), IsKnown = isKnown };
    }
}
