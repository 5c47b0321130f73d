using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Arbin;

/// <summary>Says what the columns of Arbin's result files, CSV and spreadsheets mean.</summary>
/// <remarks>
/// The three write the same names in different spellings: <c>Test_Time</c>, <c>Test_Time(s)</c>, <c>Test Time (s)</c>,
/// <c>Aux_Temperature(°C)_1</c>. Where no unit stands there it is the one that MITS always uses. Capacities and energies count
/// until the schedule resets them, which only the schedule knows; own sums per step and cycle stand beside them.
/// </remarks>
internal static partial class ArbinColumns
{
    private const string Ampere = "A", Volt = "V", Second = "s", AmpereHour = "Ah", WattHour = "Wh", Ohm = "Ohm";

    private static readonly FrozenDictionary<string, (string Unit, ColumnRole Role, ColumnScope Scope)> Known =
        new Dictionary<string, (string, ColumnRole, ColumnScope)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Test_Time"] = (Second, ColumnRole.TestTime, ColumnScope.Test),
            ["Step_Time"] = (Second, ColumnRole.StepTime, ColumnScope.Step),
            ["Step_Index"] = (string.Empty, ColumnRole.ProgramStep, ColumnScope.Record),
            ["Cycle_Index"] = (string.Empty, ColumnRole.Cycle, ColumnScope.Record),
            ["Current"] = (Ampere, ColumnRole.Current, ColumnScope.Record),
            ["Voltage"] = (Volt, ColumnRole.Voltage, ColumnScope.Record),
            ["Power"] = ("W", ColumnRole.None, ColumnScope.Record),
            ["Charge_Capacity"] = (AmpereHour, ColumnRole.None, ColumnScope.Schedule),
            ["Discharge_Capacity"] = (AmpereHour, ColumnRole.None, ColumnScope.Schedule),
            ["Charge_Energy"] = (WattHour, ColumnRole.None, ColumnScope.Schedule),
            ["Discharge_Energy"] = (WattHour, ColumnRole.None, ColumnScope.Schedule),
            ["Internal_Resistance"] = (Ohm, ColumnRole.None, ColumnScope.Record),
            ["AC_Impedance"] = (Ohm, ColumnRole.None, ColumnScope.Record),
            ["ACR"] = (Ohm, ColumnRole.None, ColumnScope.Record),
            ["Temperature"] = ("degC", ColumnRole.Temperature, ColumnScope.Record),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Normalises a name: units in brackets off, blanks to underscores.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>The name as the tables of MITS have it.</returns>
    internal static string Key(string name) => Bracket().Replace(name.Trim(), string.Empty).Trim().Replace(' ', '_');

    /// <summary>Describes columns and adds derived ones.</summary>
    /// <param name="columns">The columns as stored.</param>
    /// <param name="options">The sign and the time zone may be given there.</param>
    /// <param name="draft">Receives decisions.</param>
    /// <returns>The columns with roles and units, then the derived ones.</returns>
    internal static ImmutableArray<RecordingColumn> Describe(
        ImmutableArray<RecordingColumn> columns, ImportOptions options, RecordingDraft draft)
    {
        bool isTurned = options.Sign == CurrentSign.PositiveDischarges;
        draft.Decide(new Decision(
            DecisionKind.Sign, "Current", isTurned ? "positive discharges" : "positive charges", "Arbin writes it so", options.Sign is not null));
        if (columns.Any(column => Key(column.Name).EndsWith("_Capacity", StringComparison.OrdinalIgnoreCase)))
        {
            draft.Decide(new Decision(
                DecisionKind.Scope, "Capacity and energy", "until the schedule resets them", "only the schedule knows when; 'Step Charge' and 'Cycle Charge' are computed from the current"));
        }

        var taken = new HashSet<ColumnRole>();
        ImmutableArray<RecordingColumn> described = [.. columns.Select(column => Describe(column, isTurned, taken))];
        return [.. described, .. Derived(described)];
    }

    private static RecordingColumn Describe(RecordingColumn column, bool isTurned, HashSet<ColumnRole> taken)
    {
        if (!column.Values.IsNumeric)
        {
            return column;
        }

        string key = Key(column.Name), written = Bracket().Match(column.Name).Groups[1].Value.Trim();
        bool isAuxiliary = key.StartsWith("Aux_", StringComparison.OrdinalIgnoreCase);
        bool isTemperature = key.Contains("Temperature", StringComparison.OrdinalIgnoreCase);
        (string unit, ColumnRole role, ColumnScope scope) = Known.GetValueOrDefault(key);
        string shown = written.Length > 0 ? written : unit ?? string.Empty;
        string spelt = isTemperature && shown.TrimStart('\u00B0') is "C" or "" && (isTemperature && shown.Length > 0) ? "degC" : shown;
        role = isAuxiliary && isTemperature && spelt == "degC" ? ColumnRole.Temperature : role;
        role = role != ColumnRole.None && taken.Add(role) ? role : ColumnRole.None;
        ColumnScale? scale = VendorUnit.Find(spelt);
        return column with
        {
            Unit = shown,
            Role = role,
            Scope = scope,
            Scale = isTurned && role == ColumnRole.Current ? scale?.Turned() : scale,
        };
    }

    private static IEnumerable<RecordingColumn> Derived(ImmutableArray<RecordingColumn> columns)
    {
        double[]? Numbers(ColumnRole role) => columns.FirstOrDefault(column => column.Role == role) is not { } found ? null
            : found.Scale is null ? found.Values.ToNumbers() : found.ToSi();
        double[]? step = Numbers(ColumnRole.ProgramStep), cycle = Numbers(ColumnRole.Cycle), time = Numbers(ColumnRole.TestTime);
        if (step is null)
        {
            yield break;
        }

        double[][] changing = cycle is null ? [step] : [step, cycle];
        int[] run = RunCounter.Count(step.Length, Numbers(ColumnRole.StepTime), changing);
        yield return new RecordingColumn { Name = "Step Count", Values = ColumnValues.Of(run), Role = ColumnRole.RunStep, IsDerived = true };
        if (time is not null && Numbers(ColumnRole.Current) is { } current && Numbers(ColumnRole.Voltage) is { } voltage)
        {
            foreach (RecordingColumn sum in ChargeSums.Columns(time, current, voltage, run, cycle))
            {
                yield return sum;
            }
        }
    }

    [GeneratedRegex(@"\(([^)]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();
}
