using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A constant phase element, Z = 1/(Q(jω)ⁿ): a capacitance with a spread of time constants; a resistor at n = 0.</summary>
internal sealed class ConstantPhase : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "CPE";

    /// <inheritdoc/>
    public override string Title => "constant phase element";

    /// <inheritdoc/>
    public override string Formula => "1/(Q(jω)^n)";

    /// <inheritdoc/>
    public override string Source => "Brug, van den Eeden, Sluyters-Rehbach and Sluyters, J. Electroanal. Chem. 176 (1984) 275, doi 10.1016/S0022-0728(84)80324-1";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Admittance("Q", "factor of the admittance"), ElementParameter.Number("n", "exponent", 0.0, 1.0)];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows) =>
        PowerLaw.Evaluate(grid, 1.0 / values[0], -values[1], rows);

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        values[1] = DrawExponent(random);
        values[0] = 1.0 / (size * Math.Pow(omega, values[1]));
    }
}
