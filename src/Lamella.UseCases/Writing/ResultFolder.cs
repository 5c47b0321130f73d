using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.UseCases.Whole;

namespace Lamella.UseCases.Writing;

/// <summary>A folder of results: written as a whole, and never in the place of anything but an older result.</summary>
public static class ResultFolder
{
    /// <summary>Name of the summary that every result has.</summary>
    internal const string SummaryFile = "result.json";

    /// <summary>Name of the table of an experiment.</summary>
    internal const string FindingsFile = "findings.csv";

    /// <summary>Name of the table of a spectrum.</summary>
    internal const string SpectrumFile = "spectrum.csv";

    /// <summary>Name of the table of what a spectrum consists of.</summary>
    internal const string SpectrumPartsFile = "spectrum.parts.csv";

    /// <summary>Name of the archive of maps, voxel by voxel.</summary>
    internal const string MapsFile = "maps.npz";

    /// <summary>Name of the folder with the records of a study.</summary>
    internal const string SeriesFolder = "series";

    /// <summary>Name of the page of a study.</summary>
    internal const string DossierFile = "dossier.html";

    /// <summary>Ending of the name of a record.</summary>
    internal const string SeriesEnding = ".bdf.csv";

    /// <summary>Ending of the name of a table of an instrument that Battery Data Format cannot carry.</summary>
    internal const string TableEnding = ".table.csv";

    /// <summary>Ending of the name of all columns of an instrument's file.</summary>
    internal const string ColumnsEnding = ".columns.npz";

    private static readonly string[] OfImports = [TableEnding, ColumnsEnding];

    private const string Allowed = "a folder that does not exist yet, is empty, or holds an earlier result";

    // File managers leave these behind when somebody has looked into a folder.
    private static readonly string[] LeftByFileManagers = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Refuses a folder that results must not replace; call it before anything long is computed.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">
    /// The path is empty, the root or the current folder, leads through a file, or names a folder that holds anything but
    /// an earlier result.
    /// </exception>
    public static void RequireReplaceable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw Refused("the folder of the results", "its name is empty.", "Name a folder, such as results/my-cell.");
        }

        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (FileOnTheWay(target) is { } file)
        {
            throw Refused(path, $"'{file}' is a file.", "Name another folder for the results.");
        }

        if (Path.GetDirectoryName(target) is null || target == Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory))
        {
            throw Refused(
                path, "results replace a folder as a whole, which this one cannot be.", "Name a folder inside it, such as results/my-cell.");
        }

        if (Directory.Exists(target) && Foreign(target) is { } entry)
        {
            throw Refused(
                path,
                $"the folder holds '{entry}', which is no result; results replace a folder as a whole, so it would be lost.",
                "Name another folder for the results, or move what this one holds.");
        }
    }

    /// <summary>Writes a result, whole or not at all.</summary>
    internal static void Write(string path, Action<string> write)
    {
        RequireReplaceable(path);
        AtomicFolder.Write(path, write);
    }

    /// <summary>Returns the first file on the way from a path to the root, or null.</summary>
    private static string? FileOnTheWay(string target)
    {
        for (string? at = target; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Returns the name of something in a folder that no result has, or null.</summary>
    private static string? Foreign(string folder)
    {
        string[] entries = [.. Names(folder).Order(StringComparer.Ordinal)];
        string series = Path.Combine(folder, SeriesFolder);
        string? unknown = entries.FirstOrDefault(
            name => name is not (SummaryFile or DossierFile or SeriesFolder or FindingsFile or SpectrumFile or SpectrumPartsFile or MapsFile) && !RunFiles.Endings.Contains(OfOneRun(name)));
        if (unknown is not null || entries.Length == 0)
        {
            return unknown;
        }

        string? record = Directory.Exists(series)
            ? Names(series).Order(StringComparer.Ordinal).FirstOrDefault(name => !IsRecord(name))
            : null;
        return record is not null ? Path.Combine(SeriesFolder, record)
            : entries.Contains(SummaryFile) ? null : entries[0]; // a result without summary is none of ours
    }

    private static bool IsRecord(string name) =>
        RunFiles.Endings.Concat(OfImports).Append(WholeFiles.FindingsEnding).Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Ending of a file of a single run; empty where it is none.</summary>
    private static string OfOneRun(string name) =>
        name.StartsWith(RunFiles.Alone + ".", StringComparison.Ordinal) ? name[RunFiles.Alone.Length..] : string.Empty;

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Except(LeftByFileManagers);

    private static InputException Refused(string path, string problem, string remedy) =>
        new(InputPlace.Whole(path), problem, Allowed, remedy);
}
