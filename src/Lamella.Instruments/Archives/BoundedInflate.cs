using System.IO.Compression;
using System.Runtime.InteropServices;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Archives;

/// <summary>Unpacks deflated bytes within limits, as far as they go.</summary>
public static class BoundedInflate
{
    private const int SmallMember = 16 * 1024 * 1024; // below this size a ratio does no harm
    private const int ChunkLength = 64 * 1024;

    /// <summary>Unpacks deflated bytes.</summary>
    /// <param name="content">The file they come from, for limits and messages.</param>
    /// <param name="packed">The packed bytes.</param>
    /// <param name="name">Name of the member, for messages.</param>
    /// <param name="expected">Length as stated, which need not be true; null where none is.</param>
    /// <returns>The bytes up to the first fault.</returns>
    /// <exception cref="InputException">The member passes a limit.</exception>
    public static UnpackedMember Deflate(FileContent content, ReadOnlyMemory<byte> packed, string name, long? expected)
    {
        using var source = new DeflateStream(AsStream(packed), CompressionMode.Decompress);
        return Drain(content, source, packed.Length, name, expected);
    }

    /// <summary>Unpacks a gzip file.</summary>
    /// <param name="content">The file.</param>
    /// <returns>The bytes up to the first fault.</returns>
    /// <exception cref="InputException">The file passes a limit.</exception>
    public static byte[] Gzip(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var source = new GZipStream(AsStream(content.Memory), CompressionMode.Decompress);
        return Drain(content, source, content.Length, System.IO.Path.GetFileName(content.Path), expected: null).Bytes;
    }

    private static UnpackedMember Drain(FileContent content, Stream source, int packedLength, string name, long? expected)
    {
        // The stated length is only a hint: a forged one must not make us reserve memory for nothing.
        long hint = Math.Min(expected ?? 0, Math.Min(content.Limits.LargestMember, 16L * (packedLength + 1)));
        using var target = new MemoryStream((int)hint);
        byte[] chunk = new byte[ChunkLength];
        bool isWhole = true;
        try
        {
            for (int read = source.Read(chunk); read > 0; read = source.Read(chunk))
            {
                Check(content, target.Length + read, packedLength, name);
                target.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            isWhole = false;
        }

        return new UnpackedMember(target.ToArray(), isWhole);
    }

    /// <summary>Refuses a member that passes a limit.</summary>
    internal static void Check(FileContent content, long length, int packedLength, string name)
    {
        if (length > content.Limits.LargestMember)
        {
            throw content.Error(
                $"holds '{name}', which unpacks to more than the limit 'largest member'.",
                FormattableString.Invariant($"at most {content.Limits.LargestMember} bytes"),
                "This looks like a zip bomb; do not open it.");
        }

        if (length > SmallMember && length / Math.Max(1, packedLength) > content.Limits.LargestExpansion)
        {
            throw content.Error(
                $"holds '{name}', which unpacks to more than the limit 'largest expansion'.",
                FormattableString.Invariant($"at most {content.Limits.LargestExpansion} times its packed size"),
                "This looks like a zip bomb; do not open it.");
        }
    }

    internal static MemoryStream AsStream(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(memory.ToArray(), writable: false);
}
