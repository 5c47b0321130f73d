using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Linear;

namespace Lamella.Transport.Composition;

/// <summary>One step of a thermogravimetric curve.</summary>
/// <param name="Loss">Share of the first mass that is lost in it, or that is left after the last [–], 0 to 1.</param>
/// <param name="Components">Indices of the components that go in it.</param>
public sealed record MassStep(double Loss, ImmutableArray<int> Components);

/// <summary>How well mass steps and recipe fit together.</summary>
public sealed record ThermogravimetricResult
{
    /// <summary>Gets the shares of the mass that come nearest to both, one per component, summing to 1.</summary>
    [Unit("–")]
    public required ImmutableArray<double> MassFractions { get; init; }

    /// <summary>Gets for each step what the fractions predict less what was measured.</summary>
    [Unit("–")]
    public required ImmutableArray<double> StepMisfits { get; init; }

    /// <summary>Gets the largest misfit of a step or of a ratio of the recipe, in shares of the first mass.</summary>
    [Unit("–")]
    public required double LargestMisfit { get; init; }

    /// <summary>Gets a value indicating whether a composition fits every step and the recipe within the tolerance.</summary>
    public required bool Fits { get; init; }
}

/// <summary>Finds the composition that comes nearest to mass steps and recipe together, as a linear programme.</summary>
/// <remarks>
/// Unknown are the shares wᵢ ≥ 0 with Σwᵢ = 1 and the largest misfit e ≥ 0, which is made least: |Σ_{i in step} wᵢ − loss| ≤ e for
/// each step and |wₐ − r·w_b| ≤ e for each stated ratio. A misfit above the error of the balance says that a component was lost,
/// is bound, or goes in another step than assumed.
/// </remarks>
public static class ThermogravimetricBalance
{
    /// <summary>Fits a composition.</summary>
    /// <param name="components">Number of components, at least 1.</param>
    /// <param name="steps">The steps; each component may go in one of them, or stay (no step).</param>
    /// <param name="ratios">Ratios of the recipe: share of the first component over that of the second [–], above 0.</param>
    /// <param name="tolerance">Misfit that counts as a fit, in shares of the first mass [–], ≥ 0.</param>
    /// <returns>The composition and its misfits.</returns>
    /// <exception cref="ArgumentException">There is no component, or an index is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A loss, ratio or the tolerance is outside its range.</exception>
    public static ThermogravimetricResult Fit(
        int components, ImmutableArray<MassStep> steps, ImmutableArray<(int First, int Second, double Ratio)> ratios, double tolerance)
    {
        Validate(components, steps, ratios, tolerance);
        var rows = new List<(double[] Factors, double Right)>();
        foreach (MassStep step in steps)
        {
            double[] factors = new double[components];
            foreach (int component in step.Components)
            {
                factors[component] = 1.0;
            }

            rows.Add((factors, step.Loss));
        }

        foreach ((int first, int second, double ratio) in ratios)
        {
            double[] factors = new double[components];
            (factors[first], factors[second]) = (1.0, -ratio);
            rows.Add((factors, 0.0));
        }

        double[] shares = Solve(components, rows);
        double[] misfits = [.. rows.Select(row => Dot(row.Factors, shares) - row.Right)];
        double largest = misfits.Length == 0 ? 0.0 : misfits.Max(Math.Abs);
        return new ThermogravimetricResult
        {
            MassFractions = [.. shares],
            StepMisfits = [.. misfits.Take(steps.Length)],
            LargestMisfit = largest,
            Fits = largest <= tolerance + 1e-12,
        };
    }

    /// <summary>Minimises e over shares, e, and two slacks per row: factors·w − e + s = right, −factors·w − e + t = −right.</summary>
    private static double[] Solve(int components, List<(double[] Factors, double Right)> rows)
    {
        int unknowns = components + 1 + (2 * rows.Count), equations = 1 + (2 * rows.Count);
        double[] cost = new double[unknowns], matrix = new double[equations * unknowns], right = new double[equations];
        cost[components] = 1.0;
        matrix.AsSpan(0, components).Fill(1.0);
        right[0] = 1.0;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int side = 0; side < 2; side++)
            {
                double sign = side == 0 ? 1.0 : -1.0;
                int equation = 1 + (2 * row) + side, start = equation * unknowns;
                for (int i = 0; i < components; i++)
                {
                    matrix[start + i] = sign * rows[row].Factors[i];
                }

                matrix[start + components] = -1.0;
                matrix[start + components + equation] = 1.0;
                right[equation] = sign * rows[row].Right;
            }
        }

        double[] solution = new double[unknowns];
        ProgrammeEnding ending = LinearProgramme.Minimise(cost, matrix, right, solution);
        return ending == ProgrammeEnding.Optimal
            ? solution[..components]
            : throw new InvalidOperationException($"The programme of the mass balance ended as {ending}; with a free misfit it always has an optimum.");
    }

    private static double Dot(double[] factors, double[] shares) => factors.Zip(shares, (a, b) => a * b).Sum();

    private static void Validate(
        int components, ImmutableArray<MassStep> steps, ImmutableArray<(int First, int Second, double Ratio)> ratios, double tolerance)
    {
        bool Known(int index) => index >= 0 && index < components;
        if (components < 1 || !steps.All(step => step.Components.All(Known)) || !ratios.All(ratio => Known(ratio.First) && Known(ratio.Second)))
        {
            throw new ArgumentException($"Steps and ratios must name components 0 to {components - 1}, of which there is at least one.", nameof(components));
        }

        foreach (MassStep step in steps)
        {
            Demand.Share(step.Loss, nameof(step.Loss));
        }

        foreach ((int _, int _, double ratio) in ratios)
        {
            Demand.Positive(ratio, "–", nameof(ratio));
        }

        Demand.NotNegative(tolerance, "–", nameof(tolerance));
    }
}
