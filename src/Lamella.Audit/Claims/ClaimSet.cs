using System.Collections.Immutable;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Claims;

/// <summary>A statement that one system has more of a quantity than another.</summary>
/// <param name="Id">Identifier, unique in its file.</param>
/// <param name="Quantity">The quantity, a word of the vocabulary.</param>
/// <param name="Greater">The system that has more.</param>
/// <param name="Than">The system that has less.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ComparisonStatement(string Id, string Quantity, string Greater, string Than, string Place)
{
    /// <summary>Gets a value indicating whether the publication does not say so in these words: whoever wrote the statement reads it so.</summary>
    /// <remarks>A reading may leave something open, but a publication is never contradicted by it.</remarks>
    public bool IsReading { get; init; }

    /// <summary>Gets what helps to read the statement, or empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Says for the remark of a verdict that this is a reading, and what the note says.</summary>
    internal string Remark => Readings.Remark(Id, IsReading, Note);
}

/// <summary>What a table is said to list.</summary>
/// <param name="Place">The table.</param>
/// <param name="Of">What must be one of the words: <c>about</c> for the name, else the name of a condition such as <c>cathode</c>.</param>
/// <param name="Words">The words, one of which must occur.</param>
public sealed record ClaimScope(string Place, string Of, ImmutableArray<string> Words);

/// <summary>The claims of one file with the systems that they speak of.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class ClaimSet
{
    private readonly ImmutableDictionary<string, string> _names;
    private readonly ImmutableDictionary<string, AuditedSystem> _systems;
    private readonly ILookup<string, Claim> _byQuantity;
    private readonly ILookup<string, Claim> _bySubject;

    /// <summary>Initializes a new instance of the <see cref="ClaimSet"/> class.</summary>
    /// <param name="title">What the claims are from.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="systems">What is said of the systems.</param>
    /// <param name="assumptions">The assumptions of the file over the usual ones.</param>
    public ClaimSet(string title, ImmutableArray<Claim> claims, ImmutableArray<AuditedSystem> systems, AssumptionSet assumptions)
    {
        (Title, Claims, Systems, Assumptions) = (title, claims, systems, assumptions);
        _systems = systems.ToImmutableDictionary(system => system.Name, StringComparer.Ordinal);
        _names = systems.SelectMany(system => system.Aliases.Append(system.Name).Select(name => (Alias: name, system.Name)))
            .DistinctBy(pair => pair.Alias).ToImmutableDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.Ordinal);
        _byQuantity = claims.ToLookup(claim => claim.Quantity, StringComparer.Ordinal);
        _bySubject = claims.ToLookup(Subject, StringComparer.Ordinal);
    }

    /// <summary>Gets what the claims are from.</summary>
    public string Title { get; }

    /// <summary>Gets the digital object identifier of the publication, or empty.</summary>
    public string Doi { get; init; } = string.Empty;

    /// <summary>Gets the claims in the order of the file.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>Gets what is said of the systems.</summary>
    public ImmutableArray<AuditedSystem> Systems { get; }

    /// <summary>Gets the assumptions.</summary>
    public AssumptionSet Assumptions { get; }

    /// <summary>Gets the statements that one system has more of something than another.</summary>
    public ImmutableArray<ComparisonStatement> Statements { get; init; } = [];

    /// <summary>Gets what tables are said to list.</summary>
    public ImmutableArray<ClaimScope> Scopes { get; init; } = [];

    /// <summary>Gets the cited works by number: journal, volume, year and page in one line.</summary>
    public ImmutableSortedDictionary<string, string> Works { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Returns the same claims under other assumptions.</summary>
    /// <param name="assumptions">The assumptions.</param>
    /// <returns>The other set.</returns>
    public ClaimSet With(AssumptionSet assumptions) =>
        new(Title, Claims, Systems, assumptions) { Doi = Doi, Statements = Statements, Scopes = Scopes, Works = Works };

    /// <summary>Returns the name that stands for all names of the system of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>Its system.</returns>
    public string Subject(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Canonical(claim.About);
    }

    /// <summary>Returns the name that stands for all names of a system.</summary>
    /// <param name="name">Any of its names.</param>
    /// <returns>The name of its description, or the name itself.</returns>
    public string Canonical(string name) => _names.GetValueOrDefault(name, name);

    /// <summary>Returns what is said of a system.</summary>
    /// <param name="name">Any of its names.</param>
    /// <returns>The description; an empty one where the file has none.</returns>
    public AuditedSystem System(string name) =>
        _systems.GetValueOrDefault(Canonical(name)) ?? new AuditedSystem { Name = name };

    /// <summary>Returns the claims about a quantity.</summary>
    /// <param name="quantities">Words of the vocabulary.</param>
    /// <returns>The claims in the order of the file, quantity by quantity.</returns>
    public IEnumerable<Claim> Of(params IEnumerable<string> quantities) => quantities.SelectMany(quantity => _byQuantity[quantity]);

    /// <summary>Returns the claims about a quantity of a system.</summary>
    /// <param name="system">Any name of the system.</param>
    /// <param name="quantities">Words of the vocabulary.</param>
    /// <returns>The claims in the order of the file.</returns>
    public IEnumerable<Claim> About(string system, params string[] quantities) =>
        _bySubject[Canonical(system)].Where(claim => quantities.Contains(claim.Quantity, StringComparer.Ordinal));
}
