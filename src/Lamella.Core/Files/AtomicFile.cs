using System.Text;

namespace Lamella.Core.Files;

/// <summary>Writes files so that an interruption leaves the complete new file or what was there before.</summary>
/// <remarks>The content goes to a hidden neighbour first, is flushed to the disk, and is then renamed.</remarks>
public static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; replaced where it exists. Its folder is made where it is missing.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? throw new ArgumentException($"'{path}' is no path of a file.", nameof(path));
        Directory.CreateDirectory(folder);
        string draft = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft); // nothing is there after success
        }
    }

    /// <summary>Writes a UTF-8 text file.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="write">Writes the content; lines end with LF.</param>
    public static void WriteText(string path, Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            write(writer);
        });
    }
}
