using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Cells as functions of the values that a fit may move.</summary>
public interface ICellFamily
{
    /// <summary>Builds one cell. Called from several threads at once.</summary>
    /// <param name="variant">Name of the variant, or null for the base cell.</param>
    /// <param name="values">Values of all parameters in SI, in their order.</param>
    /// <returns>The described cell; the same values give the same cell.</returns>
    /// <exception cref="InputException">The values contradict each other or the materials.</exception>
    CellDescription Build(string? variant, ReadOnlySpan<double> values);

    /// <summary>Tells whether a parameter changes a variant.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="variant">Name of the variant, or null for the base cell.</param>
    /// <returns>False where the variant is the same for every value of the parameter.</returns>
    bool Moves(int parameter, string? variant);
}

/// <summary>A value that a fit may move, ready to be fitted.</summary>
/// <param name="Fit">Name, bounds, start and scale, in SI.</param>
/// <param name="Unit">Unit in which it is shown.</param>
/// <param name="Prior">What is known before the facts; null for the bounds alone.</param>
public sealed record FreeParameter(FitParameter Fit, Unit Unit, GaussianPrior? Prior)
{
    /// <summary>Gets the path of the value in cell.yaml.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the variants in which it moves; empty for all that have it.</summary>
    public required ImmutableArray<string> Variants { get; init; }
}

/// <summary>Knowledge of a parameter before any fact: a Gaussian on the parameter's scale.</summary>
/// <param name="Mean">Mean, in SI.</param>
/// <param name="Lower">Lower end of the assumed range, in SI.</param>
/// <param name="Upper">Upper end of the assumed range, in SI.</param>
/// <remarks>The standard deviation is that of a uniform distribution over the range, its width/√12, on the parameter's scale.</remarks>
public sealed record GaussianPrior(double Mean, double Lower, double Upper)
{
    /// <summary>Returns mean and standard deviation in the scaled variable of the fit.</summary>
    internal (double Mean, double Deviation) Scaled(FitParameter parameter) =>
        (parameter.ToScaled(Mean), (parameter.ToScaled(Upper) - parameter.ToScaled(Lower)) / Math.Sqrt(12.0));
}

/// <summary>What to fit to what.</summary>
public sealed record CalibrationProblem
{
    /// <summary>Gets the cells.</summary>
    public required ICellFamily Cells { get; init; }

    /// <summary>Gets what may move.</summary>
    public required ImmutableArray<FreeParameter> Parameters { get; init; }

    /// <summary>Gets the measurements to meet, each with a comparable value.</summary>
    public required ImmutableArray<ExperimentPoint> Points { get; init; }

    /// <summary>Gets the uncertainty of facts that state none.</summary>
    public required FactUncertainty Uncertainty { get; init; }

    /// <summary>Returns the parameters that change a variant.</summary>
    internal int[] Moving(string? variant) => [.. Enumerable.Range(0, Parameters.Length).Where(parameter => Cells.Moves(parameter, variant))];
}

/// <summary>How a fit runs.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Gets how experiments are simulated.</summary>
    public SimulationOptions Simulation { get; init; } = SimulationOptions.Coarse;

    /// <summary>Gets the number of threads, ≥ 1; the result does not depend on it.</summary>
    [Unit("–")]
    public int Threads { get; init; } = 2;

    /// <summary>Gets the number of starts, ≥ 1: the stated values, then others between the bounds.</summary>
    [Unit("–")]
    public int Starts { get; init; } = 1;

    /// <summary>Gets a value indicating whether runs carry their derivatives along; false for differences of everything.</summary>
    public bool CarryDerivatives { get; init; } = true;

    /// <summary>Gets the most iterations per start.</summary>
    [Unit("–")]
    public int MaximumIterations { get; init; } = 40;
}
