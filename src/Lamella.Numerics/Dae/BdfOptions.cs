using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Numerics.Dae;

/// <summary>Accuracy and limits of <see cref="BdfSolver"/>.</summary>
/// <remarks>
/// Every unknown i has the error weight 1/(rtol·|yᵢ| + atolᵢ); a weighted root-mean-square of 1 is what is tolerated per step.
/// </remarks>
public sealed record BdfOptions
{
    /// <summary>Gets the relative tolerance per step [–], &gt; 0.</summary>
    [Unit("–")]
    public double RelativeTolerance { get; init; } = 1e-4;

    /// <summary>Gets the absolute tolerance of every unknown, in the unit of the unknowns, &gt; 0.</summary>
    [Unit("unit of the unknown")]
    public double AbsoluteTolerance { get; init; } = 1e-6;

    /// <summary>Gets absolute tolerances per unknown, shape (n), instead of <see cref="AbsoluteTolerance"/>; empty for none.</summary>
    [Unit("unit of the unknown")]
    public ImmutableArray<double> AbsoluteTolerances { get; init; } = [];

    /// <summary>Gets the highest order used, 1 to 5.</summary>
    public int MaximumOrder { get; init; } = 5;

    /// <summary>Gets the number of steps allowed since the solver was initialised, ≥ 1.</summary>
    public int MaximumSteps { get; init; } = 100_000;

    /// <summary>Gets the first step [s]; 0 chooses it from the initial derivatives.</summary>
    [Unit("s")]
    public double InitialStep { get; init; }

    /// <summary>Gets the longest step allowed [s], &gt; 0.</summary>
    [Unit("s")]
    public double MaximumStep { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the shortest step allowed [s], ≥ 0; rounding of the time sets a limit of its own.</summary>
    [Unit("s")]
    public double MinimumStep { get; init; }

    /// <summary>Gets whether the error test and the order selection ignore the algebraic unknowns.</summary>
    /// <remarks>
    /// Off, because the algebraic unknowns of a cell (its potentials) are what is wanted, and in an index-1 system their
    /// error is not controlled by that of the differential ones where a reaction saturates.
    /// </remarks>
    public bool ExcludeAlgebraicFromErrorTest { get; init; }

    /// <summary>Gets the part of the tolerance [–] that the corrector may leave unconverged, in (0, 1].</summary>
    [Unit("–")]
    public double CorrectorTolerance { get; init; } = 0.2;

    /// <summary>Checks every value.</summary>
    /// <param name="size">n, the number of unknowns.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    internal void Validate(int size)
    {
        Require(RelativeTolerance > 0.0 && RelativeTolerance < 1.0, nameof(RelativeTolerance), RelativeTolerance, "in (0, 1)");
        Require(MaximumOrder is >= 1 and <= BdfHistory.HighestOrder, nameof(MaximumOrder), MaximumOrder, "from 1 to 5");
        Require(MaximumSteps >= 1, nameof(MaximumSteps), MaximumSteps, "at least 1");
        Require(InitialStep >= 0.0 && double.IsFinite(InitialStep), nameof(InitialStep), InitialStep, "0 or a positive time in s");
        Require(MaximumStep > 0.0, nameof(MaximumStep), MaximumStep, "a positive time in s");
        Require(MinimumStep >= 0.0 && MinimumStep < MaximumStep, nameof(MinimumStep), MinimumStep, "from 0 to MaximumStep, in s");
        Require(CorrectorTolerance is > 0.0 and <= 1.0, nameof(CorrectorTolerance), CorrectorTolerance, "in (0, 1]");
        if (AbsoluteTolerances.IsDefaultOrEmpty)
        {
            Require(IsTolerance(AbsoluteTolerance), nameof(AbsoluteTolerance), AbsoluteTolerance, "finite and above 0");
            return;
        }

        Require(AbsoluteTolerances.Length == size, "AbsoluteTolerances.Length", AbsoluteTolerances.Length, $"{size}, one per unknown");
        for (int i = 0; i < size; i++)
        {
            Require(IsTolerance(AbsoluteTolerances[i]), $"AbsoluteTolerances[{i}]", AbsoluteTolerances[i], "finite and above 0");
        }
    }

    /// <summary>Returns the absolute tolerance of one unknown.</summary>
    internal double AbsoluteToleranceOf(int index) =>
        AbsoluteTolerances.IsDefaultOrEmpty ? AbsoluteTolerance : AbsoluteTolerances[index];

    private static bool IsTolerance(double value) => value > 0.0 && double.IsFinite(value);

    private static void Require(bool holds, string name, double value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; it must be {allowed}."), name);
        }
    }
}
