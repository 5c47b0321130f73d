using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Makes current–voltage sweeps of voltammetry, and of tables with voltage and current but without time.</summary>
internal static class SweepBuilder
{
    private static readonly string[] Voltammetries = ["CV", "CVA", "LSV", "Cyclic Voltammetry", "Linear Sweep", "Linear Scan", "Voltammetry"];

    /// <summary>Makes the sweeps of a table, one per cycle.</summary>
    internal static IEnumerable<DerivedMeasurement> From(RecordingTable table, string technique, ResultProvenance provenance)
    {
        double[]? Si(ColumnRole role) => table.Find(role) is { Scale: not null } column ? column.ToSi() : null;
        double[]? time = Si(ColumnRole.TestTime);
        bool isVoltammetry = Voltammetries.Any(name => technique.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name.Length > 3 && technique.Contains(name, StringComparison.OrdinalIgnoreCase)));
        if ((time is not null && !isVoltammetry) || table.Find(ColumnRole.Frequency) is not null
            || Si(ColumnRole.Voltage) is not { } voltage || Si(ColumnRole.Current) is not { } current)
        {
            return [];
        }

        int[] rows = [.. Enumerable.Range(0, voltage.Length).Where(row =>
            double.IsFinite(voltage[row]) && double.IsFinite(current[row]) && (time is null || double.IsFinite(time[row])))];
        double[]? cycle = table.Find(ColumnRole.Cycle)?.Values.ToNumbers();
        List<int[]> parts = [.. rows.GroupBy(row => cycle is null || double.IsNaN(cycle[row]) ? 0.0 : cycle[row]).Select(part => part.ToArray())];
        return parts.Select((part, number) => new DerivedMeasurement(
            parts.Count == 1 ? table.Name : FormattableString.Invariant($"{table.Name} sweep {number + 1}").Trim(),
            new Sweep(
                provenance, [.. part.Select(row => voltage[row])], [.. part.Select(row => current[row])],
                time is null ? [] : [.. part.Select(row => time[row])]),
            part.Length,
            number == 0 ? voltage.Length - rows.Length : 0));
    }
}
