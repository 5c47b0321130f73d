using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>Diffusion with a reaction on the way, Z = R/√(1 + jωτ).</summary>
internal sealed class Gerischer : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "G";

    /// <inheritdoc/>
    public override string Title => "Gerischer impedance";

    /// <inheritdoc/>
    public override string Formula => "R/sqrt(1+jωτ)";

    /// <inheritdoc/>
    public override string Source => "Gerischer, Z. Phys. Chem. 198 (1951) 286; Boukamp and Bouwmeester, Solid State Ionics 157 (2003) 29";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Resistance("R", "resistance at zero frequency"), ElementParameter.Time("tau", "inverse rate of the reaction")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        for (int i = 0; i < grid.Count; i++)
        {
            double x = grid.Omega[i] * values[1];
            var w = new Complex(0.0, x);
            Complex z = values[0] / Complex.Sqrt(1.0 + w);
            rows.Set(i, z);
            rows.SetSlope(0, i, z);
            rows.SetSlope(1, i, -0.5 * z * w / (1.0 + w));
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1]) = (size, 1.0 / omega);
}
