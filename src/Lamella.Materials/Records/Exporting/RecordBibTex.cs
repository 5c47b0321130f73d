using System.Text;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Exporting;

/// <summary>Writes the works that records cite as BibTeX, each once.</summary>
/// <remarks>A work that is known only from a review has no title here: the review prints none.</remarks>
public static class RecordBibTex
{
    /// <summary>Writes the works.</summary>
    /// <param name="records">The records that cite them.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(IEnumerable<LiteratureRecord> records, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        foreach (RecordSource source in records.Select(record => record.Source).DistinctBy(source => source.Key).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            bool isArticle = source.Journal is not null;
            output.Write($"@{(isArticle ? "article" : "misc")}{{{Key(source.Key)},\n");
            Field(output, "author", source.Authors is { } authors ? Authors(authors) : null);
            Field(output, "title", source.Title);
            Field(output, "journal", source.Journal);
            Field(output, "year", source.Year);
            Field(output, "volume", source.Volume);
            Field(output, "pages", source.Page?.Replace("-", "--", StringComparison.Ordinal));
            Field(output, "doi", source.Doi);
            Field(output, "note", Note(source, isArticle));
            output.Write("}\n\n");
        }
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

    private static string Key(string key) => new([.. key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or ':' or '.' ? letter : '-')]);

    private static void Field(TextWriter output, string name, string? value)
    {
        if (value is not null)
        {
            output.Write($"  {name} = {{{Escaped(value)}}},\n");
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(letter),
                '{' or '}' => escaped.Append('\\').Append(letter),
                '\\' => escaped.Append("\\textbackslash{}"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
