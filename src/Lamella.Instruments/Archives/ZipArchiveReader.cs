using System.Collections.Immutable;
using System.Text;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Archives;

/// <summary>Reads zip archives in memory, also those whose directory is cut off, within limits.</summary>
/// <remarks>
/// The directory at the end is used where it is whole. Otherwise the members are found by walking the local headers
/// (PKWARE APPNOTE 6.3.10, sections 4.3.7 and 4.3.12), and unpacked as far as their bytes go.
/// </remarks>
public sealed class ZipArchiveReader
{
    private const uint LocalSignature = 0x04034B50, DirectorySignature = 0x02014B50, EndSignature = 0x06054B50;
    private const int LocalLength = 30, DirectoryLength = 46, EndLength = 22, LongestComment = 65_535, LongLengths = 1;

    private readonly FileContent content;

    private ZipArchiveReader(FileContent content, ImmutableArray<ZipMember> members, bool isRecovered) =>
        (this.content, Members, IsRecovered) = (content, members, isRecovered);

    /// <summary>Gets the members in the order of the archive; folders are left out.</summary>
    public ImmutableArray<ZipMember> Members { get; }

    /// <summary>Gets whether the directory is gone and the members were found by their local headers.</summary>
    public bool IsRecovered { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="content">Any file.</param>
    /// <returns>The archive; null where the file does not begin like one.</returns>
    public static ZipArchiveReader? TryOpen(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.StartsWith("PK\u0003\u0004"u8) && !content.StartsWith("PK\u0005\u0006"u8))
        {
            return null;
        }

        return FromDirectory(content) is { } members
            ? new ZipArchiveReader(content, members, isRecovered: false)
            : new ZipArchiveReader(content, FromLocalHeaders(content), isRecovered: true);
    }

    /// <summary>Finds a member.</summary>
    /// <param name="name">Path within the archive; letter case does not matter.</param>
    /// <returns>The member, or null.</returns>
    public ZipMember? Find(string name) =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a member for reading piece by piece.</summary>
    /// <param name="member">One of <see cref="Members"/>.</param>
    /// <returns>Its bytes; the caller disposes it.</returns>
    /// <exception cref="Core.Errors.InputException">The member is packed in a way that cannot be read.</exception>
    internal BoundedStream Open(ZipMember member)
    {
        ReadOnlyMemory<byte> data = Packed(member);
        Stream stored = BoundedInflate.AsStream(data);
        Stream source = member.Method == 0 ? stored : new System.IO.Compression.DeflateStream(stored, System.IO.Compression.CompressionMode.Decompress);
        return new BoundedStream(content, source, data.Length, member.Name);
    }

    /// <summary>Unpacks a member.</summary>
    /// <param name="member">One of <see cref="Members"/>.</param>
    /// <returns>Its bytes, as far as they can be unpacked.</returns>
    /// <exception cref="Core.Errors.InputException">The member passes a limit, or is packed in a way that cannot be read.</exception>
    public UnpackedMember Read(ZipMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        ReadOnlyMemory<byte> data = Packed(member);
        bool isCut = member.PackedLength > data.Length;
        if (member.Method == 0)
        {
            return new UnpackedMember(data.ToArray(), !isCut);
        }

        UnpackedMember unpacked = BoundedInflate.Deflate(content, data, member.Name, member.Length);
        bool fits = member.Length is null || member.Length == unpacked.Bytes.Length;
        return unpacked with { IsWhole = unpacked.IsWhole && !isCut && fits };
    }

    /// <summary>Takes the packed bytes of a member, as far as they are there.</summary>
    private ReadOnlyMemory<byte> Packed(ZipMember member)
    {
        if (member.Method is not (0 or 8))
        {
            throw content.Error(
                FormattableString.Invariant($"packs '{member.Name}' with method {member.Method}."), "methods 0 (stored) and 8 (deflate)",
                "Pack the file again with an ordinary zip program.");
        }

        int available = content.Length - member.DataStart;
        return content.Memory.Slice(member.DataStart, (int)Math.Clamp(member.PackedLength ?? available, 0, available));
    }

    private static ImmutableArray<ZipMember>? FromDirectory(FileContent content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        int tail = Math.Max(0, bytes.Length - EndLength - LongestComment);
        int found = bytes[tail..].LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0 || tail + found + EndLength > bytes.Length)
        {
            return null;
        }

