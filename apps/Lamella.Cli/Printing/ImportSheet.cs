using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Importing;

namespace Lamella.Cli.Printing;

/// <summary>A finished import as text: rows in and rows out of every file, what was decided, what to mind.</summary>
internal static class ImportSheet
{
    private const int FewForeign = 3;

    /// <summary>Prints an import.</summary>
    internal static void Print(ImportReport report, string? folder, bool everyFile, TextWriter output)
    {
        ImportedFile[] foreign = [.. report.Files.Where(file => file.IsForeign)];
        bool sumsUp = foreign.Length > 1 && !everyFile;
        foreach (ImportedFile file in report.Files.Where(file => !(sumsUp && file.IsForeign)))
        {
            if (file.Recording is not { } recording)
            {
                output.WriteLine($"{file.Path}: not read: {file.Failure}");
                continue;
            }

            string technique = recording.Technique.Length > 0 ? $", {recording.Technique}" : string.Empty;
            output.WriteLine($"{file.Path}: {recording.Format}{technique}");
            string rowsOut = folder is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" = {file.RowsOut} rows out");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.RowsIn} rows in{rowsOut}; {Measurements(file)}"));
            PrintNotes(recording, file.Notes, output);
        }

        if (sumsUp)
        {
            string more = foreign.Length > FewForeign ? string.Create(CultureInfo.InvariantCulture, $" and {foreign.Length - FewForeign} more") : string.Empty;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{foreign.Length} files of no known format: {string.Join(", ", foreign.Take(FewForeign).Select(file => file.Path))}{more} (list with --verbose)"));
        }

        int read = report.Files.Count(file => file.Recording is not null);
        if (report.Files.Length > 1)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} of {report.Files.Length} files read, {report.RowsIn} rows in{(folder is null ? string.Empty : FormattableString.Invariant($", {report.RowsOut} rows out"))}."));
        }

        output.WriteLine(folder is null ? "Nothing was written: add --output FOLDER." : $"written: {Path.Combine(folder, "result.json")}, one BDF CSV per table, and all columns of each file as NumPy arrays");
    }

    /// <summary>Prints a conversion.</summary>
    internal static void PrintConversion(Conversion conversion, TextWriter output)
    {
        Recording recording = conversion.Recording;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recording.File.Path}: {recording.Format}, {conversion.RowsIn} rows in"));
        foreach (AppliedOperation operation in recording.Operations)
        {
            output.WriteLine($"  applied: {operation}");
            foreach (string note in operation.Notes)
            {
                output.WriteLine($"    {note}");
            }
        }

        foreach ((string file, long rows) in conversion.Written)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file}: {rows} rows out"));
        }

        if (conversion.Description.Length > 0)
        {
            output.WriteLine($"  {conversion.Description}: what was applied, and the metadata");
        }

        PrintNotes(recording, [], output);
    }

    /// <summary>Prints decisions, notes, warnings and what is missing.</summary>
    internal static void PrintNotes(Recording recording, ImmutableArray<string> notes, TextWriter output)
    {
        foreach (Decision decision in recording.Decisions)
        {
            output.WriteLine($"  decided: {decision}");
        }

        foreach (string note in notes)
        {
            output.WriteLine($"  note: {note}");
        }

        foreach (string warning in recording.Warnings)
        {
            output.WriteLine($"  warning: {warning}");
        }

        foreach (Shortfall shortfall in recording.Shortfalls)
        {
            output.WriteLine($"  incomplete: {shortfall}");
        }
    }

    private static string Measurements(ImportedFile file)
    {
        var kinds = file.Measurements.GroupBy(item => item.Kind).Select(group => string.Create(
            CultureInfo.InvariantCulture, $"{group.Count()} {Name(group.Key, group.Count())} of {group.Sum(item => item.Rows)} rows"));
        return file.Measurements.IsEmpty ? "no measurement in SI" : string.Join(", ", kinds);
    }

    private static string Name(string kind, int count) => (kind, count) switch
    {
        ("TimeSeries", _) => "time series",
        ("Spectrum", 1) => "spectrum",
        ("Spectrum", _) => "spectra",
        (_, 1) => kind.ToLowerInvariant(),
        _ => kind.ToLowerInvariant() + "s",
    };
}
