using System.Collections.Immutable;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>Gives the columns of a cycler's text export their roles and units, and adds what can be derived.</summary>
internal static class CyclerColumns
{
    private const double SecondsPerDay = 86_400.0;

    /// <summary>Describes columns by rules.</summary>
    /// <param name="columns">The columns as read.</param>
    /// <param name="rules">The rules by name, with or without the unit in the heading.</param>
    /// <param name="draft">Receives decisions.</param>
    /// <returns>The columns; then, for times that are written as clock times, derived ones in s.</returns>
    internal static ImmutableArray<RecordingColumn> Describe(
        ImmutableArray<RecordingColumn> columns, IReadOnlyDictionary<string, ColumnRule> rules, RecordingDraft draft)
    {
        var taken = new HashSet<ColumnRole>();
        var described = ImmutableArray.CreateBuilder<RecordingColumn>(columns.Length);
        var derived = new List<RecordingColumn>();
        foreach (RecordingColumn column in columns)
        {
            ColumnLabel label = ColumnLabel.Parse(column.Name);
            ColumnRule? rule = rules.GetValueOrDefault(column.Name.Trim()) ?? rules.GetValueOrDefault(label.Name);
            bool isTime = rule?.Role is ColumnRole.TestTime or ColumnRole.StepTime;
            if (isTime && !column.Values.IsNumeric)
            {
                described.Add(column with { Scope = rule!.Scope });
                derived.Add(Duration(column, rule, taken.Add(rule.Role)));
                continue;
            }

            described.Add(Describe(column, label, rule, taken, draft));
        }

        return [.. described, .. derived];
    }

    /// <summary>Adds a run counter, and sums of charge and energy for each step and cycle.</summary>
    /// <param name="columns">The columns with roles.</param>
    /// <param name="withSums">Whether the sums are of use: where the vendor's own have another scope.</param>
    /// <returns>The columns, then the derived ones.</returns>
    internal static ImmutableArray<RecordingColumn> WithDerived(ImmutableArray<RecordingColumn> columns, bool withSums)
    {
        double[]? step = Numbers(columns, ColumnRole.ProgramStep), cycle = Numbers(columns, ColumnRole.Cycle);
        if (step is null || columns.Any(column => column.Role == ColumnRole.RunStep))
        {
            return columns;
        }

        double[][] changing = cycle is null ? [step] : [step, cycle];
        int[] run = RunCounter.Count(step.Length, Numbers(columns, ColumnRole.StepTime), changing);
        RecordingColumn counter = new() { Name = "Step Count", Values = ColumnValues.Of(run), Role = ColumnRole.RunStep, IsDerived = true };
        bool canSum = withSums && Numbers(columns, ColumnRole.TestTime) is not null
            && Numbers(columns, ColumnRole.Current) is not null && Numbers(columns, ColumnRole.Voltage) is not null;
        return canSum
            ? [.. columns, counter, .. ChargeSums.Columns(
                Numbers(columns, ColumnRole.TestTime)!, Numbers(columns, ColumnRole.Current)!, Numbers(columns, ColumnRole.Voltage)!, run, cycle)]
            : [.. columns, counter];
    }

    /// <summary>Decides in which order the dates of a column are written, and derives Unix times where the zone is known.</summary>
    /// <param name="column">The column with dates.</param>
    /// <param name="options">Order and zone may be given there.</param>
    /// <param name="draft">Receives decisions.</param>
    /// <returns>The order, and the derived column; null where the zone is not known.</returns>
    internal static (DateOrder Order, RecordingColumn? Unix) Dates(RecordingColumn column, ImportOptions options, RecordingDraft draft)
    {
        // A test has few days: the order is decided from the distinct ones, each counted once.
        var days = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < column.Values.Count; row++)
        {
            days.Add(DayOf(column.Values.Text(row)));
        }

