using System.Globalization;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Core.Yaml;

/// <summary>Reads where a value of a described thing comes from: the keys <c>source</c> and <c>because</c> beside it.</summary>
/// <remarks>
/// A source is the id of a shipped fact (<c>F003-0007</c>), a mapping <c>{citation, doi, place}</c>, or the word
/// <c>assumed</c>. Without one the file itself vouches for the value.
/// </remarks>
public static class StatedSource
{
    private const string Assumed = "assumed";

    /// <summary>Makes the source of a value that stands in a file without one.</summary>
    /// <param name="node">The value.</param>
    /// <param name="file">What messages call the file, such as <c>the cell's file</c>.</param>
    /// <returns>A stated source with the line.</returns>
    public static Source Here(YamlNode node, string file)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new Source(
            Origin.Stated, $"stated in {file}", null, string.Create(CultureInfo.InvariantCulture, $"line {node.Line}"), Confidence.Verified);
    }

    /// <summary>Reads the source of a value.</summary>
    /// <param name="mapping">The mapping with <c>value</c>, and perhaps <c>source</c> and <c>because</c>.</param>
    /// <param name="stated">The value, compared with a cited fact.</param>
    /// <param name="without">The source where none is given.</param>
    /// <param name="facts">Looks up cited facts; null to take the ids as they are.</param>
    /// <returns>The source.</returns>
    /// <exception cref="Errors.InputException">The source is none, or cites an unknown fact.</exception>
    public static Source Read(YamlMapping mapping, Quantity stated, Source without, IFactSources? facts)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(without);
        string? because = mapping.Optional("because")?.AsText();
        YamlNode? node = mapping.Optional("source");
        if (node is null)
        {
            return because is null ? without : without with { Citation = $"{without.Citation}: {because}" };
        }

        if (node is YamlMapping cited)
        {
            return YamlSource.Cited(cited);
        }

        string text = node.AsText();
        return text == Assumed ? Source.Assumption(because ?? "nothing states it") : Fact(node, text, stated, because, facts);
    }

    private static Source Fact(YamlNode node, string id, Quantity stated, string? because, IFactSources? facts)
    {
        bool wellFormed = id.Length > 2 && id[0] == 'F' && id[1..].All(c => char.IsAsciiDigit(c) || c == '-');
        Source? source = wellFormed
            ? facts is null ? new Source(Origin.Published, $"fact {id}", null, null, Confidence.Assumed) : facts.Find(id)
            : null;
        if (source is null)
        {
            throw node.Error(
                wellFormed ? $"the fact '{id}' is not among the shipped ones." : $"'{id}' is no source.",
                "a fact id such as F003-0007, a mapping {citation, doi, place}, or 'assumed'",
                wellFormed ? "Look the id up in data/papers." : "Name what the value was taken from, or write 'assumed' with 'because'.");
        }

        if (facts is not null && facts.IsOnlyTheBasis(id, stated))
        {
            source = source with { Origin = Origin.Derived };
        }

        return because is null ? source : source with { Place = source.Place is null ? because : $"{source.Place}; {because}" };
    }
}
