using System.Diagnostics.CodeAnalysis;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Core.Provenance;

/// <summary>Digital object identifiers as people write them: bare, with <c>doi:</c> or as an address of the resolver.</summary>
/// <remarks>
/// An identifier is <c>10.</c>, the number of a registrant (digits, parts with points between), a slash and a suffix of printed
/// characters without spaces: ISO 26324, section 4; DOI Handbook, <see href="https://doi.org/10.1000/182"/>, section 2.2.
/// </remarks>
public static class DoiText
{
    private static readonly string[] Openings = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:"];

    /// <summary>Finds the identifier in a text.</summary>
    /// <param name="text">The text, such as <c>https://doi.org/10.1039/d6eb00030d</c>.</param>
    /// <param name="doi">Receives the identifier without the resolver, or null.</param>
    /// <returns>Whether the text is an identifier.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? doi)
    {
        ArgumentNullException.ThrowIfNull(text);
        string bare = text.Trim();
        string? opening = Openings.FirstOrDefault(known => bare.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        bare = opening is null ? bare : bare[opening.Length..].Trim();
        int slash = bare.IndexOf('/', StringComparison.Ordinal);
        bool isDoi = slash > 3 && slash < bare.Length - 1 && bare.StartsWith("10.", StringComparison.Ordinal)
            && bare[3..slash].Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && bare.All(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter));
        doi = isDoi ? bare : null;
        return isDoi;
    }

    /// <summary>Reads the identifier that stands in a file.</summary>
    /// <param name="node">The node that holds it.</param>
    /// <returns>The identifier without the resolver.</returns>
    /// <exception cref="InputException">The text is none; carries the place.</exception>
    public static string Read(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        string text = node.AsText();
        return TryRead(text, out string? doi) ? doi : throw node.Error(
            $"'{text}' is no digital object identifier.", "10.REGISTRANT/SUFFIX, such as 10.1039/d6eb00030d, or its address at doi.org",
            "Copy it from the first page of the publication, or leave 'doi:' away.");
    }
}
