namespace Lamella.Core.Files;

/// <summary>Writes whole folders so that an interruption leaves a complete folder or none.</summary>
/// <remarks>
/// The content goes to a hidden neighbour, which is renamed once everything is written. What a killed process left there is
/// removed by the next write of the same folder.
/// </remarks>
public static class AtomicFolder
{
    /// <summary>Writes a folder.</summary>
    /// <param name="path">The folder; replaced as a whole where it exists.</param>
    /// <param name="write">Writes the content into the folder whose path it is given.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder above may not be written to.</exception>
    public static void Write(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string above = Path.GetDirectoryName(target) ?? throw new ArgumentException($"'{path}' is no folder to write.", nameof(path));
        Directory.CreateDirectory(above);
        FolderDraft.RemoveAbandoned(target);
        using var draft = new FolderDraft(target);
        write(draft.Path);
        draft.Commit();
    }
}
