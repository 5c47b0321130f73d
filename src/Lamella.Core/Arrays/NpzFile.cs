using System.IO.Compression;
using Lamella.Core.Files;

namespace Lamella.Core.Arrays;

/// <summary>Writes arrays as an <c>.npz</c> file, which <c>numpy.load</c> opens.</summary>
/// <remarks>The same arrays give the same bytes: members stand in the order given, dated 1980-01-01.</remarks>
public static class NpzFile
{
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="arrays">The arrays; names may not repeat.</param>
    /// <exception cref="ArgumentException">A name repeats.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<NamedArray> arrays) => AtomicFile.Write(path, stream => Write(stream, arrays));

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Receives the bytes; left open.</param>
    /// <param name="arrays">The arrays; names may not repeat.</param>
    /// <exception cref="ArgumentException">A name repeats.</exception>
    public static void Write(Stream stream, IEnumerable<NamedArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (NamedArray array in arrays)
        {
            if (!names.Add(array.Name))
            {
                throw new ArgumentException($"There are two arrays called '{array.Name}'; give each its own name.", nameof(arrays));
            }

            ZipArchiveEntry entry = archive.CreateEntry(array.Name.Replace('/', '_') + ".npy", CompressionLevel.Fastest);
            entry.LastWriteTime = Undated;
            using Stream member = entry.Open();
            array.Write(member);
        }
    }
}
