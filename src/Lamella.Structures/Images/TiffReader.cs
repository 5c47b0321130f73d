using System.Globalization;
using Lamella.Core.Errors;

namespace Lamella.Structures.Images;

/// <summary>Walks through the pages of one TIFF file.</summary>
internal sealed class TiffReader : IDisposable
{
    private readonly string _path;
    private readonly FileWindow _file;
    private readonly bool _big;
    private readonly bool _wide;

    /// <summary>Opens a file.</summary>
    internal TiffReader(string path)
    {
        (_path, _file) = (path, new FileWindow(path));
        if (_file.Length < 8 || !((_file[0] == 'I' && _file[1] == 'I') || (_file[0] == 'M' && _file[1] == 'M')))
        {
            _file.Dispose();
            throw Wrong("this is no TIFF file: it begins with neither II nor MM.", "Save the stack as TIFF.");
        }

        _big = _file[0] == (byte)'M';
        ulong magic = Integer(2, 2);
        _wide = magic == 43;
        if (magic is not (42 or 43))
        {
            _file.Dispose();
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"the version number is {magic}, not 42 or 43."), "Save the stack as TIFF.");
        }
    }

    /// <summary>Reads what all pages say of themselves.</summary>
    internal List<TiffTags> Directories()
    {
        ulong at = _wide ? Integer(8, 8) : Integer(4, 4);
        var seen = new HashSet<ulong>();
        var pages = new List<TiffTags>();
        while (at != 0)
        {
            if (!seen.Add(at))
            {
                throw Wrong("its pages run in a circle.", "The file is damaged; save the stack again.");
            }

            (TiffTags tags, at) = Directory(at, pages.Count + 1);
            pages.Add(tags);
        }

        return pages.Count > 0 ? pages : throw Wrong("it holds no page.", "Save the stack again.");
    }

    /// <summary>Reads the pixels of a page.</summary>
    /// <param name="tags">What the page says of itself.</param>
    /// <param name="isGrey">Whether floating-point numbers are welcome.</param>
    internal TiffPage Decode(TiffTags tags, bool isGrey) => TiffDecoder.Decode(_file, tags, isGrey);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private (TiffTags Tags, ulong Next) Directory(ulong at, int number)
    {
        int countWidth = _wide ? 8 : 2, entryWidth = _wide ? 20 : 12, inlineWidth = _wide ? 8 : 4;
        ulong count = Integer(at, countWidth);
        if (count > 10_000)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"page {number} claims {count} entries."), "The file is damaged; save the stack again.");
        }

        var values = new Dictionary<int, ulong[]>();
        for (ulong k = 0; k < count; k++)
        {
            ulong entry = at + (ulong)countWidth + (k * (ulong)entryWidth);
            int width = (int)Integer(entry + 2, 2) switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 => 4, 16 or 17 or 18 => 8, _ => 0 };
            ulong length = Integer(entry + 4, _wide ? 8 : 4);
            if (width == 0 || length > (ulong)_file.Length)
            {
                continue; // a kind of value that no tag used here has
            }

            ulong place = length <= (ulong)(inlineWidth / width) ? entry + 4 + (ulong)(_wide ? 8 : 4) : Integer(entry + 4 + (ulong)(_wide ? 8 : 4), inlineWidth);
            ulong[] list = new ulong[length];
            for (ulong m = 0; m < length; m++)
            {
                list[m] = Integer(place + (m * (ulong)width), width);
            }

            values[(int)Integer(entry, 2)] = list;
        }

        ulong next = Integer(at + (ulong)countWidth + (count * (ulong)entryWidth), inlineWidth);
        return (new TiffTags(_path, number, _big, values), next);
    }

    private ulong Integer(ulong at, int width)
    {
        if (at > (ulong)_file.Length || at + (ulong)width > (ulong)_file.Length)
        {
            throw Wrong(
                string.Create(CultureInfo.InvariantCulture, $"it ends at byte {_file.Length}, but an entry points to byte {at}."),
                "The file is cut short; copy it again.");
        }

        ulong value = 0;
        for (int k = 0; k < width; k++)
        {
            value = (value << 8) | _file[(long)at + (_big ? k : width - 1 - k)];
        }

        return value;
    }

    private InputException Wrong(string problem, string remedy) => new(InputPlace.Whole(_path), problem, string.Empty, remedy);
}
