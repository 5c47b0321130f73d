using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core.Errors;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Residuals of facts and priors; serves one thread of the fit.</summary>
/// <remarks>A variant that a parameter does not move is not simulated again: the last few results are kept per variant.</remarks>
internal sealed class ResidualModel
{
    private const int Remembered = 4;

    private readonly CalibrationProblem problem;
    private readonly Measured[] facts;
    private readonly SimulationOptions simulation;
    private readonly Action? evaluated;
    private readonly CancellationToken cancellation;
    private readonly ImmutableArray<VariantGroup> groups;

    /// <param name="problem">What to fit to what.</param>
    /// <param name="facts">The facts with their values.</param>
    /// <param name="simulation">How they are simulated.</param>
    /// <param name="evaluated">Called after each evaluation; null for nobody.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <param name="wanted">The facts that are simulated; null for all. The residuals of the others are left alone.</param>
    internal ResidualModel(
        CalibrationProblem problem,
        Measured[] facts,
        SimulationOptions simulation,
        Action? evaluated,
        CancellationToken cancellation,
        Predicate<Measured>? wanted = null)
    {
        (this.problem, this.facts, this.simulation, this.evaluated) = (problem, facts, simulation, evaluated);
        this.cancellation = cancellation;
        groups =
        [
            .. from index in Enumerable.Range(0, facts.Length)
               where wanted?.Invoke(facts[index]) != false
               group index by facts[index].Point.Variant into members
               select Group(members.Key, [.. members]),
        ];
    }

    /// <summary>Evaluates (simulated − measured)/σ of every fact, then (u − u_prior)/σ_prior of every prior.</summary>
    /// <returns>False where the values describe no cell.</returns>
    internal bool Evaluate(ReadOnlySpan<double> values, Span<double> residuals)
    {
        foreach (VariantGroup group in groups)
        {
            if (Simulated(group, values) is not { } simulated)
            {
                return false;
            }

            for (int i = 0; i < group.Facts.Length; i++)
            {
                Measured fact = facts[group.Facts[i]];
                residuals[group.Facts[i]] = (simulated[i] - fact.Value) / fact.Deviation;
            }
        }

        Priors(values, residuals[facts.Length..]);
        evaluated?.Invoke();
        return true;
    }

    private double[]? Simulated(VariantGroup group, ReadOnlySpan<double> values)
    {
        double[] key = new double[group.Moving.Length];
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = values[group.Moving[i]];
        }

        foreach ((double[] known, double[] result) in group.Memory)
        {
            if (known.AsSpan().SequenceEqual(key))
            {
                return result;
            }
        }

        if (TryBuild(group.Variant, values) is not { } cell)
        {
            return null;
        }

        var simulator = new PointSimulator(cell, simulation);
        double[] simulated = [.. group.Facts.Select(fact => simulator.Run(facts[fact].Point, cancellation).Value.InSi)];
        if (group.Memory.Count == Remembered)
        {
            group.Memory.Dequeue();
        }

        group.Memory.Enqueue((key, simulated));
        return simulated;
    }

    private CellDescription? TryBuild(string? variant, ReadOnlySpan<double> values)
    {
        try
        {
            return problem.Cells.Build(variant, values);
        }
        catch (InputException)
        {
            // Between the bounds there may be values that contradict each other; the fit stays away from them.
            return null;
        }
    }

    private void Priors(ReadOnlySpan<double> values, Span<double> residuals)
    {
        int at = 0;
        for (int i = 0; i < values.Length && at < residuals.Length; i++)
        {
            FreeParameter parameter = problem.Parameters[i];
            if (parameter.Prior?.Scaled(parameter.Fit) is ({ } mean, { } deviation))
            {
                residuals[at++] = (parameter.Fit.ToScaled(values[i]) - mean) / deviation;
            }
        }
    }

    private VariantGroup Group(string? variant, int[] members) => new(
        variant,
        members,
        problem.Moving(variant),
        new Queue<(double[] Key, double[] Result)>());

    private sealed record VariantGroup(
        string? Variant, int[] Facts, int[] Moving, Queue<(double[] Key, double[] Result)> Memory);
}
