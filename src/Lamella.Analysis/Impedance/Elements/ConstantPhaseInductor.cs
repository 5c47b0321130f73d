using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>An inductor with losses, Z = L(jω)ⁿ, as leads and skin effect give it.</summary>
internal sealed class ConstantPhaseInductor : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "La";

    /// <inheritdoc/>
    public override string Title => "inductor with losses";

    /// <inheritdoc/>
    public override string Formula => "L(jω)^n";

    /// <inheritdoc/>
    public override string Source => "Holm, Holm and Martinsen, PLoS ONE 16 (2021) e0248786, doi 10.1371/journal.pone.0248786";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Reactance("L", "factor of the impedance"), ElementParameter.Number("n", "exponent", 0.0, 1.0)];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows) =>
        PowerLaw.Evaluate(grid, values[0], values[1], rows);

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        values[1] = DrawExponent(random);
        values[0] = size / Math.Pow(omega, values[1]);
    }
}
