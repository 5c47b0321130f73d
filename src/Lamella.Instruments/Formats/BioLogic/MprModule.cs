using System.Text;
using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>One module of an .mpr file.</summary>
/// <param name="Name">Short name without trailing blanks, for example <c>VMP data</c>.</param>
/// <param name="Version">Version of the payload's layout.</param>
/// <param name="Date">Date as written.</param>
/// <param name="Start">Where the payload begins [bytes].</param>
/// <param name="StatedLength">Length of the payload as the header states it [bytes].</param>
/// <param name="Length">Length of the payload that is there [bytes].</param>
internal sealed record MprModule(string Name, int Version, string Date, long Start, long StatedLength, long Length)
{
    private const int MagicLength = 52, TagLength = 6, ShortLength = 10, NamesLength = 35;
    private const int OldHeader = TagLength + 51, NewHeader = TagLength + 59; // a new one is told by a largest length of 2³²−1

    /// <summary>Gets whether the file ends before the module does.</summary>
    internal bool IsCut => Length < StatedLength;

    /// <summary>Walks the modules by their lengths; the word MODULE also occurs in data and is never searched for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="end">Receives where the last module or fragment of one that could be read ends [bytes].</param>
    internal static List<MprModule> ReadAll(ReadOnlySpan<byte> file, out int end)
    {
        var modules = new List<MprModule>();
        end = MagicLength;
        while (end <= file.Length && ReadHeader(file[end..], end, file.Length) is { } module)
        {
            modules.Add(module);
            end = (int)(module.Start + module.Length);
        }

        return modules;
    }

    /// <summary>Reads the header of a module.</summary>
    /// <param name="header">The bytes from the word MODULE on.</param>
    /// <param name="at">Where they stand in the file [bytes].</param>
    /// <param name="fileLength">Length of the file [bytes].</param>
    /// <returns>The module; null where there is none.</returns>
    internal static MprModule? ReadHeader(ReadOnlySpan<byte> header, long at, long fileLength)
    {
        var bytes = new ByteReader(header);
        const int Numbers = TagLength + NamesLength;
        bool isNew = bytes.U4(Numbers) == uint.MaxValue;
        int size = isNew ? NewHeader : OldHeader;
        if (!bytes.Has(0, size) || !header[..TagLength].SequenceEqual("MODULE"u8))
        {
            return null;
        }

        long length = bytes.U4(Numbers + (isNew ? 4 : 0)), version = isNew ? bytes.U4(Numbers + 12) : bytes.U4(Numbers + 4);
        return new MprModule(
            bytes.Text(TagLength, ShortLength, Encoding.Latin1), (int)Math.Min(version, int.MaxValue),
            bytes.Text(size - 8, 8, Encoding.Latin1), at + size, length, Math.Min(length, fileLength - at - size));
    }
}
