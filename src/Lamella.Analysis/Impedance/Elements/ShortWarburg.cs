using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>Diffusion over a finite length that ends at a fixed concentration, Z = R·tanh(s)/s, s = √(jωτ).</summary>
internal sealed class ShortWarburg : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "Ws";

    /// <inheritdoc/>
    public override string Title => "Warburg impedance, finite length, short (permeable) end";

    /// <inheritdoc/>
    public override string Formula => "R·tanh(s)/s, s = sqrt(jωτ)";

    /// <inheritdoc/>
    public override string Source => "Franceschetti and Macdonald, J. Electroanal. Chem. 101 (1979) 307, doi 10.1016/S0022-0728(79)80042-X";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Resistance("R", "resistance at zero frequency"), ElementParameter.Time("tau", "diffusion time, L²/D")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], root = Math.Sqrt(0.5 * values[1]);
        for (int i = 0; i < grid.Count; i++)
        {
            double a = root / grid.InverseRoot[i];
            var s = new Complex(a, a);
            Complex tanh = DiffusionLength.Tanh(s), z = resistance * tanh / s;
            rows.Set(i, z);
            rows.SetSlope(0, i, z);
            rows.SetSlope(1, i, 0.5 * ((resistance * (1.0 - (tanh * tanh))) - z)); // s·d/ds with 1/cosh² = 1 − tanh²
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1]) = (size, 1.0 / omega);
}
