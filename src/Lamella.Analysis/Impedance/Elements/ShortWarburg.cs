using System.Collections.Immutable;
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
    public override string Source => "Franceschetti, Macdonald and Buck, J. Electrochem. Soc. 138 (1991) 1368";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
        [ElementParameter.Resistance("R", "resistance at zero frequency"), ElementParameter.Time("tau", "diffusion time, L²/D")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double resistance = values[0], root = Math.Sqrt(0.5 * values[1]);
        Span<double> real = rows.Real, imaginary = rows.Imaginary, timeReal = rows.RealSlope(1), timeImaginary = rows.ImaginarySlope(1);
        for (int i = 0; i < real.Length; i++)
        {
            // s = a(1 + j), 1/s = (1 − j)/2a; with 1/cosh² = 1 − tanh², s·d/ds of R·tanh(s)/s is R(1 − tanh²) − Z.
            double a = root / grid.InverseRoot[i];
            (double re, double im) = DiffusionLength.Tanh(a);
            double half = 0.5 * resistance / a, zRe = half * (re + im), zIm = half * (im - re);
            (real[i], imaginary[i]) = (zRe, zIm);
            timeReal[i] = 0.5 * ((resistance * (1.0 - (re * re) + (im * im))) - zRe);
            timeImaginary[i] = 0.5 * ((resistance * -2.0 * re * im) - zIm);
        }

        real.CopyTo(rows.RealSlope(0));
        imaginary.CopyTo(rows.ImaginarySlope(0));
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1]) = (size, 1.0 / omega);
}
