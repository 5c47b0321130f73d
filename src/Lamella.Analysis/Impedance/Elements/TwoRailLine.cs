using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>
/// A composite electrode with an ionic and an electronic rail, contacted at opposite ends, whose walls block:
/// Z = (R·Re/(R+Re))·(1 + 2/(s·sinh s)) + ((R² + Re²)/(R+Re))·coth(s)/s, s² = (R+Re)·Q(jω)ⁿ.
/// </summary>
internal sealed class TwoRailLine : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "TL2";

    /// <inheritdoc/>
    public override string Title => "transmission line, ionic and electronic rail, blocking walls";

    /// <inheritdoc/>
    public override string Formula => "R·Re/(R+Re)·(1+2/(s·sinh(s))) + (R^2+Re^2)/(R+Re)·coth(s)/s, s = sqrt((R+Re)·Q(jω)^n)";

    /// <inheritdoc/>
    public override string Source => "Bisquert et al., J. Phys. Chem. B 104 (2000) 2287, doi 10.1021/jp993148h";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "ionic resistance"), ElementParameter.Resistance("Re", "electronic resistance"),
        ElementParameter.Admittance("Q", "factor of the walls' admittance"), ElementParameter.Number("n", "exponent of the walls", 0.0, 1.0),
    ];

    /// <inheritdoc/>
    /// <remarks>The two rails: a spectrum does not say which is the ionic one; a fit names the greater resistance so.</remarks>
    internal override (int First, int Second)? Interchangeable => (0, 1);

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double ionic = values[0], electronic = values[1], sum = ionic + electronic, n = values[3], logQ = Math.Log(sum * values[2]);
        double parallel = ionic * electronic / sum, spread = sum - (2.0 * parallel); // (R² + Re²)/(R + Re)
        double ofIonic = electronic * electronic / (sum * sum), ofElectronic = ionic * ionic / (sum * sum); // ∂(parallel)/∂R, ∂/∂Re
        for (int i = 0; i < grid.Count; i++)
        {
            Complex s = Complex.Sqrt(DispersedPower.At(grid.LogOmega[i], n).Value * Math.Exp(logQ));
            Complex coth = DiffusionLength.Coth(s), cosecant = Cosecant(s);
            Complex first = 1.0 + (2.0 * cosecant / s), second = coth / s;
            Complex half = -0.5 * ((parallel * 2.0 * cosecant * ((1.0 / s) + coth))
                + (spread * (second + (cosecant * cosecant)))); // ∂Z/∂ln s²
            rows.Set(i, (parallel * first) + (spread * second));
            rows.SetSlope(0, i, ionic * ((ofIonic * first) + ((1.0 - (2.0 * ofIonic)) * second) + (half / sum)));
            rows.SetSlope(1, i, electronic * ((ofElectronic * first) + ((1.0 - (2.0 * ofElectronic)) * second) + (half / sum)));
            rows.SetSlope(2, i, half);
            rows.SetSlope(3, i, half * new Complex(grid.LogOmega[i], 0.5 * Math.PI));
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        double n = DrawExponent(random);
        (values[0], values[1], values[2], values[3]) =
            (size, size * Math.Exp(random.NextNormal() - 1.0), 1.0 / (size * Math.Pow(omega, n)), n);
    }

    /// <summary>1/sinh s = 2e^−s/(1 − e^−2s).</summary>
    private static Complex Cosecant(Complex s) =>
        s.Real > 300.0 ? Complex.Zero : Complex.Exp(-s) * (1.0 + DiffusionLength.Coth(s)); // 1/sinh s = e^−s·(1 + coth s)
}
