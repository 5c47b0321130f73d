using System.Collections.Immutable;
using Lamella.Core.Arrays;
using Lamella.Core.Errors;
using Lamella.Instruments.Export;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>Imports files and folders of files as the measurements of one study.</summary>
public static class ImportFiles
{
    /// <summary>Imports and writes a result folder, whole or not at all.</summary>
    /// <param name="paths">Files, and folders whose files are taken with those of their subfolders.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="folder">Where to write; null to write nothing.</param>
    /// <param name="progress">Told about every file; null for nobody.</param>
    /// <param name="interruption">Ends the import early; nothing is written then.</param>
    /// <returns>What was read and written. Files of a folder that no format recognises are in it with their failure.</returns>
    /// <exception cref="InputException">A path does not exist, a file that was named cannot be read, or none of a folder can.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ImportReport Run(
        IReadOnlyList<string> paths, ImportOptions options, string? folder, IProgress<RunProgress>? progress, CancellationToken interruption)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<ImportSource> sources = ImportSource.Expand(paths);
        if (folder is null)
        {
            return Read(sources, options, draft: null, progress, interruption);
        }

        ResultFolder.RequireReplaceable(folder);
        ImportReport? report = null;
        ResultFolder.Write(folder, inside =>
        {
            report = Read(sources, options, inside, progress, interruption);
            report.WriteIndex(inside);
        });
        return report!;
    }

    private static ImportReport Read(
        ImmutableArray<ImportSource> sources, ImportOptions options, string? draft, IProgress<RunProgress>? progress, CancellationToken interruption)
    {
        var files = ImmutableArray.CreateBuilder<ImportedFile>(sources.Length);
        (HashSet<string> Tables, HashSet<string> Columns) names = (new(StringComparer.OrdinalIgnoreCase), new(StringComparer.OrdinalIgnoreCase));
        for (int i = 0; i < sources.Length; i++)
        {
            interruption.ThrowIfCancellationRequested();
            progress?.Report(new RunProgress(sources[i].Shown, (double)i / sources.Length));
            files.Add(ReadOne(sources[i], options, draft, names, interruption));
        }

        if (files.All(file => file.Recording is null))
        {
            throw new InputException(
                InputPlace.Whole(sources[0].Shown), "no file of the folder can be read as a measurement.",
                "files of the formats that 'lamella inspect' knows.", $"The first one fails so: {files[0].Failure}");
        }

        return new ImportReport(files.ToImmutable());
    }

    private static ImportedFile ReadOne(
        ImportSource source, ImportOptions options, string? draft, (HashSet<string> Tables, HashSet<string> Columns) names, CancellationToken interruption)
    {
        Recording recording;
        try
        {
            recording = InstrumentReader.Read(source.Path, options, interruption);
        }
        catch (InputException refusal) when (!source.IsNamed)
        {
            return new ImportedFile(source.Shown, null, refusal.Problem) { IsForeign = refusal is UnknownFormatException };
        }

        ImportedFile file = ImportedFile.Of(source.Shown, recording, MeasurementBuilder.From(recording));
        return draft is null ? file : file with { Written = WriteTables(recording, draft, names.Tables), Columns = WriteColumns(recording, draft, names.Columns) };
    }

    /// <summary>Writes every record: what BDF carries as BDF, other tables as they are.</summary>
    private static ImmutableArray<(string File, int Rows)> WriteTables(Recording recording, string draft, HashSet<string> names)
    {
        var written = ImmutableArray.CreateBuilder<(string, int)>();
        Directory.CreateDirectory(Path.Combine(draft, ResultFolder.SeriesFolder));
        RecordingTable[] tables = [.. recording.Tables.Where(table => !table.IsSummary && table.RowCount > 0)];
        foreach (RecordingTable table in tables)
        {
            bool isBdf = BdfExport.Carries(table);
            string stem = FileNames.Unique(names, FileNames.Stem(recording.File.Name, tables.Length > 1 ? table.Name : string.Empty));
            string name = Path.Combine(ResultFolder.SeriesFolder, stem + (isBdf ? ResultFolder.SeriesEnding : ResultFolder.TableEnding));
            using var writer = new StreamWriter(Path.Combine(draft, name)) { NewLine = "\n" };
            written.Add((name.Replace('\\', '/'), isBdf ? BdfExport.Write(table, writer) : PlainCsvExport.Write(table, writer)));
        }

        return written.ToImmutable();
    }

    /// <summary>Writes all columns of a file, untouched, with its settings.</summary>
    private static string WriteColumns(Recording recording, string draft, HashSet<string> names)
    {
        string name = Path.Combine(
            ResultFolder.SeriesFolder, FileNames.Unique(names, FileNames.Stem(recording.File.Name, string.Empty)) + ResultFolder.ColumnsEnding);
        using FileStream stream = File.Create(Path.Combine(draft, name));
        NpzFile.Write(stream, NpzExport.Arrays(recording));
        return name.Replace('\\', '/');
    }
}
