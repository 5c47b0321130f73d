using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BatteryArchive;

/// <summary>Reads the time series and cycle tables of Battery Archive (batteryarchive.org).</summary>
/// <remarks>There is no step number. Capacities count within the cycle. <c>(C)</c> behind a temperature is degC.</remarks>
public sealed class BatteryArchiveFormat : IInstrumentFormat
{
    private static readonly string[] SeriesNames = ["Date_Time", "Test_Time (s)", "Cycle_Index", "Current (A)", "Voltage (V)", "Charge_Capacity (Ah)"];
    private static readonly string[] CycleNames = ["Cycle_Index", "Start_Time", "End_Time", "Min_Current (A)", "Max_Current (A)"];

    private static readonly FrozenDictionary<string, CyclerRule> Rules = CyclerTable.Rules(
        ("Date_Time", new(ColumnRole.None)), ("Test_Time", new(ColumnRole.TestTime, ColumnScope.Test)), ("Cycle_Index", new(ColumnRole.Cycle)),
        ("Current", new(ColumnRole.Current)), ("Voltage", new(ColumnRole.Voltage)), ("Charge_Capacity", new(ColumnRole.None, ColumnScope.Cycle)),
        ("Discharge_Capacity", new(ColumnRole.None, ColumnScope.Cycle)), ("Charge_Energy", new(ColumnRole.None, ColumnScope.Cycle)),
        ("Discharge_Energy", new(ColumnRole.None, ColumnScope.Cycle)), ("Cell_Temperature", new(ColumnRole.Temperature)),
        ("Cell_Temperature (C)", new(ColumnRole.Temperature, ColumnScope.Record, "degC")), ("Environment_Temperature", new(ColumnRole.None)),
        ("Environment_Temperature (C)", new(ColumnRole.None, ColumnScope.Record, "degC")), ("Start_Time", new(ColumnRole.None)), ("End_Time", new(ColumnRole.None)));

    /// <inheritdoc/>
    public string Name => "battery-archive";

    /// <inheritdoc/>
    public string Title => "Battery Archive CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string[] names = content.HeadLines.Length == 0 ? [] : HeadedTable.Cells(content.HeadLines[0].TrimStart('\uFEFF'), ',');
        return SeriesNames.All(names.Contains) && !names.Contains("Step_Index") ? new Recognition(Recognition.Columns, "the headings of Battery Archive's time series")
            : CycleNames.All(names.Contains) ? new Recognition(Recognition.Columns, "the headings of Battery Archive's cycle tables") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Battery Archive");
        string[] names = HeadedTable.Cells(table.Text.Line(0), ',');
        table.Draft.Technique = names.Contains("Start_Time") ? "cycle table" : "time series";
        RecordingTable rows = table.Read(string.Empty, new DelimitedLayout { Names = [.. names], FirstLine = 1, Delimiter = ',' }, null, cancellationToken);
        rows = ClockColumn.Add(rows, rows.Columns.FirstOrDefault(column => column.Name == "Date_Time"), table);
        table.Draft.Decide(new Decision(DecisionKind.Scope, "Capacity, Energy", "within the cycle", "rule of the archive"));
        new CyclerTable(table.Draft, options, Rules).Add(rows, CurrentSign.PositiveCharges, "rule of the archive");
        return table.Draft.Finish();
    }
}
