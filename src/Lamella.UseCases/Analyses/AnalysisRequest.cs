using System.Collections.Immutable;
using Lamella.Instruments.Reading;

namespace Lamella.UseCases.Analyses;

/// <summary>What to analyse and how.</summary>
public sealed record AnalysisRequest
{
    /// <summary>Gets the name of the technique.</summary>
    public required string Technique { get; init; }

    /// <summary>Gets files of instruments, folders of them, and folders of results of simulations; may be empty for a technique whose settings say everything.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Gets the settings of the technique: names and values as a user writes them.</summary>
    public ImmutableArray<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Gets what the user decides instead of the files.</summary>
    public ImportOptions Import { get; init; } = ImportOptions.Default;
}
