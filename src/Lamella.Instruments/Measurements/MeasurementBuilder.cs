using System.Collections.Immutable;
using System.Reflection;
using Lamella.Core.Provenance;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Makes measurements in SI from a recording: time series, spectra and sweeps, positive current charging.</summary>
/// <remarks>
/// Only the roles and scales of the columns are used, so that this is the same for every format. Nothing is resampled, sorted or
/// filled in. A row that lacks a number which the measurement needs is left out of it, counted, and stays in the table.
/// </remarks>
public static class MeasurementBuilder
{
    private static readonly string Version = typeof(MeasurementBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Makes the measurements.</summary>
    /// <param name="recording">What was read from a file.</param>
    /// <returns>The measurements and what was noted on the way.</returns>
    public static CanonicalMeasurements From(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var provenance = new ResultProvenance(Source(recording), [], Version, recording.File.Sha256);
        var items = ImmutableArray.CreateBuilder<DerivedMeasurement>();
        var notes = new List<string>();
        foreach (RecordingTable table in recording.Tables.Where(table => !table.IsSummary && table.RowCount > 0))
        {
            int before = items.Count;
            items.AddRange(SpectrumBuilder.From(table, provenance, notes));
            items.AddRange(SeriesBuilder.From(table, provenance, notes));
            items.AddRange(SweepBuilder.From(table, Technique(recording, table), provenance));
            if (items.Count == before)
            {
                notes.Add($"{Title(table)} holds no time with voltage and current, no impedance and no sweep; its columns are kept as they are.");
            }
        }

        return new CanonicalMeasurements(items.ToImmutable(), [.. notes]);
    }

    /// <summary>Names the instrument, and what was applied to its records since.</summary>
    private static string Source(Recording recording) =>
        string.Join("; ", [$"{recording.Format}: {recording.Instrument}", .. recording.Operations.Select(operation => operation.Text).Distinct()]);

    /// <summary>Names a table for messages.</summary>
    internal static string Title(RecordingTable table) => table.Name.Length > 0 ? $"Table '{table.Name}'" : "The table";

    private static string Technique(Recording recording, RecordingTable table) => table.Technique.Length > 0 ? table.Technique : recording.Technique;
}
