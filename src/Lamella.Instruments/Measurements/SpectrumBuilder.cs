using System.Numerics;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Makes spectra from tables with a frequency and an impedance.</summary>
internal static class SpectrumBuilder
{
    /// <summary>Makes the spectra of a table: one per run of rows with the same number of sweep or cycle.</summary>
    internal static IEnumerable<DerivedMeasurement> From(RecordingTable table, ResultProvenance provenance, List<string> notes)
    {
        if (table.Find(ColumnRole.Frequency) is not { Scale: not null } frequency || Impedance(table) is not { } impedance)
        {
            return [];
        }

        double[] f = frequency.ToSi();
        int[] rows = [.. Enumerable.Range(0, f.Length).Where(row => f[row] > 0.0 && double.IsFinite(f[row]) && Complex.IsFinite(impedance[row]))];
        if (rows.Length == 0)
        {
            return [];
        }

        List<int[]> parts = Split(table, f, rows);
        int leftOut = f.Length - rows.Length;
        if (leftOut > 0)
        {
            notes.Add(FormattableString.Invariant($"{MeasurementBuilder.Title(table)}: {leftOut} of {f.Length} rows have no frequency above 0 with an impedance; they are in no spectrum."));
        }

        return parts.Select((part, number) => new DerivedMeasurement(
            parts.Count == 1 ? table.Name : FormattableString.Invariant($"{table.Name} spectrum {number + 1}").Trim(),
            new Spectrum(provenance, [.. part.Select(row => f[row])], [.. part.Select(row => impedance[row])]),
            part.Length,
            number == 0 ? leftOut : 0));
    }

    /// <summary>Numbers the spectra of a table.</summary>
    /// <returns>The number of the spectrum of each row, from 1, and 0 for rows in none; null for a table without spectra.</returns>
    internal static int[]? Numbers(RecordingTable table)
    {
        if (table.Find(ColumnRole.Frequency) is not { Scale: not null } frequency)
        {
            return null;
        }

        double[] f = frequency.ToSi();
        int[] numbers = new int[f.Length];
        List<int[]> parts = Split(table, f, [.. Enumerable.Range(0, f.Length).Where(row => f[row] > 0.0 && double.IsFinite(f[row]))]);
        for (int part = 0; part < parts.Count; part++)
        {
            foreach (int row in parts[part])
            {
                numbers[row] = part + 1;
            }
        }

        return numbers;
    }

    private static Complex[]? Impedance(RecordingTable table)
    {
        double[]? Si(ColumnRole role) => table.Find(role) is { Scale: not null } column ? column.ToSi() : null;
        if (Si(ColumnRole.ImpedanceReal) is { } real && Si(ColumnRole.ImpedanceImaginary) is { } imaginary)
        {
            return [.. real.Zip(imaginary, (re, im) => new Complex(re, im))];
        }

        return Si(ColumnRole.ImpedanceModulus) is { } modulus && Si(ColumnRole.ImpedancePhase) is { } phase
            ? [.. modulus.Zip(phase, Complex.FromPolarCoordinates)] : null;
    }

    private static List<int[]> Split(RecordingTable table, double[] f, int[] rows)
    {
        double[]? key = (table.Find(ColumnRole.Sweep) ?? table.Find(ColumnRole.Cycle))?.Values.ToNumbers();
        double[] measured = [.. rows.Select(row => f[row])];
        int[]? sweeps = SweepSplit.Number(measured);
        bool oneWay = IsOneWay(measured);
        var parts = new List<int[]>();
        int begin = 0;
        for (int i = 1; i <= rows.Length; i++)
        {
            if (i == rows.Length || StartsAnother(i))
            {
                parts.Add(rows[begin..i]);
                begin = i;
            }
        }

        return parts;

        // Records without impedance stand between two spectra or, as lost points, within one: the frequencies tell.
        bool StartsAnother(int i)
        {
            bool gap = rows[i] != rows[i - 1] + 1;
            return (key is not null && !key[rows[i]].Equals(key[rows[i - 1]]))
                || (sweeps is null ? gap && !oneWay : (gap || key is null) && sweeps[i] != sweeps[i - 1]);
        }
    }

    private static bool IsOneWay(double[] frequency)
    {
        int[] steps = [.. frequency.Skip(1).Zip(frequency, (next, last) => Math.Sign(next - last)).Distinct()];
        return steps is [not 0];
    }
}
