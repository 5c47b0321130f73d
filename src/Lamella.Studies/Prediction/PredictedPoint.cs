using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Prediction;

/// <summary>How a prediction compares with the measurement.</summary>
public enum Agreement
{
    /// <summary>The measured value is kept back.</summary>
    Sealed,

    /// <summary>The fit used this fact: no prediction.</summary>
    Calibrated,

    /// <summary>The measured value lies in the interval, or the stated bound is met.</summary>
    Inside,

    /// <summary>The measurement is below the interval: the prediction is too high.</summary>
    MeasuredBelow,

    /// <summary>The measurement is above the interval: the prediction is too low.</summary>
    MeasuredAbove,

    /// <summary>The fact is a list: no single number to compare with.</summary>
    NotComparable,
}

/// <summary>One measurement with its prediction.</summary>
public sealed record PredictedPoint
{
    /// <summary>Gets the measurement.</summary>
    public required ExperimentPoint Point { get; init; }

    /// <summary>Gets the predicted value, in the unit of the fact.</summary>
    public required Quantity Value { get; init; }

    /// <summary>Gets the lower end of the 90 % interval.</summary>
    public required Quantity Lower { get; init; }

    /// <summary>Gets the upper end of the 90 % interval.</summary>
    public required Quantity Upper { get; init; }

    /// <summary>Gets the verdict.</summary>
    public required Agreement Agreement { get; init; }

    /// <summary>Gets (predicted − measured)/measured; NaN where there is nothing to compare with.</summary>
    [Unit("–")]
    public required double Deviation { get; init; }

    /// <summary>Gets the verdict in words, with numbers.</summary>
    public required string Verdict { get; init; }

    /// <summary>Gets why the simulated experiment ended early, or null.</summary>
    public string? Reason => Simulated.Reason;

    /// <summary>Gets the simulated experiment with its runs and voltage split.</summary>
    public required SimulatedPoint Simulated { get; init; }

    /// <summary>Gets the values of the samples behind the interval, without the noise of the fact, in the unit of the fact.</summary>
    public required ImmutableArray<double> Samples { get; init; }

    /// <summary>Gets the weights of the samples, of sum 1.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Weights { get; init; }
}
