using System.Collections.Immutable;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BatteryDataCsv;

/// <summary>Tables of batterydata.energy.gov: names with the unit behind the last underscore.</summary>
/// <remarks>Capacities count within the cycle, throughputs since the start of the test; times are in s, dates in MATLAB days.</remarks>
public sealed class BatteryDataCsvFormat : IInstrumentFormat
{
    private static readonly string[] Signature = ["Cycle_Index", "Step", "Time_s", "Current_A", "Voltage_V"];

    private static readonly Dictionary<string, ColumnRole> Roles = new(StringComparer.Ordinal)
    {
        ["Cycle_Index"] = ColumnRole.Cycle, ["Step"] = ColumnRole.ProgramStep, ["Time_s"] = ColumnRole.TestTime, ["Current_A"] = ColumnRole.Current,
        ["Voltage_V"] = ColumnRole.Voltage, ["Cell_Temperature_C"] = ColumnRole.Temperature, ["Frequency_Hz"] = ColumnRole.Frequency,
        ["Z_Real_Ohm"] = ColumnRole.ImpedanceReal, ["Z_Imag_Ohm"] = ColumnRole.ImpedanceImaginary, ["Z_Mag_Ohm"] = ColumnRole.ImpedanceModulus,
        ["Z_Phase_Degree"] = ColumnRole.ImpedancePhase,
    };

    /// <inheritdoc/>
    public string Name => "batterydata-csv";

    /// <inheritdoc/>
    public string Title => "batterydata.energy.gov CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string[] names = content.HeadLines.FirstOrDefault(string.Empty).TrimStart('\uFEFF').Split(',');
        return Signature.All(names.Contains) ? new Recognition(Recognition.Signature, "header of batterydata.energy.gov") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "batterydata.energy.gov" };
        TextContent text = TextContent.Decode(content, options);
        var layout = new DelimitedLayout { Names = TextTable.Names(text.Bytes(0), ','), FirstLine = 1, Delimiter = ',' };
        TextTable table = TextTable.Read(text, layout, draft, options, cancellationToken);
        bool isTurned = options.Sign == CurrentSign.PositiveDischarges;
        draft.Decide(new Decision(
            DecisionKind.Sign, "Current_A", isTurned ? "positive discharges" : "positive charges", "rule of the archive", options.Sign is not null));
        draft.Add(new RecordingTable { Columns = [.. table.Columns.Select(column => Describe(column, isTurned))], RowCount = table.Rows.RowCount });
        return draft.Finish();
    }

    private static RecordingColumn Describe(RecordingColumn column, bool isTurned)
    {
        int bar = column.Name.LastIndexOf('_');
        string unit = bar > 0 ? column.Name[(bar + 1)..] : string.Empty;
        string spelt = unit == "C" ? "degC" : unit; // temperatures are the only columns that end with _C
        ColumnScale? scale = VendorUnit.Find(spelt);
        bool isThroughput = column.Name.Contains("Throughput", StringComparison.Ordinal);
        bool isCumulative = unit is "Ah" or "Wh" or "Amphr" or "Watthr";
        ColumnRole role = column.Values.IsNumeric ? Roles.GetValueOrDefault(column.Name) : ColumnRole.None;
        return column with
        {
            Unit = scale is null ? string.Empty : unit,
            Role = role,
            Scale = isTurned && role == ColumnRole.Current ? scale?.Turned() : scale,
            Scope = isThroughput ? ColumnScope.Test : isCumulative ? ColumnScope.Cycle : ColumnScope.Record,
        };
    }
}
