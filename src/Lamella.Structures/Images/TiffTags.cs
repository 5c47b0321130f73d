using Lamella.Core.Errors;

namespace Lamella.Structures.Images;

/// <summary>What the directory of a page says.</summary>
/// <param name="File">File.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="IsBigEndian">Byte order.</param>
/// <param name="Values">Values by the number of the tag.</param>
internal sealed record TiffTags(string File, int Page, bool IsBigEndian, IReadOnlyDictionary<int, ulong[]> Values)
{
    internal int Width => Number(256);

    internal int Height => Number(257);

    internal int Bits => Number(258, 1);

    internal int Compression => Number(259, 1);

    internal int Samples => Number(277, 1);

    internal int Predictor => Number(317, 1);

    internal int Format => Number(339, 1);

    internal bool IsReversed => Number(266, 1) == 2;

    /// <summary>Gets the extent of a strip or tile.</summary>
    internal (int Width, int Height) Block => Values.ContainsKey(322)
        ? (Number(322), Number(323))
        : (Width, (int)Math.Min((uint)Height, Values.TryGetValue(278, out ulong[]? rows) ? rows[0] : uint.MaxValue));

    internal ulong[] Offsets => Values.ContainsKey(322) ? List(324) : List(273);

    internal ulong[] Lengths => Values.ContainsKey(322) ? List(325) : List(279);

    internal InputException Wrong(string problem, string remedy) =>
        new(InputPlace.Whole(File), FormattableString.Invariant($"page {Page} {problem}"), string.Empty, remedy);

    private int Number(int tag, int otherwise = -1)
    {
        ulong value = Values.TryGetValue(tag, out ulong[]? list) && list.Length > 0 ? list[0] : unchecked((ulong)otherwise);
        return value <= int.MaxValue ? (int)value : throw Wrong(
            FormattableString.Invariant($"does not say entry {tag} or gives it an impossible value."), "The file is damaged; save the stack again.");
    }

    private ulong[] List(int tag) => Values.TryGetValue(tag, out ulong[]? list) ? list : throw Wrong(
        FormattableString.Invariant($"does not say where its pixels lie (entry {tag})."), "The file is damaged; save the stack again.");
}
