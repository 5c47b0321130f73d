using System.Collections.Immutable;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Maccor;

/// <summary>Reads a table with Maccor's column names: units and the sign of the current are decided from the file.</summary>
internal static class MaccorTable
{
    private const int LongestPreamble = 64, RowsForUnits = 500;
    private const double LargestVoltage = 200.0; // no cell or module reaches it; a column 'Volts' above it holds mV [V]
    private const int EnoughIntervals = 3;

    /// <summary>Finds the line of headings: the first that has both a record number and a step.</summary>
    /// <param name="lines">The first lines of the file.</param>
    /// <returns>The line, from 0, and its separator; null where there is none.</returns>
    internal static (int Line, char Delimiter)? FindHeading(IReadOnlyList<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Count, LongestPreamble); line++)
        {
            char delimiter = HeadedTable.DelimiterOf(lines[line]);
            string[] cells = HeadedTable.Cells(lines[line].TrimStart('\uFEFF'), delimiter);
            if (cells.Any(cell => cell is "Rec" or "Rec#") && cells.Contains("Step") && cells.Length >= 6)
            {
                return (line, delimiter);
            }
        }

        return null;
    }

    /// <summary>Reads the table.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="heading">Where the headings stand.</param>
    /// <param name="delimiter">Their separator.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Read(HeadedTable reader, int heading, char delimiter, CancellationToken cancellationToken)
    {
        var layout = new DelimitedLayout
        {
            Names = [.. HeadedTable.Cells(reader.Text.Line(heading), delimiter)], FirstLine = heading + 1, Delimiter = delimiter,
        };
        RecordingTable table = reader.Read(string.Empty, layout, stated: null, cancellationToken);
        ImmutableArray<RecordingColumn> columns = CyclerColumns.Describe(WithUnitColumns(table.Columns), MaccorRules.All, reader.Draft);
        columns = WithPossibleTemperature(columns);
        columns = WithMillivolts(columns, reader.Draft);
        if (columns.FirstOrDefault(column => column.Name.Trim().StartsWith("DPt", StringComparison.OrdinalIgnoreCase) && !column.Values.IsNumeric) is { } date)
        {
            (DateOrder order, RecordingColumn? unix) = CyclerColumns.Dates(date, reader.Options, reader.Draft);
            columns = unix is null ? columns : columns.Add(unix);
            columns = WithTimeUnits(columns, CyclerColumns.LocalSeconds(date, order, RowsForUnits), reader.Draft);
        }

        columns = MaccorSign.Apply(columns, reader.Options, reader.Draft);
        reader.Draft.Add(table with { Columns = CyclerColumns.WithDerived(columns, withSums: false) });
    }

    /// <summary>Takes the unit of <c>Aux #n</c> from the column <c>Units</c> behind it.</summary>
    private static ImmutableArray<RecordingColumn> WithUnitColumns(ImmutableArray<RecordingColumn> columns)
    {
        ImmutableArray<RecordingColumn> result = columns;
        for (int i = 0; i + 1 < columns.Length; i++)
        {
            bool hasUnit = columns[i].Name.StartsWith("Aux #", StringComparison.OrdinalIgnoreCase) && columns[i + 1].Name.Trim() == "Units"
                && columns[i + 1].Values.Count > 0;
            if (hasUnit)
            {
                string unit = columns[i + 1].Values.Text(0).Trim();
                result = result.SetItem(i, columns[i] with { Name = $"{columns[i].Name} [{(unit == "C" ? "degC" : unit)}]" });
            }
        }

        return result;
    }

    /// <summary>Calls the first auxiliary channel in degrees a temperature, where all its values can be one; open inputs read -2500.</summary>
    private static ImmutableArray<RecordingColumn> WithPossibleTemperature(ImmutableArray<RecordingColumn> columns)
    {
        const double AbsoluteZero = -273.15; // [degC]
        ImmutableArray<RecordingColumn> result = columns;
        bool isFound = columns.Any(column => column.Role == ColumnRole.Temperature);
        for (int i = 0; i < columns.Length; i++)
        {
            bool isAuxiliary = columns[i].Name.StartsWith("Aux #", StringComparison.OrdinalIgnoreCase);
            bool isTemperature = isAuxiliary && columns[i].Unit == "degC" && columns[i].Values.IsNumeric
                && columns[i].Values.ToNumbers().All(value => value > AbsoluteZero);
            string name = isAuxiliary ? ColumnLabel.Parse(columns[i].Name).Name : columns[i].Name;
            result = result.SetItem(i, columns[i] with { Name = name, Role = isTemperature && !isFound ? ColumnRole.Temperature : columns[i].Role });
            isFound |= isTemperature;
        }

        return result;
    }

    /// <summary>Corrects a column 'Volts' that holds mV: exports in mA write it so.</summary>
    private static ImmutableArray<RecordingColumn> WithMillivolts(ImmutableArray<RecordingColumn> columns, RecordingDraft draft)
    {
        if (columns.FirstOrDefault(column => column.Role == ColumnRole.Voltage) is not { Unit: "V" } voltage)
        {
            return columns;
        }

        double[] sizes = [.. voltage.Values.ToNumbers().Where(double.IsFinite).Select(Math.Abs)];
        bool isMilli = sizes.Length > 0 && sizes.Max() > LargestVoltage && columns.Any(column => column.Unit is "mA" or "mAh");
        if (!isMilli)
        {
            return columns;
        }

        draft.Decide(new Decision(DecisionKind.Unit, voltage.Name, "mV", FormattableString.Invariant(
            $"values reach {sizes.Max()}, and the currents are in mA: the heading 'Volts' cannot be meant")));
        draft.Warn($"The heading '{voltage.Name}' says V, but the values are mV; they were taken as mV.");
        return columns.Replace(voltage, voltage with { Unit = "mV", Scale = VendorUnit.Find("mV") });
    }

    /// <summary>Finds the unit of times whose heading names none, from the dates beside them.</summary>
    private static ImmutableArray<RecordingColumn> WithTimeUnits(ImmutableArray<RecordingColumn> columns, double[] dates, RecordingDraft draft)
    {
        if (columns.FirstOrDefault(column => column.Role == ColumnRole.TestTime && column.Scale is null) is not { } time)
        {
            return columns;
        }

        double[] numbers = time.Values.ToNumbers();
        var ratios = new List<double>();
        for (int row = 1; row < dates.Length; row++)
        {
            double step = numbers[row] - numbers[row - 1], seconds = dates[row] - dates[row - 1];
            if (step > 0.0 && seconds > 1.0)
            {
                ratios.Add(seconds / step);
            }
        }

        ratios.Sort();
        double ratio = ratios.Count > 0 ? ratios[ratios.Count / 2] : double.NaN;
        (string unit, double factor) = ratio switch
        {
            > 0.8 and < 1.25 => ("s", 1.0),
            > 48.0 and < 75.0 => ("min", 60.0),
            > 2900.0 and < 4500.0 => ("h", 3600.0),
            _ => ("s", 1.0),
        };
        bool isCertain = ratios.Count >= EnoughIntervals && ratio / factor is > 0.8 and < 1.25;
        draft.Decide(new Decision(DecisionKind.Unit, time.Name, unit, isCertain
            ? FormattableString.Invariant($"the dates go on {ratio:0.##} s for each unit") : "no unit in the heading, and the dates do not tell: the usual one"));
        return [.. columns.Select(column => column.Role is ColumnRole.TestTime or ColumnRole.StepTime && column.Scale is null
            ? column with { Unit = unit, Scale = ColumnScale.Of(factor, "s") } : column)];
    }
}
