using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Landt;

/// <summary>LANDT's CSV: some lines of settings, then headings such as <c>test_time_s</c> and <c>current_A</c>.</summary>
/// <remarks>Rows end with a comma more than the headings have; the empty cell behind it is no column.</remarks>
public sealed class LandtCsvFormat : IInstrumentFormat
{
    private const int LongestPreamble = 40;

    private static readonly string[] Signature = ["cycle_index", "step_index", "test_time_s", "current_A", "voltage_V"];

    private static readonly FrozenDictionary<string, ColumnRule> Rules = new Dictionary<string, ColumnRule>(StringComparer.Ordinal)
    {
        ["cycle_index"] = new(ColumnRole.Cycle), ["step_index"] = new(ColumnRole.ProgramStep),
        ["test_time_s"] = new(ColumnRole.TestTime, "s", ColumnScope.Test), ["step_time_s"] = new(ColumnRole.StepTime, "s", ColumnScope.Step),
        ["current_A"] = new(ColumnRole.Current, "A"), ["voltage_V"] = new(ColumnRole.Voltage, "V"),
        ["discharge_capacity_Ah"] = new(ColumnRole.None, "Ah", ColumnScope.Step), ["charge_capacity_Ah"] = new(ColumnRole.None, "Ah", ColumnScope.Step),
        ["discharge_energy_Wh"] = new(ColumnRole.None, "Wh", ColumnScope.Step), ["charge_energy_Wh"] = new(ColumnRole.None, "Wh", ColumnScope.Step),
        ["temperature_1_C"] = new(ColumnRole.None, "degC"), ["temperature_2_C"] = new(ColumnRole.None, "degC"),
        ["temperature_3_C"] = new(ColumnRole.None, "degC"), ["Pressure_Psi"] = new(ColumnRole.None, "psi"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "landt-csv";

    /// <inheritdoc/>
    public string Title => "LANDT CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Heading(content.HeadLines) >= 0 ? new Recognition(Recognition.Signature, "headings cycle_index, test_time_s, current_A of LANDT") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "LANDT");
        int heading = Heading(content.HeadLines);
        for (int line = 0; line < heading; line++)
        {
            string[] parts = reader.Text.Line(line).TrimEnd(',').Split(':', 2, StringSplitOptions.TrimEntries);
            reader.Draft.Set(string.Empty, parts[0], parts.Length > 1 ? parts[1] : string.Empty);
        }

        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(reader.Text.Line(heading), ',')], FirstLine = heading + 1, Delimiter = ',' };
        RecordingTable table = reader.Read(string.Empty, layout, stated: null, cancellationToken);
        CurrentDirection.Note(reader.Draft, options, "positive charges", "LANDT writes it so");
        ImmutableArray<RecordingColumn> columns = CyclerColumns.Turned(CyclerColumns.Describe(table.Columns, Rules, reader.Draft), options);
        columns = WithTemperature(columns);
        if (columns.FirstOrDefault(column => column.Name.StartsWith("date_time", StringComparison.Ordinal) && !column.Values.IsNumeric) is { } date)
        {
            (_, RecordingColumn? unix) = CyclerColumns.Dates(date, options, reader.Draft);
            columns = unix is null ? columns : columns.Add(unix);
        }

        reader.Draft.Add(table with { Columns = CyclerColumns.WithDerived(columns, withSums: false) });
        return reader.Draft.Finish();
    }

    /// <summary>Calls the first channel a temperature that measures one: a channel without a sensor is 0 throughout.</summary>
    private static ImmutableArray<RecordingColumn> WithTemperature(ImmutableArray<RecordingColumn> columns)
    {
        RecordingColumn? measured = columns.FirstOrDefault(column => column.Name.StartsWith("temperature_", StringComparison.Ordinal)
            && column.Values.IsNumeric && column.Values.ToNumbers().Any(value => value != 0.0));
        return measured is null ? columns : columns.Replace(measured, measured with { Role = ColumnRole.Temperature });
    }

    private static int Heading(ImmutableArray<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Length, LongestPreamble); line++)
        {
            string[] cells = HeadedTable.Cells(lines[line].TrimStart('\uFEFF'), ',');
            if (Signature.All(cells.Contains))
            {
                return line;
            }
        }

        return -1;
    }
}
