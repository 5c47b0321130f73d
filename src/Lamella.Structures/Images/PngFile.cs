using Lamella.Core.Files;

namespace Lamella.Structures.Images;

/// <summary>Writes pictures as PNG, eight bits a channel.</summary>
public static class PngFile
{
    /// <summary>Writes a picture, whole or not at all.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="picture">The picture.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        AtomicFile.Write(path, stream => Write(stream, picture));
    }

    /// <summary>Writes a picture to a stream.</summary>
    /// <param name="stream">Receives the bytes; left open.</param>
    /// <param name="picture">The picture.</param>
    public static void Write(Stream stream, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(picture);
        PngWriter.Write(stream, picture.Width, picture.Height, hasAlpha: false, (row, bytes) => picture.Row(row).CopyTo(bytes.Span));
    }
}
