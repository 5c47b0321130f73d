namespace Lamella.Instruments.Recordings;

/// <summary>Which file a recording was read from.</summary>
/// <param name="Path">Path as the user gave it.</param>
/// <param name="Length">Size on disk [bytes].</param>
/// <param name="Sha256">SHA-256 of the bytes on disk, in lower-case hexadecimal.</param>
/// <param name="Container"><c>gzip</c> or <c>zip</c> where the file was packed in one; empty otherwise.</param>
public sealed record FileFacts(string Path, long Length, string Sha256, string Container)
{
    /// <summary>Gets the name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
