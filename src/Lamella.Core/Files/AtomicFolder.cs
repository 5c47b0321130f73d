namespace Lamella.Core.Files;

/// <summary>Writes whole folders so that an interruption leaves a complete folder or none.</summary>
/// <remarks>The content goes to a hidden neighbour, which is renamed once everything is written.</remarks>
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
        string draft = Path.Combine(above, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        string old = draft + ".old";
        try
        {
            Directory.CreateDirectory(draft);
            write(draft);
            if (Directory.Exists(target))
            {
                Directory.Move(target, old);
            }

            Directory.Move(draft, target);
        }
        finally
        {
            Remove(draft, target, old);
        }
    }

    private static void Remove(string draft, string target, string old)
    {
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        if (Directory.Exists(old) && !Directory.Exists(target))
        {
            Directory.Move(old, target); // the second rename failed: put back what was there
        }
        else if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }
}
