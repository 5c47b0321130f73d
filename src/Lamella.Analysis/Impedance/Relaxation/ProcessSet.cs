using System.Collections.Immutable;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The non-linear parameters of a description: its processes and what stands in series with them.</summary>
/// <param name="Processes">The processes.</param>
/// <param name="HasResistance">Whether a series resistance is there.</param>
/// <param name="HasInductance">Whether a series inductance is there.</param>
/// <param name="TailExponent">n of a series constant-phase element 1/(Q(jω)ⁿ), in [0.3, 1]; null without one.</param>
internal sealed record ProcessSet(ImmutableArray<RelaxationProcess> Processes, bool HasResistance, bool HasInductance, double? TailExponent)
{
    internal const double SmallestTailExponent = 0.3;

    /// <summary>Gets the number of linear parameters: resistance, inductance, tail and one strength per process.</summary>
    internal int LinearCount => FirstArea + Processes.Length;

    /// <summary>Gets the place of the inductance among them, where there is one.</summary>
    internal int InductancePlace => HasResistance ? 1 : 0;

    /// <summary>Gets the place of the tail among them, where there is one.</summary>
    internal int TailPlace => InductancePlace + (HasInductance ? 1 : 0);

    /// <summary>Gets the place of the first process among them.</summary>
    internal int FirstArea => TailPlace + (TailExponent is null ? 0 : 1);

    /// <summary>Gets the number of non-linear parameters.</summary>
    internal int ShapeCount => (TailExponent is null ? 0 : 1) + Processes.Sum(process => process.ParameterCount);

    /// <summary>Returns the non-linear parameters in order: tail, then ln τ, n and β of each process.</summary>
    internal double[] ToParameters()
    {
        List<double> values = TailExponent is { } tail ? [tail] : [];
        foreach (RelaxationProcess process in Processes)
        {
            values.Add(process.LogTau);
            if (process.ParameterCount > 1)
            {
                values.Add(process.Exponent);
            }

            if (process.ParameterCount > 2)
            {
                values.Add(process.Skew);
            }
        }

        return [.. values];
    }

    /// <summary>Returns the same set with other parameters.</summary>
    internal ProcessSet With(ReadOnlySpan<double> parameters)
    {
        int next = 0;
        double? tail = TailExponent is null ? null : parameters[next++];
        var processes = ImmutableArray.CreateBuilder<RelaxationProcess>(Processes.Length);
        foreach (RelaxationProcess process in Processes)
        {
            int count = process.ParameterCount;
            processes.Add(process with
            {
                LogTau = parameters[next],
                Exponent = count > 1 ? parameters[next + 1] : process.Exponent,
                Skew = count > 2 ? parameters[next + 2] : process.Skew,
            });
            next += count;
        }

        return this with { Processes = processes.MoveToImmutable(), TailExponent = tail };
    }

    /// <summary>Writes the bounds of the parameters.</summary>
    /// <param name="shortest">Smallest ln τ.</param>
    /// <param name="longest">Largest ln τ.</param>
    /// <param name="lower">Receives the lower bounds.</param>
    /// <param name="upper">Receives the upper bounds.</param>
    internal void Bounds(double shortest, double longest, Span<double> lower, Span<double> upper)
    {
        int next = 0;
        if (TailExponent is not null)
        {
            (lower[0], upper[next++]) = (SmallestTailExponent, 1.0);
        }

        foreach (RelaxationProcess process in Processes)
        {
            (lower[next], upper[next++]) = (shortest, longest);
            if (process.ParameterCount > 1)
            {
                (lower[next], upper[next++]) = (RelaxationProcess.SmallestExponent, 1.0);
            }

            if (process.ParameterCount > 2)
            {
                (lower[next], upper[next++]) = (RelaxationProcess.SmallestSkew, 1.0);
            }
        }
    }
}
