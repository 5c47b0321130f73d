using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>The records of a table that have time, voltage and, where it is recorded, current; and the steps that they form.</summary>
internal sealed class RecordSpan
{
    private readonly double[]? run;

    /// <summary>Initializes a new instance of the <see cref="RecordSpan"/> class.</summary>
    internal RecordSpan(RecordingTable table)
    {
        double[] time = table.Find(ColumnRole.TestTime)!.ToSi(), voltage = table.Find(ColumnRole.Voltage)!.ToSi();
        double[]? current = table.Find(ColumnRole.Current) is { Scale: not null } column ? column.ToSi() : null;
        Rows = [.. Enumerable.Range(0, table.RowCount).Where(row =>
            double.IsFinite(time[row]) && double.IsFinite(voltage[row]) && double.IsFinite(current?[row] ?? 0.0))];
        Time = Of(time);
        Voltage = Of(voltage);
        Current = current is null ? null : Of(current);
        IsMean = table.Find(ColumnRole.Current)?.Scope == ColumnScope.Interval;
        run = table.Find(ColumnRole.RunStep) is { Values.IsNumeric: true } steps ? Of(steps.Values.ToNumbers()) : null;
        LeftOut = table.RowCount - Rows.Length;
    }

    /// <summary>Gets the rows of the table that are records here, rising.</summary>
    internal int[] Rows { get; }

    /// <summary>Gets the number of rows that lack a number.</summary>
    internal int LeftOut { get; }

    /// <summary>Gets the time [s], shape (records).</summary>
    internal double[] Time { get; }

    /// <summary>Gets the voltage [V], shape (records).</summary>
    internal double[] Voltage { get; }

    /// <summary>Gets the current [A], positive charges, shape (records); null where it is not recorded.</summary>
    internal double[]? Current { get; }

    /// <summary>Gets whether a current is the mean since the record before and not the value at the record.</summary>
    internal bool IsMean { get; }

    /// <summary>Gets the first row of the table whose time is below that of the record before it in the same step; null for none.</summary>
    internal int? FirstBackwards
    {
        get
        {
            int at = Enumerable.Range(1, Math.Max(0, Rows.Length - 1)).FirstOrDefault(i => Time[i] < Time[i - 1] && !BeginsStep(i));
            return at > 0 ? Rows[at] : null;
        }
    }

    /// <summary>Takes values of the table at the records.</summary>
    internal double[] Of(double[] values) => [.. Rows.Select(row => values[row])];

    /// <summary>Lists the steps as they were run: first and last record of each; one step where none are recorded.</summary>
    internal IEnumerable<(int First, int Last)> Steps()
    {
        int first = 0;
        for (int i = 1; i <= Rows.Length; i++)
        {
            if (i == Rows.Length || BeginsStep(i))
            {
                yield return (first, i - 1);
                first = i;
            }
        }
    }

    private bool BeginsStep(int record) => run is not null && !run[record].Equals(run[record - 1]);
}