        var end = new ByteReader(bytes[(tail + found)..]);
        int count = end.U2(10);
        long start = end.U4(16);
        if (start > bytes.Length - EndLength || count > content.Limits.MostMembers)
        {
            return null;
        }

        var members = ImmutableArray.CreateBuilder<ZipMember>(count);
        int at = (int)start;
        for (int i = 0; i < count; i++)
        {
            if (ReadDirectoryEntry(bytes, ref at) is not { } member)
            {
                return null;
            }

            AddFile(members, member);
        }

        return members.ToImmutable();
    }

    private static ZipMember? ReadDirectoryEntry(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length - at < DirectoryLength)
        {
            return null;
        }

        var entry = new ByteReader(bytes[at..]);
        int nameLength = entry.U2(28), next = DirectoryLength + nameLength + entry.U2(30) + entry.U2(32);
        long local = entry.U4(42);
        if (entry.U4(0) != DirectorySignature || next > entry.Length || local > bytes.Length - LocalLength)
        {
            return null;
        }

        var header = new ByteReader(bytes[(int)local..]);
        long data = local + LocalLength + header.U2(26) + header.U2(28);
        if (header.U4(0) != LocalSignature || data > bytes.Length)
        {
            return null;
        }

        at += next;
        string name = Name(entry.Slice(DirectoryLength, nameLength), entry.U2(8));
        (long packed, long length) = Lengths(entry.Slice(DirectoryLength + nameLength, entry.U2(30)), entry.U4(20), entry.U4(24));
        return new ZipMember(name, entry.U2(10), (int)data, packed, length);
    }

    private static ImmutableArray<ZipMember> FromLocalHeaders(FileContent content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        var members = ImmutableArray.CreateBuilder<ZipMember>();
        int at = 0;
        while (at >= 0 && bytes.Length - at >= LocalLength && members.Count < content.Limits.MostMembers)
        {
            var header = new ByteReader(bytes[at..]);
            int nameLength = header.U2(26), data = LocalLength + nameLength + header.U2(28);
            if (header.U4(0) != LocalSignature || data > header.Length)
            {
                break;
            }

            // Bit 3: the lengths stand behind the data, so they are not known here.
            bool isOpen = (header.U2(6) & 8) != 0;
            (long packed, long length) = Lengths(header.Slice(LocalLength + nameLength, header.U2(28)), header.U4(18), header.U4(22));
            string name = Name(header.Slice(LocalLength, nameLength), header.U2(6));
            AddFile(members, new ZipMember(name, header.U2(8), at + data, isOpen ? null : packed, isOpen ? null : length));
            at = NextHeader(bytes, at + data, isOpen ? null : packed);
        }

        return members.ToImmutable();
    }

    /// <summary>Takes the lengths of 64 bits from the extra field where those of the header are all ones (APPNOTE 4.5.3).</summary>
    private static (long Packed, long Length) Lengths(ReadOnlySpan<byte> extra, uint packed, uint length)
    {
        var reader = new ByteReader(extra);
        for (int at = 0; reader.Has(at, 4); at += 4 + reader.U2(at + 2))
        {
            if (reader.U2(at) == LongLengths)
            {
                bool isLong = length == uint.MaxValue;
                long whole = isLong ? reader.I8(at + 4) : length;
                return (packed == uint.MaxValue ? reader.I8(at + 4 + (isLong ? 8 : 0)) : packed, whole);
            }
        }

        return (packed, length);
    }

    /// <summary>Finds the next local header; -1 where there is none.</summary>
    private static int NextHeader(ReadOnlySpan<byte> bytes, int data, long? packed)
    {
        bool leadsOn = packed is >= 0 && data + packed < bytes.Length
            && bytes[(int)(data + packed.Value)..].StartsWith("PK"u8);
        if (leadsOn)
        {
            return (int)(data + packed!.Value);
        }

        int found = bytes[data..].IndexOf("PK\u0003\u0004"u8);
        return found < 0 ? -1 : data + found;
    }

    private static void AddFile(ImmutableArray<ZipMember>.Builder members, ZipMember member)
    {
        if (!member.Name.EndsWith('/'))
        {
            members.Add(member);
        }
    }

    // Bit 11: the name is UTF-8. Otherwise it is code page 437; ASCII names, which all known writers use, are the same in both.
    private static string Name(ReadOnlySpan<byte> name, int flags) =>
        (flags & 0x800) != 0 ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name);
}
