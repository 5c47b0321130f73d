using System.Collections.Frozen;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Maccor;

/// <summary>The names of columns in Maccor's text exports, and in the exports of others that took them over.</summary>
internal static class MaccorRules
{
    /// <summary>Gets the unit of a name that is itself one: <c>Amps</c>, <c>mAmp-hr</c>.</summary>
    internal static FrozenDictionary<string, string> Units { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Amps"] = "A", ["mAmps"] = "mA", ["uAmps"] = "uA", ["Volts"] = "V", ["mVolts"] = "mV", ["Amp-hr"] = "Ah", ["mAmp-hr"] = "mAh",
        ["uAmp-hr"] = "uAh", ["Watt-hr"] = "Wh", ["mWatt-hr"] = "mWh", ["uWatt-hr"] = "uWh", ["ACImp/Ohms"] = "ohm", ["DCIR/Ohms"] = "ohm",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the rules, by name with or without unit. Built after the units, which it uses.</summary>
    internal static FrozenDictionary<string, ColumnRule> All { get; } = Build();

    private static FrozenDictionary<string, ColumnRule> Build()
    {
        var rules = new Dictionary<string, ColumnRule>(StringComparer.OrdinalIgnoreCase);
        void Add(ColumnRule rule, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                rules.Add(name, Units.TryGetValue(name, out string? unit) ? rule with { Unit = unit, NamesUnit = true } : rule);
            }
        }

        Add(new ColumnRule(ColumnRole.Cycle), "Cyc#", "Cycle C", "Cycle");
        Add(new ColumnRule(ColumnRole.ProgramStep), "Step");
        Add(new ColumnRule(ColumnRole.TestTime, string.Empty, ColumnScope.Test), "Test", "TestTime", "Test Time");
        Add(new ColumnRule(ColumnRole.StepTime, string.Empty, ColumnScope.Step), "Step (Sec)", "Step (Min)", "Step (Hour)", "Step(Sec)", "Step(Min)", "StepTime", "Step Time");
        Add(new ColumnRule(ColumnRole.Current, "A"), "Amps", "mAmps", "uAmps", "Current");
        Add(new ColumnRule(ColumnRole.Voltage, "V"), "Volts", "mVolts", "Voltage");
        Add(new ColumnRule(ColumnRole.None, "Ah", ColumnScope.Step), "Amp-hr", "mAmp-hr", "uAmp-hr", "Cap.", "Capacity");
        Add(new ColumnRule(ColumnRole.None, "Wh", ColumnScope.Step), "Watt-hr", "mWatt-hr", "uWatt-hr", "Ener.", "Energy");
        Add(new ColumnRule(ColumnRole.None, "ohm"), "ACImp/Ohms", "DCIR/Ohms");
        Add(new ColumnRule(ColumnRole.Temperature, "degC"), "Temp 1");
        return rules.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
