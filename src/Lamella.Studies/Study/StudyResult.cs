using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Results;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Whole;

namespace Lamella.Studies;

/// <summary>How far a study is.</summary>
/// <param name="Fraction">Share done, 0 to 1, never falling [–].</param>
/// <param name="What">What is being done, in a few words.</param>
public readonly record struct StudyProgress(double Fraction, string What);

/// <summary>How a study runs.</summary>
public sealed record StudyOptions
{
    /// <summary>Gets how the fit runs.</summary>
    public CalibrationOptions Calibration { get; init; } = new();

    /// <summary>Gets how predictions are made.</summary>
    public PredictionOptions Prediction { get; init; } = new();

    /// <summary>Returns the options with another number of threads; the result does not depend on it.</summary>
    /// <param name="threads">Number of threads, ≥ 1.</param>
    /// <returns>The options.</returns>
    public StudyOptions WithThreads([Unit("–")] int threads) => this with
    {
        Calibration = Calibration with { Threads = threads },
        Prediction = Prediction with { Threads = threads },
    };
}

/// <summary>One cell of a study.</summary>
/// <param name="Name">Name of the variant, or null for the base cell.</param>
/// <param name="Described">The cell as its file describes it.</param>
/// <param name="Calibrated">The cell with the fitted values.</param>
/// <param name="Inputs">Everything that goes into the described cell.</param>
public sealed record StudyVariant(string? Name, CellDescription Described, CellDescription Calibrated, DescribedInputs Inputs);

/// <summary>An experiment with its predictions.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Points">One prediction per point, in its order.</param>
public sealed record ExperimentResult(Experiment Experiment, ImmutableArray<PredictedPoint> Points);

/// <summary>What all shown runs conserved and cost.</summary>
public sealed record StudyEffort
{
    /// <summary>Gets the number of shown runs; those of the calibration and of the intervals come on top.</summary>
    [Unit("–")]
    public required int Runs { get; init; }

    /// <summary>Gets the work of the solver over the shown runs; unknowns are those of the largest model.</summary>
    public required SolverWork Work { get; init; }

    /// <summary>Gets the largest change of a cell's lithium over its amount, over all shown runs.</summary>
    [Unit("–")]
    public required double LithiumDrift { get; init; }

    /// <summary>Gets the largest change of a cell's salt over its amount.</summary>
    [Unit("–")]
    public required double SaltDrift { get; init; }

    /// <summary>Gets the largest difference between charge passed and lithium exchanged, over what the positive side holds.</summary>
    [Unit("–")]
    public required double ChargeDrift { get; init; }

    /// <summary>Gets the evaluations of all facts by the fit.</summary>
    [Unit("–")]
    public required int CalibrationEvaluations { get; init; }

    /// <summary>Gets the samples behind the intervals.</summary>
    [Unit("–")]
    public required int Samples { get; init; }

    /// <summary>Gets how many equal samples the weighted ones are worth, 1/Σw².</summary>
    [Unit("–")]
    public required double EffectiveSamples { get; init; }
}

/// <summary>A finished study.</summary>
public sealed record StudyResult
{
    /// <summary>Gets the publication.</summary>
    public required PublishedPaper Paper { get; init; }

    /// <summary>Gets the described cell.</summary>
    public required CellDocument Cell { get; init; }

    /// <summary>Gets the cells, in the order in which the experiments use them.</summary>
    public required ImmutableArray<StudyVariant> Variants { get; init; }

    /// <summary>Gets the fit.</summary>
    public required CalibrationResult Calibration { get; init; }

    /// <summary>Gets the experiments with their predictions, runs and voltage splits.</summary>
    public required ImmutableArray<ExperimentResult> Experiments { get; init; }

    /// <summary>Gets the experiments that were simulated from beginning to end, in the order of the study.</summary>
    public required ImmutableArray<WholeExperimentResult> WholeExperiments { get; init; }

    /// <summary>Gets what the shown runs conserved and cost.</summary>
    public required StudyEffort Effort { get; init; }

    /// <summary>Gets the probability that an interval holds if the model does.</summary>
    [Unit("–")]
    public required double Coverage { get; init; }

    /// <summary>Gets what to mind, in sentences, each once.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Gets where the result came from.</summary>
    public required ResultProvenance Provenance { get; init; }

    /// <summary>Gets every predicted point, in the order of the experiments.</summary>
    public ImmutableArray<PredictedPoint> Points => [.. Experiments.SelectMany(experiment => experiment.Points)];
}
