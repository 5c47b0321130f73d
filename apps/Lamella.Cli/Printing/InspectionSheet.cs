using System.Globalization;
using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Importing;

namespace Lamella.Cli.Printing;

/// <summary>What is in an instrument file, on one screen.</summary>
internal static class InspectionSheet
{
    private const int FewSettings = 6, LongestSetting = 60, MostTables = 8, MostColumns = 30;

    /// <summary>Prints an inspection.</summary>
    internal static void Print(Inspection inspection, bool everySetting, TextWriter output)
    {
        Recording recording = inspection.Recording;
        Line(output, "file", string.Create(CultureInfo.InvariantCulture, $"{recording.File.Name}, {recording.File.Length} bytes{(recording.File.Container.Length > 0 ? ", packed with " + recording.File.Container : string.Empty)}"));
        Line(output, "format", $"{inspection.Title}{(recording.FormatVersion.Length > 0 ? ", version " + recording.FormatVersion : string.Empty)} ({inspection.Reason})");
        Line(output, "instrument", recording.Instrument);
        Line(output, "technique", recording.Technique.Length > 0 ? recording.Technique : "not stated");
        if (recording.Started is { } started)
        {
            Line(output, "started", started.Local.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + (started.Offset is null ? " on the instrument's clock" : string.Empty));
        }

        foreach (RecordingTable table in recording.Tables.Take(MostTables))
        {
            PrintTable(table, output);
        }

        if (recording.Tables.Length > MostTables)
        {
            Line(output, string.Empty, string.Create(CultureInfo.InvariantCulture, $"and {recording.Tables.Length - MostTables} more tables"));
        }

        if (recording.Tables.SelectMany(table => table.Columns).Any(column => column.IsDerived || !column.IsKnown))
        {
            Line(output, string.Empty, "* computed by Lamella beside the vendor's columns; ? kept although its meaning is not known");
        }

        PrintSettings(recording, everySetting, output);
        ImportSheet.PrintNotes(recording, inspection.Measurements.Notes, output);
        PrintSignal(inspection.Measurements, output);
    }

    private static void PrintTable(RecordingTable table, TextWriter output)
    {
        string stated = table.StatedRowCount is { } count && count != table.RowCount ? string.Create(CultureInfo.InvariantCulture, $" of {count} stated") : string.Empty;
        string counters = string.Concat(
            Count(table, ColumnRole.Cycle, "cycles"), Count(table, ColumnRole.RunStep, "steps run"), Count(table, ColumnRole.ProgramStep, "program steps"));
        Line(output, "table", string.Create(CultureInfo.InvariantCulture, $"{(table.Name.Length > 0 ? table.Name + ": " : string.Empty)}{table.RowCount}{stated} rows{counters}{(table.IsSummary ? " (a summary)" : string.Empty)}"));
        if (!table.IsSummary)
        {
            var names = table.Columns.Select(column => column.Name + (column.IsDerived ? "*" : string.Empty) + (column.IsKnown ? string.Empty : "?"));
            string more = table.Columns.Length > MostColumns ? string.Create(CultureInfo.InvariantCulture, $" and {table.Columns.Length - MostColumns} more") : string.Empty;
            Line(output, "columns", string.Join(", ", names.Take(MostColumns)) + more);
        }
    }

    private static string Count(RecordingTable table, ColumnRole role, string what) => table.Find(role) is { } column
        ? string.Create(CultureInfo.InvariantCulture, $", {column.Values.ToNumbers().Where(double.IsFinite).Distinct().Count()} {what}") : string.Empty;

    private static void PrintSettings(Recording recording, bool every, TextWriter output)
    {
        Setting[] shown = [.. recording.Settings.Where(setting => every || (setting.Text.Length is > 0 and <= LongestSetting)).Take(every ? int.MaxValue : FewSettings)];
        foreach (Setting setting in shown)
        {
            Line(output, "setting", string.Join(" | ", setting.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        }

        if (shown.Length < recording.Settings.Length)
        {
            Line(output, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{recording.Settings.Length} settings in all; --settings prints them"));
        }
    }

    private static void PrintSignal(CanonicalMeasurements measurements, TextWriter output)
    {
        foreach (DerivedMeasurement item in measurements.Items.Take(MostTables))
        {
            Line(output, "measurement", $"{(item.Name.Length > 0 ? item.Name + ": " : string.Empty)}{Describe(item)}");
        }

        if (measurements.Items.Length > MostTables)
        {
            Line(output, string.Empty, string.Create(CultureInfo.InvariantCulture, $"and {measurements.Items.Length - MostTables} more measurements"));
        }

        if (measurements.Items is [var first, ..])
        {
            output.Write(SignalSketch.Draw(first.Measurement));
        }

        if (measurements.Items.Any(item => item.Measurement is Spectrum))
        {
            output.WriteLine("Impedances are those of the whole cell; no area was assumed.");
        }
    }

    private static string Describe(DerivedMeasurement item) => item.Measurement switch
    {
        TimeSeries series => string.Create(CultureInfo.InvariantCulture, $"time series, {series.Length} samples, {series.Time[0]:G6} to {series.Time[^1]:G6} s, {series.Voltage.Min():G5} to {series.Voltage.Max():G5} V, {series.Current.Min():G4} to {series.Current.Max():G4} A"),
        Spectrum spectrum => string.Create(CultureInfo.InvariantCulture, $"spectrum, {spectrum.Frequency.Length} frequencies, {spectrum.Frequency.Max():G5} to {spectrum.Frequency.Min():G5} Hz, Z' {spectrum.Real.Min():G4} to {spectrum.Real.Max():G4} ohm"),
        Sweep sweep => string.Create(CultureInfo.InvariantCulture, $"sweep, {sweep.Voltage.Length} samples, {sweep.Voltage.Min():G5} to {sweep.Voltage.Max():G5} V"),
        _ => item.Measurement.GetType().Name,
    };

    private static void Line(TextWriter output, string name, string text) => output.WriteLine($"{name,-12}{text}");
}
