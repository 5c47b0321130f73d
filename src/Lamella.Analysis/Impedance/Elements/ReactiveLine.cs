using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A porous electrode with charge transfer at its walls: Z = R·coth(s)/s, s² = R·(1/Rct + Q(jω)ⁿ).</summary>
internal sealed class ReactiveLine : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "TLR";

    /// <inheritdoc/>
    public override string Title => "transmission line, charge transfer at the walls";

    /// <inheritdoc/>
    public override string Formula => "R·coth(s)/s, s = sqrt(R·(1/Rct+Q(jω)^n))";

    /// <inheritdoc/>
    public override string Source => "Bisquert et al., J. Phys. Chem. B 104 (2000) 2287, doi 10.1021/jp993148h";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "ionic resistance of the pores"), ElementParameter.Resistance("Rct", "charge-transfer resistance of all walls"),
        ElementParameter.Admittance("Q", "factor of the walls' admittance"), ElementParameter.Number("n", "exponent of the walls", 0.0, 1.0),
    ];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], leak = 1.0 / values[1], n = values[3], logQ = Math.Log(values[2]);
        for (int i = 0; i < grid.Count; i++)
        {
            Complex storage = DispersedPower.At(grid.LogOmega[i], n).Value * Math.Exp(logQ);
            Complex wall = leak + storage, s = Complex.Sqrt(resistance * wall);
            Complex coth = DiffusionLength.Coth(s), z = resistance * coth / s;
            Complex half = -0.5 * (z + (resistance * ((coth * coth) - 1.0))), ofStorage = half * storage / wall; // ∂Z/∂ln s²
            rows.Set(i, z);
            rows.SetSlope(0, i, z + half);
            rows.SetSlope(1, i, -half * leak / wall);
            rows.SetSlope(2, i, ofStorage);
            rows.SetSlope(3, i, ofStorage * new Complex(grid.LogOmega[i], 0.5 * Math.PI));
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        double n = DrawExponent(random), ratio = Math.Exp(random.NextNormal());
        (values[0], values[1], values[2], values[3]) = (size * ratio, size, 1.0 / (size * Math.Pow(omega, n)), n);
    }
}
