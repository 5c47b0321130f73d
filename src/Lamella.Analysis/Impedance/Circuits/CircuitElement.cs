using System.Collections.Immutable;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>A kind of circuit element: its formula, parameters, limits and source, each stated once.</summary>
/// <remarks>The impedance is that of the whole sample [Ω]; ω = 2πf; a capacitive element has a negative imaginary part.</remarks>
public abstract class CircuitElement
{
    /// <summary>Gets the letters by which circuits call the element, for example <c>CPE</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Gets the name of the element.</summary>
    public abstract string Title { get; }

    /// <summary>Gets the impedance as a formula in the parameters' symbols.</summary>
    public abstract string Formula { get; }

    /// <summary>Gets whom to cite for the formula.</summary>
    public abstract string Source { get; }

    /// <summary>Gets the parameters in their order.</summary>
    public abstract ImmutableArray<ElementParameter> Parameters { get; }

    /// <summary>Gets the places of two parameters that may be exchanged without a change of the impedance; null where there are none.</summary>
    internal virtual (int First, int Second)? Interchangeable => null;

    /// <summary>Gets whether the element has a time constant of its own: a time among its parameters, or resistance and capacity.</summary>
    internal bool HasTimeConstant => Parameters.Any(kind => kind.Unit == "s")
        || (Parameters.Any(kind => kind.Unit == "Ω") && Parameters.Any(kind => kind.Unit is "F" or "S·s^n"));

    /// <summary>Computes the impedance and its exact derivatives at every frequency.</summary>
    /// <param name="grid">Frequencies.</param>
    /// <param name="values">Parameters in SI, in the order of <see cref="Parameters"/>.</param>
    /// <param name="rows">Receives Z and ∂Z/∂u, u = ln p for a positive kind and p otherwise.</param>
    internal abstract void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows);

    /// <summary>Draws parameters at random so that |Z| is about a given size at a given frequency, where the element then turns.</summary>
    /// <param name="size">|Z| [Ω].</param>
    /// <param name="omega">Angular frequency [rad/s].</param>
    /// <param name="random">Source of what is left open, such as exponents.</param>
    /// <param name="values">Receives the parameters in SI.</param>
    internal abstract void Draw(double size, double omega, SeededGenerator random, Span<double> values);

    /// <summary>Draws an exponent: mostly between 1/2 and 1 and near 1, sometimes below.</summary>
    private protected static double DrawExponent(SeededGenerator random)
    {
        double share = random.NextUniform(), kind = random.NextUniform();
        return kind < 0.15 ? 0.5 * share : 1.0 - (0.5 * share * share);
    }
}
