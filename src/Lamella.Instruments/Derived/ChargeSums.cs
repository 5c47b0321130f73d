using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Derived;

/// <summary>Charge and energy since the beginning of a step or cycle, from current and voltage alone.</summary>
/// <remarks>
/// Instruments reset their own sums when the schedule says so, which the file does not. These are integrals over time by the
/// trapezoidal rule; nothing is added over the gap between two steps or where time does not go on.
/// </remarks>
internal static class ChargeSums
{
    private const string StepCharge = "Step Charge", StepEnergy = "Step Energy", CycleCharge = "Cycle Charge", CycleEnergy = "Cycle Energy";

    /// <summary>Makes four columns.</summary>
    /// <param name="time">Test time [s], shape (records).</param>
    /// <param name="current">Current [A], positive charges, shape (records).</param>
    /// <param name="voltage">Voltage [V], shape (records).</param>
    /// <param name="run">Run counter of the steps, shape (records).</param>
    /// <param name="cycle">Cycle, shape (records); null where there is none.</param>
    /// <returns>Charge and energy of the step, and of the cycle where there is one.</returns>
    internal static IEnumerable<RecordingColumn> Columns(double[] time, double[] current, double[] voltage, int[] run, double[]? cycle)
    {
        yield return Column(StepCharge, "C", ColumnScope.Step, Sum(time, current, voltage: null, row => run[row] != run[row - 1], run));
        yield return Column(StepEnergy, "J", ColumnScope.Step, Sum(time, current, voltage, row => run[row] != run[row - 1], run));
        if (cycle is not null)
        {
            yield return Column(CycleCharge, "C", ColumnScope.Cycle, Sum(time, current, voltage: null, row => !cycle[row].Equals(cycle[row - 1]), run));
            yield return Column(CycleEnergy, "J", ColumnScope.Cycle, Sum(time, current, voltage, row => !cycle[row].Equals(cycle[row - 1]), run));
        }
    }

    /// <summary>Makes the columns anew where a table has them, after a unit was stated otherwise.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The table; unchanged where it has none of them.</returns>
    internal static RecordingTable Renew(RecordingTable table)
    {
        double[]? Si(ColumnRole role) => table.Find(role) is { Scale: not null } column ? column.ToSi() : null;
        RecordingColumn[] old = [.. table.Columns.Where(column => column.IsDerived && column.Name is StepCharge or StepEnergy or CycleCharge or CycleEnergy)];
        if (old.Length == 0 || table.Find(ColumnRole.RunStep) is not { } run
            || Si(ColumnRole.TestTime) is not { } time || Si(ColumnRole.Current) is not { } current || Si(ColumnRole.Voltage) is not { } voltage)
        {
            return table;
        }

        int[] runs = [.. run.Values.ToNumbers().Select(number => (int)number)];
        RecordingColumn[] made = [.. Columns(time, current, voltage, runs, table.Find(ColumnRole.Cycle)?.Values.ToNumbers())];
        return table with { Columns = [.. table.Columns.Select(column => old.Contains(column) ? made.FirstOrDefault(sum => sum.Name == column.Name) ?? column : column)] };
    }

    /// <summary>Integrates charge, or energy, from the first record on without ever resetting.</summary>
    /// <param name="time">Test time [s], shape (records).</param>
    /// <param name="current">Current [A], positive charges, shape (records).</param>
    /// <param name="voltage">Voltage [V], shape (records), for the energy; null for the charge.</param>
    /// <param name="run">Run counter of the steps, shape (records).</param>
    /// <returns>Charge [C] or energy [J], shape (records); 0 at the first one.</returns>
    internal static double[] SinceFirst(double[] time, double[] current, double[]? voltage, int[] run) =>
        Sum(time, current, voltage, _ => false, run);

    /// <summary>Integrates charge, or energy, from the first record on where a current is the mean since the record before.</summary>
    /// <param name="time">Test time [s], shape (records).</param>
    /// <param name="current">Mean current since the record before [A], positive charges, shape (records).</param>
    /// <param name="voltage">Voltage [V], shape (records), for the energy; null for the charge.</param>
    /// <returns>Charge [C] or energy [J], shape (records); 0 at the first one.</returns>
    internal static double[] SinceFirstOfMeans(double[] time, double[] current, double[]? voltage)
    {
        double[] sums = new double[time.Length];
        for (int row = 1; row < sums.Length; row++)
        {
            double span = time[row] - time[row - 1];
            double factor = voltage is null ? 1.0 : 0.5 * (voltage[row - 1] + voltage[row]);
            double added = span > 0.0 ? current[row] * factor * span : 0.0;
            sums[row] = sums[row - 1] + (double.IsFinite(added) ? added : 0.0);
        }

        return sums;
    }

    private static double[] Sum(double[] time, double[] current, double[]? voltage, Func<int, bool> resets, int[] run)
    {
        double[] sums = new double[time.Length];
        for (int row = 1; row < sums.Length; row++)
        {
            double span = time[row] - time[row - 1];
            double before = Rate(row - 1), now = Rate(row);
            double added = run[row] == run[row - 1] && span > 0.0 ? 0.5 * (before + now) * span : 0.0;
            sums[row] = (resets(row) ? 0.0 : sums[row - 1]) + (double.IsFinite(added) ? added : 0.0);
        }

        return sums;

        double Rate(int row) => voltage is null ? current[row] : current[row] * voltage[row];
    }

    private static RecordingColumn Column(string name, string unit, ColumnScope scope, double[] values) => new()
    {
        Name = name, Unit = unit, Values = ColumnValues.Of(values), Scope = scope, Scale = ColumnScale.Of(1.0, unit), IsDerived = true,
    };
}
