using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.NewareCsv;

/// <summary>CSV of Neware's BTSDA: a line of headings in the language of the program, units in the headings.</summary>
/// <remarks>
/// Times are clock times; columns in s are derived beside them. Capacities and energies count from the start of the step.
/// Reports with three levels, in which lines of cycles, steps and records alternate, are read by <see cref="LayeredReport"/>.
/// </remarks>
public sealed class NewareCsvFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, ColumnRule> Rules = Build();

    /// <inheritdoc/>
    public string Name => "neware-csv";

    /// <inheritdoc/>
    public string Title => "Neware BTSDA CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv", ".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (LayeredReport.Headings(content.HeadLines) is { } levels && IsRecordHeading(levels.Record))
        {
            return new Recognition(Recognition.Signature, "three lines of headings of a BTSDA report");
        }

        string heading = content.HeadLines.FirstOrDefault(string.Empty);
        return IsRecordHeading(HeadedTable.Cells(heading, HeadedTable.DelimiterOf(heading)))
            ? new Recognition(Recognition.Signature, "headings of BTSDA") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "Neware BTSDA");
        if (LayeredReport.Headings(content.HeadLines) is { } levels)
        {
            LayeredReport.Read(reader, levels, Describe, cancellationToken);
            return reader.Draft.Finish();
        }

        string heading = reader.Text.Line(0);
        char delimiter = HeadedTable.DelimiterOf(heading);
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(heading, delimiter)], FirstLine = 1, Delimiter = delimiter };
        RecordingTable table = reader.Read(string.Empty, layout, stated: null, cancellationToken);
        reader.Draft.Add(table with { Columns = Describe(table.Columns, options, reader.Draft) });
        return reader.Draft.Finish();
    }

    private static ImmutableArray<RecordingColumn> Describe(
        ImmutableArray<RecordingColumn> columns, ImportOptions options, RecordingDraft draft)
    {
        CurrentDirection.Note(draft, options, "positive charges", "Neware writes it so");
        ImmutableArray<RecordingColumn> described = CyclerColumns.Turned(CyclerColumns.Describe(columns, Rules, draft), options);
        if (described.FirstOrDefault(column => ColumnLabel.Parse(column.Name).Name is "Date" or "Realtime" or "绝对时间" or "日期" && !column.Values.IsNumeric) is { } date)
        {
            (_, RecordingColumn? unix) = CyclerColumns.Dates(date, options, draft);
            described = unix is null ? described : described.Add(unix);
        }

        return CyclerColumns.WithDerived(described, withSums: false);
    }

    private static bool IsRecordHeading(IReadOnlyCollection<string> cells)
    {
        var roles = cells.Select(cell => Rules.GetValueOrDefault(ColumnLabel.Parse(cell).Name)?.Role).ToHashSet();
        bool hasNumber = cells.Any(cell => cell is "DataPoint" or "Record ID" or "Record number" or "数据序号" or "记录序号" or "记录ID" or "RecordID");
        return hasNumber && roles.Contains(ColumnRole.Current) && roles.Contains(ColumnRole.Voltage);
    }

    private static FrozenDictionary<string, ColumnRule> Build()
    {
        var rules = new Dictionary<string, ColumnRule>(StringComparer.OrdinalIgnoreCase);
        void Add(ColumnRule rule, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                rules.Add(name, rule);
            }
        }

        Add(new ColumnRule(ColumnRole.Cycle), "Cycle Index", "Cycle ID", "循环号", "循环序号");
        Add(new ColumnRule(ColumnRole.ProgramStep), "Step Index", "Step ID", "工步号", "工步序号");
        Add(new ColumnRule(ColumnRole.StepTime, "s", ColumnScope.Step), "Time", "Time(h:min:s.ms)", "时间", "Relative Time(h:min:s.ms)");
        Add(new ColumnRule(ColumnRole.TestTime, "s", ColumnScope.Test), "Total Time", "Cumulative Time", "总时间");
        Add(new ColumnRule(ColumnRole.Current, "A"), "Current", "Cur", "电流");
        Add(new ColumnRule(ColumnRole.Voltage, "V"), "Voltage", "电压");
        ColumnRule step = new(ColumnRole.None, string.Empty, ColumnScope.Step);
        Add(step, "Capacity", "CapaCity(mAh)", "容量", "Chg. Cap.", "DChg. Cap.", "充电容量", "放电容量", "Capacitance_Chg", "Capacitance_DChg");
        Add(step, "Energy", "能量", "Chg. Energy", "DChg. Energy", "充电能量", "放电能量", "Engy_Chg", "Engy_DChg");
        Add(new ColumnRule(ColumnRole.Temperature, "degC"), "T1", "Temperature");
        return rules.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
