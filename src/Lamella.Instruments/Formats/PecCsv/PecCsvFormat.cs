using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.PecCsv;

/// <summary>Reads the exports of PEC's LifeTest: a preamble of <c>key:,value</c> lines, then the records.</summary>
/// <remarks>The unit in each heading decides; durations are numbers or clock times (<c>Total Time (Hours in hh:mm:ss.xxx)</c>).</remarks>
public sealed class PecCsvFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, CyclerRule> Rules = CyclerTable.Rules(
        ("Test", new(ColumnRole.None)), ("Cell", new(ColumnRole.None)), ("Rack", new(ColumnRole.None)), ("Shelf", new(ColumnRole.None)),
        ("Position", new(ColumnRole.None)), ("Cell ID", new(ColumnRole.None)), ("Step", new(ColumnRole.ProgramStep)), ("Instruction Name", new(ColumnRole.None)),
        ("Cycle", new(ColumnRole.Cycle)), ("Total Time", new(ColumnRole.TestTime, ColumnScope.Test)), ("Step Time", new(ColumnRole.StepTime, ColumnScope.Step)),
        ("Total Time (Hours in hh:mm:ss.xxx)", new(ColumnRole.None, ColumnScope.Test)), ("Load On Time (Hours in hh:mm:ss.xxx)", new(ColumnRole.None, ColumnScope.Test)),
        ("Step Time (Hours in hh:mm:ss.xxx)", new(ColumnRole.None, ColumnScope.Step)), ("Cycle Charge Time (Hours in hh:mm:ss.xxx)", new(ColumnRole.None, ColumnScope.Cycle)),
        ("Cycle Discharge Time (Hours in hh:mm:ss.xxx)", new(ColumnRole.None, ColumnScope.Cycle)), ("Real Time", new(ColumnRole.None)),
        ("Position Start Time", new(ColumnRole.None)), ("Voltage", new(ColumnRole.Voltage)), ("Current", new(ColumnRole.Current)),
        ("Charge Capacity", new(ColumnRole.None, ColumnScope.Cycle)), ("Discharge Capacity", new(ColumnRole.None, ColumnScope.Cycle)),
        ("Charge Energy", new(ColumnRole.None, ColumnScope.Cycle)), ("Discharge Energy", new(ColumnRole.None, ColumnScope.Cycle)),
        ("ReasonCode", new(ColumnRole.None)), ("Coulombic Efficiency", new(ColumnRole.None)), ("Temp", new(ColumnRole.Temperature)),
        ("Station Temperature", new(ColumnRole.None)), ("Charge Energy Density (Wh/kg)", new(ColumnRole.None, ColumnScope.Cycle)),
        ("Discharge Energy Density (Wh/kg)", new(ColumnRole.None, ColumnScope.Cycle)));

    /// <inheritdoc/>
    public string Name => "pec-csv";

    /// <inheritdoc/>
    public string Title => "PEC LifeTest CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FindHeading(content.HeadLines) >= 0 ? new Recognition(Recognition.Signature, "the headings Test, Cell, Rack, Shelf, Position, Cell ID") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "PEC LifeTest");
        int heading = FindHeading(content.HeadLines);
        ReadPreamble(table, heading);
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(table.Text.Line(heading), ',')], FirstLine = heading + 1, Delimiter = ',' };
        RecordingTable rows = table.Read(string.Empty, layout, null, cancellationToken);
        RecordingColumn? dates = rows.Columns.FirstOrDefault(column => column.Name == "Real Time");
        rows = DurationColumns.Add(rows, ("Total Time", ColumnRole.TestTime), ("Step Time", ColumnRole.StepTime));
        rows = ClockColumn.Add(rows, dates, table);
        new CyclerTable(table.Draft, options, Rules).Add(rows, CurrentSign.PositiveCharges, "PEC writes it so");
        return table.Draft.Finish();
    }

    private static int FindHeading(ImmutableArray<string> lines)
    {
        for (int line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith("Test,Cell,Rack,Shelf,Position,", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return -1;
    }

    private static void ReadPreamble(HeadedTable table, int end)
    {
        string section = string.Empty;
        for (int line = 0; line < end; line++)
        {
            string[] cells = HeadedTable.Cells(table.Text.Line(line), ',');
            string key = cells.Length > 0 ? cells[0].TrimEnd(':') : string.Empty;
            if (key.StartsWith('#'))
            {
                section = key.StartsWith("#END", StringComparison.Ordinal) ? string.Empty : key.TrimStart('#');
            }
            else if (key.Length > 0)
            {
                table.Draft.Set(section, key, string.Join(',', cells[1..]));
                table.Draft.Technique = key == "TestRegime Name" ? string.Join(',', cells[1..]) : table.Draft.Technique;
            }
        }
    }
}
