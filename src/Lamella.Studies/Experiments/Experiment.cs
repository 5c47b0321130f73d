using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;

namespace Lamella.Studies.Experiments;

/// <summary>Measurements of one kind that belong together.</summary>
public sealed record Experiment
{
    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what is measured.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>Gets how the points are plotted.</summary>
    public required FigureAxis Figure { get; init; }

    /// <summary>Gets the measurements.</summary>
    public required ImmutableArray<ExperimentPoint> Points { get; init; }
}

/// <summary>One measurement: the published fact and the conditions under which it is simulated.</summary>
public sealed record ExperimentPoint
{
    /// <summary>Gets the published fact.</summary>
    public required PublishedFact Fact { get; init; }

    /// <summary>Gets what is measured.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>Gets the variant of the cell, or null for the base cell.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the temperature.</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets the current of the discharge or half cycle; null where the kind has none.</summary>
    public CurrentLoad? Load { get; init; }

    /// <summary>Gets how the cell was charged; null where the kind has no charge.</summary>
    public ChargeConditions? Charge { get; init; }

    /// <summary>Gets the temperature of the charge.</summary>
    [Unit("K")]
    public required double ChargeTemperature { get; init; }

    /// <summary>Gets the duration of the half cycle; NaN where the kind has none.</summary>
    [Unit("s")]
    public double HalfCycle { get; init; } = double.NaN;

    /// <summary>Gets the state of charge at which a resistance is meant; without meaning in a symmetric cell.</summary>
    [Unit("–")]
    public double StateOfCharge { get; init; } = 0.5;

    /// <summary>Gets which resistance is meant.</summary>
    public ResistancePart Part { get; init; }

    /// <summary>Gets where the point stands.</summary>
    public required InputPlace Place { get; init; }

    /// <summary>Gets what in the fact's own conditions disagrees with the simulated ones, in sentences.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>How a cell was charged before a discharge: at constant current to the upper cut-off, then held there.</summary>
/// <param name="Load">Current of the charge.</param>
/// <param name="HoldUntil">Current at which the hold ends, or null for no hold.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record ChargeConditions(CurrentLoad Load, CurrentLoad? HoldUntil, Source Source)
{
    /// <inheritdoc/>
    public override string ToString() => HoldUntil is null ? $"{Load}" : $"{Load}, hold until {HoldUntil}";
}
