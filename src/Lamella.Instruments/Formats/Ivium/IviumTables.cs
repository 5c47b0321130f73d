using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.Ivium;

/// <summary>Makes tables of the blocks of an Ivium file.</summary>
internal static class IviumTables
{
    private static readonly (string Name, string Unit, ColumnRole Role, string Si)[] Impedance =
    [
        ("Z'", "ohm", ColumnRole.ImpedanceReal, "Ω"), ("Z''", "ohm", ColumnRole.ImpedanceImaginary, "Ω"), ("f", "Hz", ColumnRole.Frequency, "Hz"),
    ];

    private static readonly (string Name, string Unit, ColumnRole Role, string Si)[] Cycling =
    [
        ("t", "s", ColumnRole.TestTime, "s"), ("I", "A", ColumnRole.Current, "A"), ("E", "V", ColumnRole.Voltage, "V"),
    ];

    /// <summary>Adds the traces of one data set as one table, numbered.</summary>
    internal static void AddTraces(RecordingDraft draft, ImmutableArray<IviumObject> traces)
    {
        int rows = traces.Sum(trace => trace.Rows.Count);
        var columns = Enumerable.Range(0, traces[0].Columns).Select(i => new RecordingColumn
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"column {i + 1}"), IsKnown = false,
            Values = ColumnValues.OfText([.. traces.SelectMany(trace => trace.Rows.Select(row => row[i]))]),
        });
        var number = new RecordingColumn
        {
            Name = "trace", IsDerived = true, Values = ColumnValues.Of<int>([.. traces.SelectMany((trace, i) => Enumerable.Repeat(i + 1, trace.Rows.Count))]),
        };
        draft.Add(new RecordingTable
        {
            Name = $"{Title(traces[0])} {traces[0].Name}", Technique = traces[0].Method, Columns = [.. columns, number], RowCount = rows, IsSummary = true,
        });
    }

    /// <summary>Adds a block of records as a table.</summary>
    internal static void Add(RecordingDraft draft, ImportOptions options, IviumObject data)
    {
        var known = Known(data);
        if (known.Length == 0)
        {
            draft.Warn($"The columns of the method '{data.Method}' are not known: they are kept by position.");
        }

        ImmutableArray<RecordingColumn> columns = [.. Enumerable.Range(0, data.Columns).Select(i => Column(data, i, i < known.Length ? known[i] : null, options))];
        var table = new RecordingTable
        {
            Name = Title(data),
            Technique = data.Method,
            Columns = columns,
            RowCount = data.Rows.Count,
            StatedRowCount = data.StatedRows,
        };
        if (columns.Any(column => column.Role == ColumnRole.Frequency))
        {
            new ImpedanceTables(draft, options).AddLabelled(table, new ImaginarySign(true, false, "IviumSoft writes Z'' with its true sign"));
        }
        else
        {
            draft.Add(table);
        }
    }

    private static string Title(IviumObject data) =>
        data.Title.Length > 0 ? data.Title : string.Create(CultureInfo.InvariantCulture, $"data set {data.Set}");

    private static (string Name, string Unit, ColumnRole Role, string Si)[] Known(IviumObject data) =>
        data.Columns != 3 ? []
        : data.Method.Contains("Impedance", StringComparison.OrdinalIgnoreCase) ? Impedance
        : data.Method.Contains("Transient", StringComparison.OrdinalIgnoreCase) || data.Method.Contains("MixedMode", StringComparison.OrdinalIgnoreCase)
            || data.Method.Contains("Chrono", StringComparison.OrdinalIgnoreCase) ? Cycling : [];

    private static RecordingColumn Column(IviumObject data, int index, (string Name, string Unit, ColumnRole Role, string Si)? known, ImportOptions options)
    {
        ColumnValues values = ColumnValues.OfText([.. data.Rows.Select(row => row[index])]);
        if (known is not { } what)
        {
            return new RecordingColumn { Name = string.Create(CultureInfo.InvariantCulture, $"column {index + 1}"), Values = values, IsKnown = false };
        }

        ColumnScale scale = ColumnScale.Of(1.0, what.Si);
        bool turned = what.Role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges;
        return new RecordingColumn { Name = what.Name, Unit = what.Unit, Role = what.Role, Scale = turned ? scale.Turned() : scale, Values = values };
    }
}
