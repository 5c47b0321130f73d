using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A porous electrode whose walls block, one resistive rail: Z = R·coth(s)/s, s² = R·Q(jω)ⁿ.</summary>
internal sealed class BlockedLine : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "TL";

    /// <inheritdoc/>
    public override string Title => "transmission line, blocking walls";

    /// <inheritdoc/>
    public override string Formula => "R·coth(s)/s, s = sqrt(R·Q(jω)^n)";

    /// <inheritdoc/>
    public override string Source => "de Levie, Electrochim. Acta 8 (1963) 751, doi 10.1016/0013-4686(63)80042-0";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "ionic resistance of the pores"), ElementParameter.Admittance("Q", "factor of the walls' admittance"),
        ElementParameter.Number("n", "exponent of the walls", 0.0, 1.0),
    ];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], n = values[2], logFactor = Math.Log(resistance * values[1]);
        (double sine, double cosine) = Math.SinCos(0.25 * Math.PI * n);
        for (int i = 0; i < grid.Count; i++)
        {
            double size = Math.Exp(0.5 * (logFactor + (n * grid.LogOmega[i])));
            var s = new Complex(size * cosine, size * sine);
            Complex coth = DiffusionLength.Coth(s), z = resistance * coth / s;
            Complex half = -0.5 * (z + (resistance * ((coth * coth) - 1.0))); // ∂Z/∂ln s²
            rows.Set(i, z);
            rows.SetSlope(0, i, z + half);
            rows.SetSlope(1, i, half);
            rows.SetSlope(2, i, half * new Complex(grid.LogOmega[i], 0.5 * Math.PI));
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        double n = DrawExponent(random);
        (values[0], values[1], values[2]) = (size, 1.0 / (size * Math.Pow(omega, n)), n);
    }
}
