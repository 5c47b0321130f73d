namespace Lamella.Materials.Records.Entries;

/// <summary>Whom a record cites.</summary>
/// <param name="Key">Short key, unique in a library, such as <c>zheng2025</c> or <c>guo2025-18</c>.</param>
/// <param name="Citation">Whom to cite, in one line.</param>
public sealed record RecordSource(string Key, string Citation)
{
    /// <summary>Gets the authors, or null.</summary>
    public string? Authors { get; init; }

    /// <summary>Gets the title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the journal, or null.</summary>
    public string? Journal { get; init; }

    /// <summary>Gets the year, or null.</summary>
    public string? Year { get; init; }

    /// <summary>Gets the volume, or null.</summary>
    public string? Volume { get; init; }

    /// <summary>Gets the page or the number of the article, or null.</summary>
    public string? Page { get; init; }

    /// <summary>Gets the digital object identifier without the resolver, or null.</summary>
    public string? Doi { get; init; }

    /// <summary>Gets the citation of the publication that quotes this work, or null for the work itself.</summary>
    public string? QuotedIn { get; init; }

    /// <summary>Gets its number in the publication that quotes it, or null.</summary>
    public string? Number { get; init; }
}