        (DateOrder order, Decision decision) = DateOrderDetector.Decide(column.Name, days, options);
        draft.Decide(decision);
        double[] seconds = options.TimeZone is null ? [] : LocalSeconds(column, order, column.Values.Count);
        return (order, LocalClock.UnixTime(column.Name, seconds, options, draft));
    }

    /// <summary>Reads the first dates of a column.</summary>
    /// <param name="column">The column with dates.</param>
    /// <param name="order">In which order they are written.</param>
    /// <param name="count">How many to read.</param>
    /// <returns>Seconds since 1970-01-01 on the clock that wrote them, NaN where there is no date, shape (count).</returns>
    internal static double[] LocalSeconds(RecordingColumn column, DateOrder order, int count)
    {
        double[] seconds = new double[Math.Min(count, column.Values.Count)];
        double days = 0.0, last = double.NaN;
        string text = string.Empty;
        for (int row = 0; row < seconds.Length; row++)
        {
            string before = text;
            text = column.Values.Text(row);
            if (row > 0 && text == before)
            {
                seconds[row] = seconds[row - 1];
                continue;
            }

            double? moment = DateText.Parse(text, order)?.LocalSeconds ?? DurationText.Seconds(text);
            days += moment < last && moment < SecondsPerDay ? SecondsPerDay : 0.0; // a time of day alone went past midnight
            last = moment ?? last;
            seconds[row] = (moment + days) ?? double.NaN;
        }

        return seconds;
    }

    private static string DayOf(string text)
    {
        int blank = text.IndexOfAny([' ', 'T']);
        return blank > 0 ? text[..blank] : text.Contains(':', StringComparison.Ordinal) ? string.Empty : text;
    }

    /// <summary>Turns the sign of the current where the user says that positive discharges.</summary>
    internal static ImmutableArray<RecordingColumn> Turned(ImmutableArray<RecordingColumn> columns, ImportOptions options) =>
        options.Sign != CurrentSign.PositiveDischarges ? columns
            : [.. columns.Select(column => column.Role == ColumnRole.Current ? column with { Scale = column.Scale?.Turned() } : column)];

    /// <summary>Takes the numbers of a role, in SI where there is a scale.</summary>
    internal static double[]? Numbers(ImmutableArray<RecordingColumn> columns, ColumnRole role) =>
        columns.FirstOrDefault(column => column.Role == role) is not { } found ? null
            : found.Scale is null ? found.Values.ToNumbers() : found.ToSi();

    private static RecordingColumn Describe(
        RecordingColumn column, ColumnLabel label, ColumnRule? rule, HashSet<ColumnRole> taken, RecordingDraft draft)
    {
        string unit = label.Unit.Length > 0 ? label.Unit : rule?.Unit ?? string.Empty;
        ColumnScale? scale = column.Values.IsNumeric ? VendorUnit.Find(unit) : null;
        bool isNamed = label.Unit.Length > 0 || rule is { NamesUnit: true } || column.Name.Contains('_', StringComparison.Ordinal);
        if (scale is not null && !isNamed && rule is { Role: ColumnRole.Current or ColumnRole.Voltage or ColumnRole.TestTime })
        {
            draft.Decide(new Decision(DecisionKind.Unit, column.Name, unit, "no unit in the heading: the usual one"));
        }

        ColumnRole role = rule is not null && column.Values.IsNumeric && rule.Role != ColumnRole.None && taken.Add(rule.Role) ? rule.Role : ColumnRole.None;
        return column with { Unit = unit, Role = role, Scope = rule?.Scope ?? ColumnScope.Record, Scale = scale };
    }

    private static RecordingColumn Duration(RecordingColumn column, ColumnRule rule, bool takesRole)
    {
        double[] seconds = new double[column.Values.Count];
        for (int row = 0; row < seconds.Length; row++)
        {
            seconds[row] = DurationText.Seconds(column.Values.Text(row)) ?? double.NaN;
        }

        return new RecordingColumn
        {
            Name = column.Name + " (s)",
            Unit = "s",
            Values = ColumnValues.Of(seconds),
            Role = takesRole ? rule.Role : ColumnRole.None,
            Scope = rule.Scope,
            Scale = ColumnScale.Of(1.0, "s"),
            IsDerived = true,
        };
    }
}
