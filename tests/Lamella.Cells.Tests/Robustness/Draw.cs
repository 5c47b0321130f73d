using Lamella.Materials.Laws;
using Lamella.Numerics.Random;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Robustness;

/// <summary>Draws of one seeded case.</summary>
internal sealed class Draw(ulong seed)
{
    private readonly SeededGenerator generator = new(seed);

    /// <summary>Evenly between two values.</summary>
    internal double Between(double low, double high) => low + ((high - low) * generator.NextUniform());

    /// <summary>Evenly over the decades between two values.</summary>
    internal double Decades(double low, double high) => low * Math.Pow(high / low, generator.NextUniform());

    internal bool Chance(double share) => generator.NextUniform() < share;

    internal int Below(int bound) => generator.NextBelow(bound);

    internal T OneOf<T>(params ReadOnlySpan<T> choices) => choices[generator.NextBelow(choices.Length)];

    /// <summary>A transport property that falls with the cold, or one that does not.</summary>
    internal PropertyLaw Law(double low, double high) => Chance(0.5)
        ? ReferenceCells.Activated(Decades(low, high), Between(5e3, 4e4))
        : ReferenceCells.Constant(Decades(low, high));
}
