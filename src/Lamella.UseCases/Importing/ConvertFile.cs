using System.Collections.Immutable;
using Lamella.Core.Arrays;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Instruments.Export;
using Lamella.Instruments.Operations;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>Converts one instrument file.</summary>
public static class ConvertFile
{
    /// <summary>Reads a file and writes it in another format; every file appears whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The format to write.</param>
    /// <param name="output">The file to write; null for a name beside the input's own in the current folder. Further tables get their name before the ending.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="operations">Filters and resampling to apply, in order; none writes every record.</param>
    /// <param name="interruption">Ends the reading early.</param>
    /// <returns>The recording, the operations among it, and the files written with their rows.</returns>
    /// <exception cref="InputException">The file cannot be read, would be overwritten, or holds nothing that the format can carry; an operation cannot be applied.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Conversion Run(
        string path, ConversionTarget target, string? output, ImportOptions options, IReadOnlyList<RowOperation> operations, CancellationToken interruption)
    {
        ArgumentNullException.ThrowIfNull(operations);
        string ending = target switch { ConversionTarget.Bdf => ".bdf.csv", ConversionTarget.Npz => ".npz", _ => ".csv" };
        string file = output ?? FileNames.Stem(path, string.Empty) + ending;
        if (Path.GetFullPath(file) == Path.GetFullPath(path))
        {
            throw new InputException(InputPlace.Whole(file), "would replace the file that is converted.", string.Empty, "Name another file with --output.");
        }

        if (target == ConversionTarget.Bdf && operations.Count == 0 && StreamedConversion.TryRun(path, file, options, interruption) is { } streamed)
        {
            return streamed;
        }

        Recording read = InstrumentReader.Read(path, options, interruption);
        Recording recording = RowOperations.Apply(read, operations, interruption);
        RecordingTable[] tables = [.. recording.Tables.Where(table => table.RowCount > 0 && (target != ConversionTarget.Bdf || !table.IsSummary))];
        if (tables.Length == 0)
        {
            throw new InputException(
                InputPlace.Whole(path), "holds no record to write.", "a file with records.", "See what is in it with 'lamella inspect'.");
        }

        if (target == ConversionTarget.Npz)
        {
            NpzFile.Write(file, NpzExport.Arrays(recording));
            return new Conversion(recording, read.RowCount, [(file, recording.RowCount)]);
        }

        RecordingTable[] written = [.. tables.Where(table => target != ConversionTarget.Bdf || BdfExport.Carries(table))];
        string[] left = [.. tables.Except(written).Select(table => $"Table '{table.Name}' is not written: BDF has no column for it; --to csv and --to npz carry it.")];
        var conversion = new Conversion(recording with { Warnings = [.. recording.Warnings, .. left] }, read.RowCount, WriteTables(written, target, file));
        return operations.Count == 0 ? conversion : WithDescription(conversion, file);
    }

    /// <summary>Writes what was applied into a JSON file beside a text, as BDF has its metadata.</summary>
    private static Conversion WithDescription(Conversion conversion, string file)
    {
        string description = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? file[..^".csv".Length] + ".json" : file + ".json";
        AtomicFile.Write(description, stream => JsonFile.Write(stream, conversion.Members));
        return conversion with { Description = description };
    }

    private static ImmutableArray<(string File, long Rows)> WriteTables(RecordingTable[] tables, ConversionTarget target, string file)
    {
        if (tables.Length == 0)
        {
            throw new InputException(
                InputPlace.Whole(file), "has neither time, voltage, current nor frequency, which BDF is about.", string.Empty, "Write it with --to csv or --to npz.");
        }

        var written = ImmutableArray.CreateBuilder<(string, long)>(tables.Length);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (RecordingTable table in tables)
        {
            string name = tables.Length == 1 ? file : WithTable(file, table.Name, names);
            int rows = 0;
            AtomicFile.WriteText(name, writer => rows = target == ConversionTarget.Bdf ? BdfExport.Write(table, writer) : PlainCsvExport.Write(table, writer));
            written.Add((name, rows));
        }

        return written.ToImmutable();
    }

    private static string WithTable(string file, string table, HashSet<string> names)
    {
        string name = Path.GetFileName(file);
        int dot = name.IndexOf('.');
        (string stem, string ending) = dot > 0 ? (name[..dot], name[dot..]) : (name, string.Empty);
        string unique = FileNames.Unique(names, FileNames.Stem(stem + ".x", table.Length > 0 ? table : "table"));
        return Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, unique + ending);
    }
}
