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
internal sealed record MprModule(string Name, int Version, string Date, int Start, long StatedLength, int Length)
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
        var bytes = new ByteReader(file);
        var modules = new List<MprModule>();
        end = MagicLength;
        while (bytes.Has(end, OldHeader) && file.Slice(end, TagLength).SequenceEqual("MODULE"u8))
        {
            int numbers = end + TagLength + NamesLength;
            bool isNew = bytes.U4(numbers) == uint.MaxValue;
            int start = end + (isNew ? NewHeader : OldHeader);
            long length = bytes.U4(numbers + (isNew ? 4 : 0));
            long version = isNew ? bytes.U4(numbers + 12) : bytes.U4(numbers + 4);
            if (start > file.Length)
            {
                break;
            }

            int there = (int)Math.Min(length, file.Length - start);
            modules.Add(new MprModule(
                bytes.Text(end + TagLength, ShortLength, Encoding.Latin1), (int)Math.Min(version, int.MaxValue),
                bytes.Text(start - 8, 8, Encoding.Latin1), start, length, there));
            end = start + there;
        }

        return modules;
    }
}
