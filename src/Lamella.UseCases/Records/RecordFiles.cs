using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Exporting;
using Lamella.Materials.Records.Storing;

namespace Lamella.UseCases.Records;

/// <summary>Where records come from and go to.</summary>
public static class RecordFiles
{
    private static readonly string[] Endings = [".csv", ".json", ".yaml", ".bib"];

    /// <summary>Gets the folder in which a user's own records are looked for when none is named: <c>lamella/records</c> in the folder for settings.</summary>
    public static string UserFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "lamella", "records");

    /// <summary>Gets the folder in which large files of records are kept as they were read: <c>lamella/records</c> in the user's folder for caches; null where there is no such folder.</summary>
    /// <remarks><c>XDG_CACHE_HOME</c> or <c>~/.cache</c>; on Windows <c>%LOCALAPPDATA%</c>. It may be deleted at any time.</remarks>
    public static string? CacheFolder
    {
        get
        {
            string stated = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? string.Empty;
            string caches = Path.IsPathFullyQualified(stated) ? stated
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
            return Path.IsPathFullyQualified(caches) ? Path.Combine(caches, "lamella", "records") : null; // a user without a home has none
        }
    }

    /// <summary>Reads the records that ship and those of the user.</summary>
    /// <param name="named">Folders and files that the user names; where there are none, the user's folder is read if it exists.</param>
    /// <param name="userFolder">That folder.</param>
    /// <param name="progress">Receives how many files are read, from any thread; null for nobody.</param>
    /// <param name="cancellation">No file is begun after it.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">A named path does not exist, or a file is faulty.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RecordLibrary Load(
        ImmutableArray<string> named, string userFolder, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default) => RecordLibrary.Load(
        !named.IsEmpty ? named : Directory.Exists(userFolder) ? [userFolder] : [], CacheFolder is { } folder ? new RecordCache(folder) : null, progress is null ? null : new FilesRead(progress), cancellation);

    /// <summary>Refuses a name of a file whose ending says no format, before anything is computed.</summary>
    /// <param name="path">Path of the file to write.</param>
    /// <exception cref="InputException">The ending is another one.</exception>
    public static void RequireFormat(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Endings.Contains(Path.GetExtension(path)))
        {
            throw new InputException(
                InputPlace.Whole(path), "the ending of the name says no format of records.", string.Join(", ", Endings), "Name a file such as records.csv.");
        }
    }

    /// <summary>Writes records as CSV, as JSON or YAML (which read back as a file of records) or as BibTeX, by the ending of the name; whole or not at all.</summary>
    /// <param name="records">The records.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InputException">The ending says no format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Export(ImmutableArray<LiteratureRecord> records, string path)
    {
        RequireFormat(path);
        AtomicFile.WriteText(path, writer =>
        {
            switch (Path.GetExtension(path))
            {
                case ".csv":
                    RecordCsv.Write(records, writer);
                    break;
                case ".bib":
                    RecordBibTex.Write(records, writer);
                    break;
                default:
                    writer.Write(RecordsJson.Text(records));
                    break;
            }
        });
    }

    private sealed class FilesRead(IProgress<RunProgress> whole) : IProgress<(int Read, int All)>
    {
        public void Report((int Read, int All) value) =>
            whole.Report(new RunProgress(FormattableString.Invariant($"reading records, {value.Read} of {value.All} files"), value.Read / (double)value.All));
    }
}
