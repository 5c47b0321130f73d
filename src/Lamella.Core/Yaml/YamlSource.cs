using Lamella.Core.Provenance;

namespace Lamella.Core.Yaml;

/// <summary>Reads where a value comes from.</summary>
public static class YamlSource
{
    /// <summary>Reads a source that the file cites in full.</summary>
    /// <param name="cited">The mapping <c>{citation, doi, place}</c>; only the citation is required.</param>
    /// <returns>A published source.</returns>
    /// <exception cref="Errors.InputException">A key is unknown, the citation is missing, or the DOI is none.</exception>
    public static Source Cited(YamlMapping cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        cited.AllowOnly("citation", "doi", "place");
        return new Source(
            Origin.Published,
            cited.Required("citation", "Author, Journal 1, 1 (2026)").AsText(),
            cited.Optional("doi") is { } doi ? DoiText.Read(doi) : null,
            cited.Optional("place")?.AsText(),
            Confidence.Verified);
    }
}
