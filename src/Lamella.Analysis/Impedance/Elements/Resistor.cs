using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A resistor, Z = R.</summary>
internal sealed class Resistor : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "R";

    /// <inheritdoc/>
    public override string Title => "resistor";

    /// <inheritdoc/>
    public override string Formula => "R";

    /// <inheritdoc/>
    public override string Source => "Ohm's law";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } = [ElementParameter.Resistance("R", "resistance")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        rows.Real.Fill(values[0]);
        rows.Imaginary.Clear();
        rows.RealSlope(0).Fill(values[0]);
        rows.ImaginarySlope(0).Clear();
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) => values[0] = size;
}
