using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Computes the columns that EC-Lab does not store and shows only on export. They are labelled as derived.</summary>
internal static class BioLogicDerived
{
    private const double SecondsPerHour = 3600.0;
    private const int GalvanostaticMode = 1, PotentiostaticMode = 2;

    /// <summary>Computes what can be computed from the stored columns and is not among them.</summary>
    /// <param name="stored">The columns of the file.</param>
    /// <param name="technique">The technique: at open circuit no current flows, which EC-Lab does not store.</param>
    internal static IEnumerable<RecordingColumn> Of(IReadOnlyList<RecordingColumn> stored, string technique)
    {
        var byName = new Dictionary<string, RecordingColumn>(StringComparer.Ordinal);
        foreach (RecordingColumn column in stored)
        {
            byName.TryAdd(column.Name, column); // a damaged file may name a column twice
        }

        double[]? Get(string name) => byName.GetValueOrDefault(name)?.Values.ToNumbers();
        foreach (RecordingColumn column in Control(Get).Concat(Current(Get, technique)).Concat(HalfCycles(Get)).Concat(Impedance(Get)))
        {
            if (!byName.ContainsKey(column.Name))
            {
                yield return column;
            }
        }
    }

    /// <summary>The control is a potential in rows of mode 2 and a current in those of mode 1; at rest (mode 3) it is neither.</summary>
    private static IEnumerable<RecordingColumn> Control(Func<string, double[]?> get)
    {
        if (get("control/V/mA") is { } control && get("mode") is { } mode)
        {
            yield return Derived("control/V", "V", control.Zip(mode, (value, kind) => kind == PotentiostaticMode ? value : double.NaN));
            yield return Derived("control/mA", "mA", control.Zip(mode, (value, kind) => kind == GalvanostaticMode ? value : double.NaN));
        }
    }

    /// <summary>The mean current since the record before, from the charge of that interval.</summary>
    private static IEnumerable<RecordingColumn> Current(Func<string, double[]?> get, string technique)
    {
        if (get("I/mA") is not null || get("<I>/mA") is not null || get("time/s") is not { } time)
        {
            yield break;
        }

        double[]? interval = get("dq/mA.h") ?? get("dQ/mA.h") ?? get("dQ/C")?.Select(charge => charge / 3.6).ToArray()
            ?? Differences(get("(Q-Qo)/mA.h"));
        if (interval is null && (technique == "OCV" || technique.StartsWith("Open Circuit", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Derived("I/mA", "mA", new double[time.Length]);
        }

        if (interval is not null)
        {
            yield return Derived("<I>/mA", "mA", MeanCurrent(time, interval, get("control/V/mA") ?? get("control/mA"), get("mode")), ColumnScope.Interval);
        }
    }

    private static double[] MeanCurrent(double[] time, double[] charge, double[]? control, double[]? mode)
    {
        double[] current = new double[time.Length];
        for (int row = 0; row < current.Length; row++)
        {
            double span = row > 0 ? time[row] - time[row - 1] : 0.0;

            // A record without an interval (the first one) has no mean current; one that passed no charge is shown as 0, as
            // EC-Lab does, and for one that did, the set current stands where one is set.
            bool isSet = mode is not null && control is not null && mode[row] == GalvanostaticMode;
            current[row] = span > 0.0 ? charge[row] * SecondsPerHour / span : charge[row] == 0.0 ? 0.0 : isSet ? control![row] : double.NaN;
        }

        return current;
    }

    private static double[]? Differences(double[]? total)
    {
        if (total is null)
        {
            return null;
        }

        double[] differences = new double[total.Length];
        for (int row = 1; row < total.Length; row++)
        {
            differences[row] = total[row] - total[row - 1];
        }

        return differences;
    }

    private static IEnumerable<RecordingColumn> HalfCycles(Func<string, double[]?> get)
    {
        if (get("Q charge/discharge/mA.h") is { } charge)
        {
            yield return Derived("Q discharge/mA.h", "mA.h", charge.Select(value => Math.Max(0.0, -value)), ColumnScope.HalfCycle);
            yield return Derived("Q charge/mA.h", "mA.h", charge.Select(value => Math.Max(0.0, value)), ColumnScope.HalfCycle);
        }

        if (get("half cycle") is { } half && get("cycle number") is null)
        {
            yield return Derived("cycle number", string.Empty, half.Select(value => Math.Floor(value / 2.0)), ColumnScope.Cycle);
        }
    }

    /// <summary>Real and imaginary part where only modulus and phase are stored.</summary>
    private static IEnumerable<RecordingColumn> Impedance(Func<string, double[]?> get)
    {
        if (get("Re(Z)/Ohm") is null && get("|Z|/Ohm") is { } modulus && get("Phase(Z)/deg") is { } phase)
        {
            yield return Derived("Re(Z)/Ohm", "Ohm", modulus.Zip(phase, (z, angle) => z * Math.Cos(double.DegreesToRadians(angle))));
            yield return Derived("-Im(Z)/Ohm", "Ohm", modulus.Zip(phase, (z, angle) => -z * Math.Sin(double.DegreesToRadians(angle))));
        }
    }

    private static RecordingColumn Derived(string name, string unit, IEnumerable<double> values, ColumnScope scope = ColumnScope.Record) =>
        new() { Name = name, Unit = unit, Values = ColumnValues.Of(values.ToArray()), Scope = scope, IsDerived = true };
}
