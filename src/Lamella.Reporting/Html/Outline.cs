using System.Collections.Immutable;
using System.Globalization;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>A section with its anchor.</summary>
internal sealed record OutlineEntry(string Id, Section Section);

/// <summary>The table of contents; its anchors are unique and made of a to z, 0 to 9 and hyphens.</summary>
internal sealed record Outline(ImmutableArray<OutlineEntry> Entries)
{
    /// <summary>Lists the sections of a dossier.</summary>
    internal static Outline Of(Dossier dossier)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new Outline([.. dossier.Sections.Select(s => new OutlineEntry(Unique(Slug(s.Title), taken), s))]);
    }

    /// <summary>Writes the table of contents.</summary>
    internal void Write(TextWriter writer)
    {
        writer.Write("<nav class=\"toc\" aria-label=\"Contents\">\n<ol>\n");
        foreach (OutlineEntry entry in Entries)
        {
            writer.Write($"<li><a href=\"#{entry.Id}\">{HtmlText.Escape(entry.Section.Title)}</a></li>\n");
        }

        writer.Write("</ol>\n</nav>\n");
    }

    private static string Unique(string slug, HashSet<string> taken)
    {
        string id = slug;
        for (int i = 2; !taken.Add(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
        }

        return id;
    }

    // The prefix keeps anchors apart from the other identifiers of the page.
    private static string Slug(string title) => "s-" + string.Join('-', string.Concat(
            title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
