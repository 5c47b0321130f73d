using System.Text.RegularExpressions;

namespace Lamella.UseCases.Tests;

/// <summary>A folder that a test works in and that goes with it.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>Gets the folder of the examples.</summary>
    internal static string Examples { get; } = FindExamples();

    /// <summary>Gets the folder.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("lamella-").FullName;

    /// <summary>Gets the names of everything in the folder, hidden ones too.</summary>
    internal IEnumerable<string> Entries => Directory.EnumerateFileSystemEntries(Folder).Select(entry => Path.GetFileName(entry));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Returns a path inside the folder.</summary>
    internal string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes the files of a study.</summary>
    internal string Study(string name, params (string File, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(At(name)).FullName;
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    /// <summary>Returns the paths of all files below a folder, relative to it, and their bytes.</summary>
    internal static SortedDictionary<string, byte[]> Contents(string folder)
    {
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            found.Add(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        }

        return found;
    }

    /// <summary>Finds the fact identifiers that a file names after a key, in their order, by their letters alone.</summary>
    internal static string[] FactsAfter(string key, string file) =>
        [.. Regex.Matches(File.ReadAllText(file), $@"\b{key}:\s*(F\d{{3}}-\d{{4}})").Select(match => match.Groups[1].Value)];

    private static string FindExamples()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "examples");
    }
}
