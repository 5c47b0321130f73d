using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;

namespace Lamella.Cells.Experiments;

/// <summary>What an experiment runs: a common beginning, then stages that do not depend on each other.</summary>
/// <param name="Preparation">What every stage starts from, or null where each starts from equilibrium.</param>
/// <param name="Stages">Independent runs, in the order of the results.</param>
public sealed record ExperimentPlan(ExperimentStage? Preparation, ImmutableArray<ExperimentStage> Stages);

/// <summary>One run of an experiment.</summary>
/// <param name="Name">What is different in this run, such as "1C" or "-20 degC".</param>
/// <param name="Protocol">The steps.</param>
public sealed record ExperimentStage(string Name, Protocol Protocol)
{
    /// <summary>Gets the state of charge from which the stage starts, where no preparation stands before it [–].</summary>
    public double StateOfCharge { get; init; }

    /// <summary>Gets the cell of the stage where the experiment changes it, or null for the given one.</summary>
    public CellDescription? Cell { get; init; }
}
