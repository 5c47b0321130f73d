using Lamella.Core.Provenance;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Parameters;

/// <summary>The publications that a parameter file cites, by key.</summary>
/// <remarks>
/// A value cites one with <c>source</c>, <c>place</c> and <c>confidence</c>; a value without source is an assumption and
/// gives its <c>reason</c>. <c>origin: derived</c> marks what was computed from cited inputs.
/// </remarks>
internal sealed class SourceTable
{
    private static readonly string[] Confidences = ["verified", "assumed"];
    private static readonly string[] Origins = ["published", "derived"];

    private readonly Dictionary<string, (string Citation, string? Doi)> _publications = new(StringComparer.Ordinal);

    internal SourceTable(YamlMapping file)
    {
        if (file.Optional("sources") is not { } node)
        {
            return;
        }

        foreach (YamlEntry entry in node.AsMapping().Entries)
        {
            YamlMapping publication = entry.Value.AsMapping().AllowOnly("citation", "doi");
            _publications.Add(
                entry.Key, (publication.Required("citation").AsText(), publication.Optional("doi")?.AsText()));
        }
    }

    /// <summary>Gets the keys that every sourced value may have besides its own.</summary>
    internal static string[] Keys => ["source", "place", "confidence", "origin", "reason"];

    /// <summary>Reads the source of one value.</summary>
    internal Source Read(YamlMapping value)
    {
        if (value.Optional("source") is not { } node)
        {
            string why = value.Required("reason", "why this value was chosen, or name a source").AsText();
            return Source.Assumption(why);
        }

        (string citation, string? doi) = _publications[node.AsOneOf(_publications.Keys)];
        bool verified = value.Required("confidence", "verified").AsOneOf(Confidences) == "verified";
        bool derived = value.Optional("origin")?.AsOneOf(Origins) == "derived";
        string? place = value.Optional("place")?.AsText();
        string? reason = value.Optional("reason")?.AsText();
        return new Source(
            derived ? Origin.Derived : Origin.Published,
            citation,
            doi,
            (place, reason) switch
            {
                (null, _) => reason,
                (_, null) => place,
                _ => $"{place}; {reason}",
            },
            verified ? Confidence.Verified : Confidence.Assumed);
    }
}
