using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>Diffusion over a finite length that ends at a wall, Z = R·coth(s)/s, s = √(jωτ); capacitive at low frequency.</summary>
internal sealed class OpenWarburg : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "Wo";

    /// <inheritdoc/>
    public override string Title => "Warburg impedance, finite length, open (blocked) end";

    /// <inheritdoc/>
    public override string Formula => "R·coth(s)/s, s = sqrt(jωτ)";

    /// <inheritdoc/>
    public override string Source => "Ho, Raistrick and Huggins, J. Electrochem. Soc. 127 (1980) 343, doi 10.1149/1.2129668";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Resistance("R", "three times the resistance of the diffusion"), ElementParameter.Time("tau", "diffusion time, L²/D")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], root = Math.Sqrt(0.5 * values[1]);
        for (int i = 0; i < grid.Count; i++)
        {
            double a = root / grid.InverseRoot[i];
            var s = new Complex(a, a);
            Complex coth = DiffusionLength.Coth(s), z = resistance * coth / s;
            rows.Set(i, z);
            rows.SetSlope(0, i, z);
            rows.SetSlope(1, i, -0.5 * (z + (resistance * ((coth * coth) - 1.0)))); // s·d/ds with 1/sinh² = coth² − 1
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1]) = (size, 1.0 / omega);
}
