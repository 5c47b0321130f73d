using System.Collections.Immutable;
using Lamella.Core.Provenance;

namespace Lamella.Reporting.Dossiers;

/// <summary>What produced a dossier, enough to produce it again. It carries no time: the same input gives the same bytes.</summary>
/// <param name="SoftwareVersion">Version of the product.</param>
/// <param name="InputHash">SHA-256 of the canonical input, in hexadecimal.</param>
/// <param name="Models">Every model used, with its revision.</param>
public sealed record DossierProvenance(string SoftwareVersion, string InputHash, ImmutableArray<ModelRevision> Models)
{
    /// <summary>Gets further facts to show in the same place, such as the input file or the publication.</summary>
    public ImmutableArray<KeyValue> More { get; init; } = [];

    /// <summary>Takes over the provenance of results that share one input.</summary>
    /// <param name="results">Provenance of each result, at least one; each model is listed once.</param>
    /// <returns>The provenance of a dossier about them.</returns>
    /// <exception cref="ArgumentException">There are no results, or they come from different inputs or versions.</exception>
    public static DossierProvenance Of(params ImmutableArray<ResultProvenance> results)
    {
        if (results.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A dossier needs the provenance of at least one result.", nameof(results));
        }

        ResultProvenance first = results[0];
        if (results.FirstOrDefault(r => (r.InputHash, r.SoftwareVersion) != (first.InputHash, first.SoftwareVersion)) is { } other)
        {
            throw new ArgumentException(
                $"Results of input {first.InputHash} (version {first.SoftwareVersion}) and {other.InputHash} "
                    + $"(version {other.SoftwareVersion}) cannot share a dossier.", nameof(results));
        }

        return new DossierProvenance(
            first.SoftwareVersion, first.InputHash, [.. results.Select(r => ModelRevision.Parse(r.Model)).Distinct()]);
    }
}

/// <summary>A model and its revision.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="Revision">Registered revision.</param>
public sealed record ModelRevision(string Name, string Revision)
{
    /// <summary>Reads the form <c>name/revision</c>; what has no slash is a name without revision.</summary>
    /// <param name="text">For example <c>laminate-dfn/1</c>.</param>
    /// <returns>The model and its revision.</returns>
    public static ModelRevision Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int slash = text.LastIndexOf('/');
        return slash < 0 ? new ModelRevision(text, "") : new ModelRevision(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Writes the form that <see cref="Parse"/> reads.</summary>
    /// <returns>For example <c>laminate-dfn/1</c>.</returns>
    public override string ToString() => Revision.Length == 0 ? Name : $"{Name}/{Revision}";
}
