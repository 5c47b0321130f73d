using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Makes the table of new rows between records.</summary>
internal static class ResampledTable
{
    private const double SecondsPerHour = 3600.0, Rounding = 1e-9; // share of the largest charge below which a difference is rounding

    private static readonly (ColumnRole Role, string Name)[] Lines =
    [
        (ColumnRole.TestTime, "test time"), (ColumnRole.Voltage, "voltage"), (ColumnRole.Current, "current"), (ColumnRole.StepTime, "step time"),
        (ColumnRole.UnixTime, "unix time"), (ColumnRole.Temperature, "temperature"),
    ];

    private static readonly (ColumnRole Role, string Name)[] Held =
        [(ColumnRole.Cycle, "cycle"), (ColumnRole.ProgramStep, "program step"), (ColumnRole.RunStep, "run step")];

    /// <summary>Makes the table.</summary>
    internal static OperatedTable Make(RecordingTable table, RecordSpan records, List<ResampledNode> nodes)
    {
        var columns = ImmutableArray.CreateBuilder<RecordingColumn>();
        var used = new HashSet<RecordingColumn>(ReferenceEqualityComparer.Instance);
        foreach ((ColumnRole role, string name) in Lines)
        {
            if (table.Find(role) is { Values.IsNumeric: true, Scale: { } scale } column && used.Add(column))
            {
                columns.Add(Column(column, name, scale.Unit, role == ColumnRole.Current && records.IsMean
                    ? Means(table, records, nodes) : Line(records.Of(column.ToSi()), nodes)));
            }
        }

        foreach ((ColumnRole role, string name) in Held)
        {
            if (table.Find(role) is { Values.IsNumeric: true } column && used.Add(column))
            {
                double[] values = records.Of(column.Values.ToNumbers());
                columns.Add(new RecordingColumn { Name = name, Role = role, Scope = column.Scope, IsDerived = true, Values = ColumnValues.Of<double>([.. nodes.Select(node => values[node.Left])]) });
            }
        }

        AddSums(columns, table, records, nodes, used);
        string[] gone = [.. table.Columns.Where(column => !used.Contains(column) && column.Role != ColumnRole.FileRow).Select(column => $"'{column.Name}'")];
        var resampled = new RecordingTable { Name = table.Name, Technique = table.Technique, Columns = columns.ToImmutable(), RowCount = nodes.Count, IsSummary = table.IsSummary };
        return new OperatedTable(resampled, [], Notes(records, nodes, gone, columns));
    }

    private static ImmutableArray<string> Notes(RecordSpan records, List<ResampledNode> nodes, string[] gone, ImmutableArray<RecordingColumn>.Builder columns)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        int between = nodes.Count(node => node.Share > 0.0);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{nodes.Count - between} rows are records, {between} lie between two records, on the straight line."));
        if (records.LeftOut > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{records.LeftOut} rows lack time, voltage or current and were passed over."));
        }

        if (gone.Length > 0)
        {
            notes.Add($"Left out, as they hold for a record and not between two: {string.Join(", ", gone)}.");
        }

        if (records.Current is { } current && columns.FirstOrDefault(column => column.Role == ColumnRole.NetCharge) is { } charge)
        {
            double[] sums = charge.Values.ToNumbers();
            double farthest = ResampledSum.Farthest(Line(records.Time, nodes), Line(current, nodes), sums, nodes, records);
            bool isRounding = !(farthest > Rounding * sums.Select(Math.Abs).DefaultIfEmpty().Max());
            notes.Add(records.IsMean ? "The current is the mean since the row before, as it was since the record before: current times time is the charge of the records."
                : isRounding ? $"'{charge.Name}' is the integral over all records; the new rows of the current give the same."
                : string.Create(CultureInfo.InvariantCulture, $"'{charge.Name}' is the integral over all records; the new rows of the current alone would miss it by up to {farthest / SecondsPerHour:G3} Ah in a step."));
        }

        return notes.ToImmutable();
    }

    private static void AddSums(
        ImmutableArray<RecordingColumn>.Builder columns, RecordingTable table, RecordSpan records, List<ResampledNode> nodes, HashSet<RecordingColumn> used)
    {
        if (records.Current is not { } current)
        {
            return;
        }

        double[] power = [.. current.Zip(records.Voltage, (i, u) => i * u)];
        foreach ((ColumnRole role, double[] rate) in new[] { (ColumnRole.NetCharge, current), (ColumnRole.NetEnergy, power) })
        {
            if (table.Find(role) is { Scale: { } scale } column && used.Add(column))
            {
                double[] sums = records.Of(column.ToSi());
                columns.Add(Column(column, column.Name, scale.Unit, ResampledSum.At(sums, records.IsMean ? null : rate, records.Time, nodes)));
            }
        }
    }

    private static RecordingColumn Column(RecordingColumn old, string name, string unit, double[] values) => new()
    {
        Name = name, Unit = unit, Role = old.Role, Scope = old.Scope, Scale = ColumnScale.Of(1.0, unit), Values = ColumnValues.Of(values), IsDerived = true,
    };

    private static double[] Means(RecordingTable table, RecordSpan records, List<ResampledNode> nodes)
    {
        double[] charge = ResampledSum.At(records.Of(table.Find(ColumnRole.NetCharge)!.ToSi()), rate: null, records.Time, nodes);
        return ResampledSum.Means(charge, Line(records.Time, nodes), records.Current!, nodes, records);
    }

    private static double[] Line(double[] values, List<ResampledNode> nodes) =>
        [.. nodes.Select(node => node.Share == 0.0 ? values[node.Left] : values[node.Left] + (node.Share * (values[node.Left + 1] - values[node.Left])))];
}
