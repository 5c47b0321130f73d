using System.Collections.Immutable;
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
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
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

    private static ImportedFile ReadOne(ImportSource source, ImportOptions options, string? draft, HashSet<string> names, CancellationToken interruption)
    {
        Recording recording;
        try
        {
            recording = InstrumentReader.Read(source.Path, options, interruption);
        }
        catch (InputException refusal) when (!source.IsNamed)
        {
            return new ImportedFile(source.Shown, null, refusal.Problem);
        }

        ImmutableArray<(string, int)> written = draft is null ? [] : Write(recording, draft, names);
        return ImportedFile.Of(source.Shown, recording, MeasurementBuilder.From(recording)) with { Written = written };
    }

    private static ImmutableArray<(string File, int Rows)> Write(Recording recording, string draft, HashSet<string> names)
    {
        var written = ImmutableArray.CreateBuilder<(string, int)>();
        Directory.CreateDirectory(Path.Combine(draft, ResultFolder.SeriesFolder));
        RecordingTable[] tables = [.. recording.Tables.Where(table => !table.IsSummary && table.RowCount > 0)];
        foreach (RecordingTable table in tables)
        {
            string stem = FileNames.Stem(recording.File.Name, tables.Length > 1 ? table.Name : string.Empty);
            string name = Path.Combine(ResultFolder.SeriesFolder, FileNames.Unique(names, stem) + ResultFolder.SeriesEnding);
            using var writer = new StreamWriter(Path.Combine(draft, name)) { NewLine = "\n" };
            int rows = BdfExport.Write(table, writer);
            written.Add((name.Replace('\\', '/'), rows));
        }

        return written.ToImmutable();
    }
}
