using System.Collections.Immutable;
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
    public override string Source => "Song and Bazant, J. Electrochem. Soc. 160 (2013) A15, doi 10.1149/2.023301jes";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Resistance("R", "three times the resistance of the diffusion"), ElementParameter.Time("tau", "diffusion time, L²/D")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], root = Math.Sqrt(0.5 * values[1]);
        Span<double> real = rows.Real, imaginary = rows.Imaginary, timeReal = rows.RealSlope(1), timeImaginary = rows.ImaginarySlope(1);
        for (int i = 0; i < real.Length; i++)
        {
            // s = a(1 + j), 1/s = (1 − j)/2a; with 1/sinh² = coth² − 1, s·d/ds of R·coth(s)/s is −(Z + R(coth² − 1)).
            double a = root / grid.InverseRoot[i];
            (double re, double im) = DiffusionLength.Coth(a);
            double half = 0.5 * resistance / a, zRe = half * (re + im), zIm = half * (im - re);
            (real[i], imaginary[i]) = (zRe, zIm);
            timeReal[i] = -0.5 * (zRe + (resistance * ((re * re) - (im * im) - 1.0)));
            timeImaginary[i] = -0.5 * (zIm + (resistance * 2.0 * re * im));
        }

        real.CopyTo(rows.RealSlope(0));
        imaginary.CopyTo(rows.ImaginarySlope(0));
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1]) = (size, 1.0 / omega);
}
