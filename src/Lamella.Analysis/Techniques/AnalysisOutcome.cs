using System.Collections.Immutable;

namespace Lamella.Analysis.Techniques;

/// <summary>What an analysis found: quantities with uncertainties, tables, figures, what to mind, and what the data cannot say.</summary>
/// <remarks>Every face is made from this alone: the sheet of the terminal, the JSON, the page.</remarks>
public sealed record AnalysisOutcome
{
    /// <summary>Gets name and revision of the method, for example <c>bruce-vincent/1</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets one sentence that says what was done with what.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the quantities, the most important first.</summary>
    public required ImmutableArray<FoundQuantity> Quantities { get; init; }

    /// <summary>Gets the tables.</summary>
    public ImmutableArray<OutcomeTable> Tables { get; init; } = [];

    /// <summary>Gets the figures.</summary>
    public ImmutableArray<OutcomeFigure> Figures { get; init; } = [];

    /// <summary>Gets what to mind.</summary>
    public ImmutableArray<OutcomeWarning> Warnings { get; init; } = [];

    /// <summary>Gets what these data cannot say, in sentences.</summary>
    public ImmutableArray<string> CannotSay { get; init; } = [];

    /// <summary>Gets how the numbers were made: formula, assumptions and source, in sentences.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];
}
