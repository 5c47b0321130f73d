using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Records;

/// <summary>The published facts that ship with the product, by identifier.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class FactLibrary : IFactSources
{
    private readonly ImmutableDictionary<string, PublishedFact> _byId;

    private FactLibrary(ImmutableArray<PublishedPaper> papers, ImmutableArray<PublishedFact> facts)
    {
        (Papers, Facts) = (papers, facts);
        _byId = facts.ToImmutableDictionary(fact => fact.Id, StringComparer.Ordinal);
    }

    /// <summary>Gets the publications, sorted by key.</summary>
    public ImmutableArray<PublishedPaper> Papers { get; }

    /// <summary>Gets every fact, publication by publication, in the order of the files.</summary>
    public ImmutableArray<PublishedFact> Facts { get; }

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The folder is missing or a file is faulty.</exception>
    public static FactLibrary Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new InputException(
                InputPlace.Whole(folder), "the folder of published facts does not exist.", string.Empty, "Check the path.");
        }

        ImmutableArray<PublishedPaper>.Builder papers = ImmutableArray.CreateBuilder<PublishedPaper>();
        ImmutableArray<PublishedFact>.Builder facts = ImmutableArray.CreateBuilder<PublishedFact>();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            (PublishedPaper paper, ImmutableArray<PublishedFact> own) = FactFileReader.Read(path);
            PublishedFact? twice = own.FirstOrDefault(fact => !seen.Add(fact.Id));
            if (twice is not null)
            {
                throw new InputException(
                    InputPlace.Whole(path), $"the fact '{twice.Id}' stands twice.", "each identifier once", "Remove one of the two.");
            }

            papers.Add(paper);
            facts.AddRange(own);
        }

        return new FactLibrary(papers.ToImmutable(), facts.ToImmutable());
    }

    /// <summary>Reads the facts that ship with the product.</summary>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static FactLibrary LoadShipped() => Load(ShippedData.Folder("papers"));

    /// <summary>Returns a fact, or null where the identifier is unknown.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The fact, or null.</returns>
    public PublishedFact? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    Source? IFactSources.Find(string factId) => Find(factId)?.Source;

    /// <inheritdoc/>
    bool IFactSources.IsOnlyTheBasis(string factId, Quantity stated)
    {
        if (Find(factId)?.Value is not { IsComparable: true } printed)
        {
            return false;
        }

        double least = printed.InSi.Min(), greatest = printed.InSi.Max();
        double rounding = 5e-3 * Math.Max(Math.Abs(least), Math.Abs(greatest));
        return printed.Unit.Dimension == stated.Dimension && !(stated.InSi >= least - rounding && stated.InSi <= greatest + rounding);
    }

    /// <summary>Returns a fact.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="KeyNotFoundException">The identifier is unknown.</exception>
    public PublishedFact Get(string id) => Find(id) ?? throw new KeyNotFoundException($"{Problem(id)} {Remedy(id)}");

    /// <summary>Returns the fact that a description names.</summary>
    /// <param name="node">The node that holds the identifier.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="InputException">The identifier is unknown; carries the place in the file.</exception>
    public PublishedFact Get(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        string id = node.AsText();
        return Find(id) ?? throw node.Error(Problem(id), "identifiers of data/papers", Remedy(id));
    }

    /// <summary>Returns where a fact stands.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>Citation, DOI and place.</returns>
    /// <exception cref="KeyNotFoundException">The identifier is unknown.</exception>
    public Source Source(string id) => Get(id).Source;

    private static string Problem(string id) => $"'{id}' is no published fact that ships with the product.";

    private string Remedy(string id) => Suggestion.Nearest(id, Facts.Select(fact => fact.Id)) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : "Look the identifier up in data/papers.";
}
