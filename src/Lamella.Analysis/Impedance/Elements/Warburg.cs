using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>Diffusion into a half-space, Z = A(1 − j)/√ω.</summary>
internal sealed class Warburg : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "W";

    /// <inheritdoc/>
    public override string Title => "Warburg impedance, half-space";

    /// <inheritdoc/>
    public override string Formula => "A(1-j)/sqrt(ω)";

    /// <inheritdoc/>
    public override string Source => "Warburg, Ann. Phys. Chem. 303 (1899) 493";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } = [ElementParameter.Warburg("A", "Warburg coefficient")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        Span<double> real = rows.Real, imaginary = rows.Imaginary, realSlope = rows.RealSlope(0), imaginarySlope = rows.ImaginarySlope(0);
        for (int i = 0; i < real.Length; i++)
        {
            double part = values[0] * grid.InverseRoot[i];
            (real[i], realSlope[i]) = (part, part);
            (imaginary[i], imaginarySlope[i]) = (-part, -part);
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        values[0] = size * Math.Sqrt(0.5 * omega);
}
