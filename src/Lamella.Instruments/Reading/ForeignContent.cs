namespace Lamella.Instruments.Reading;

/// <summary>Says what a file looks like that no format recognises.</summary>
internal static class ForeignContent
{
    private static readonly (byte[] Magic, string What)[] Known =
    [
        ([.. "%PDF"u8], "a PDF document"), ([0x89, .. "PNG"u8], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), ([.. "GIF8"u8], "a picture"),
        ([.. "MZ"u8], "a program"), ([0x7F, .. "ELF"u8], "a program"), ([0xD0, 0xCF, 0x11, 0xE0], "a document of an old Office program (save a spreadsheet as .xlsx or CSV)"),
        ([.. "\x89HDF"u8], "an HDF5 file"), ([.. "SQLite format 3"u8], "an SQLite database"), ([.. "Rar!"u8], "a RAR archive"), ([.. "7z"u8, 0xBC], "a 7-Zip archive"),
    ];

    /// <summary>Describes a file.</summary>
    /// <param name="content">The file.</param>
    /// <returns>What it looks like, as <c>; it looks like ...</c>; empty where that cannot be told.</returns>
    /// <exception cref="Core.Errors.InputException">It is an archive or a spreadsheet that passes a limit; the message names it.</exception>
    internal static string Describe(FileContent content)
    {
        foreach ((byte[] magic, string what) in Known)
        {
            if (content.StartsWith(magic))
            {
                return "; it looks like " + what;
            }
        }

        string head = content.Head.TrimStart();
        return content.Zip is { } archive ? (Spreadsheets.ForeignSheet.Describe(content) is { } sheet ? "; it looks like " + sheet : Archive(archive))
            : head.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "; it looks like a page of the web (a download that asked for a password?)"
            : string.Empty;
    }

    private static string Archive(Archives.ZipArchiveReader archive)
    {
        string names = string.Join(", ", archive.Members.Take(3).Select(member => $"'{member.Name}'"));
        string members = FormattableString.Invariant($"an archive of {archive.Members.Length} members ({names}{(archive.Members.Length > 3 ? ", ..." : string.Empty)})");
        return archive.IsRecovered ? $"; it looks like {members} that was cut: its directory at the end is gone" : $"; it looks like {members}";
    }
}
