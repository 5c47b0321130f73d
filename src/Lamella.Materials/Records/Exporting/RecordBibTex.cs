using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Exporting;

/// <summary>Writes the works that records cite as BibTeX, each once.</summary>
/// <remarks>
/// A work that is known only from a review has no title here: the review prints none. Text is UTF-8; the characters that TeX gives a
/// meaning are written as commands. BibTeX counts braces even behind a backslash, so single braces become commands too. The identifier
/// of the field <c>doi</c> stands as it is, because styles make an address of it.
/// </remarks>
public static class RecordBibTex
{
    /// <summary>Writes the works.</summary>
    /// <param name="records">The records that cite them.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(IEnumerable<LiteratureRecord> records, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (RecordSource source in records.Select(record => record.Source).DistinctBy(Identity).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            bool isArticle = source.Journal is not null;
            output.Write($"@{(isArticle ? "article" : "misc")}{{{FreeKey(source.Key, used)},\n");
            Field(output, "author", source.Authors is { } authors ? Escaped(Authors(authors)) : null);
            Field(output, "title", source.Title is { } title ? $"{{{Escaped(title)}}}" : null); // styles make capitals small, and with them formulas
            Field(output, "journal", Escaped(source.Journal));
            Field(output, "year", Escaped(source.Year));
            Field(output, "volume", Escaped(source.Volume));
            Field(output, "pages", Escaped(source.Page)?.Replace("-", "--", StringComparison.Ordinal));
            Field(output, "doi", Verbatim(source.Doi));
            Field(output, "note", Escaped(Note(source, isArticle)));
            output.Write("}\n\n");
        }
    }

    // Records of one file share a source; two files may give different works the same key, and records the same work different keys.
    private static object Identity(RecordSource source) => source with { Key = string.Empty };

    private static string FreeKey(string key, HashSet<string> used)
    {
        string plain = new([.. key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or ':' or '.' ? letter : '-')]);
        string free = plain;
        for (int i = 2; !used.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{plain}-{i}");
        }

        return free;
    }

    private static string? Note(RecordSource source, bool isArticle)
    {
        string? quoted = source.QuotedIn is { } review ? $"as quoted in {review}, reference {source.Number}" : null;
        return isArticle ? quoted : quoted is null ? source.Citation : $"{source.Citation}; {quoted}";
    }

    // BibTeX parts authors by "and"; print parts them by commas, with "and" before the last.
    private static string Authors(string printed) => string.Join(
        " and ", printed.Replace(" et al.", ", others", StringComparison.Ordinal).Replace(" and ", ", ", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static void Field(TextWriter output, string name, string? value)
    {
        if (value is not null)
        {
            output.Write($"  {name} = {{{value}}},\n");
        }
    }

    private static string? Verbatim(string? doi) =>
        doi?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Escaped(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(letter),
                '{' => escaped.Append("{\\textbraceleft}"),
                '}' => escaped.Append("{\\textbraceright}"),
                '\\' => escaped.Append("{\\textbackslash}"),
                '~' => escaped.Append("{\\textasciitilde}"),
                '^' => escaped.Append("{\\textasciicircum}"),
                '<' => escaped.Append("{\\textless}"),
                '>' => escaped.Append("{\\textgreater}"),
                '|' => escaped.Append("{\\textbar}"),
                '"' => escaped.Append("{\\textquotedbl}"),
                '\n' or '\r' or '\t' => escaped.Append(' '),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
