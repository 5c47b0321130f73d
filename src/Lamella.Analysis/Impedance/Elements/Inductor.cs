using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>An inductor, Z = jωL; the leads of most set-ups.</summary>
internal sealed class Inductor : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "L";

    /// <inheritdoc/>
    public override string Title => "inductor";

    /// <inheritdoc/>
    public override string Formula => "jωL";

    /// <inheritdoc/>
    public override string Source => "Orazem and Tribollet, Electrochemical Impedance Spectroscopy, 2nd ed., Wiley 2017, section 4.1";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } = [ElementParameter.Inductance("L", "inductance")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        Span<double> imaginary = rows.Imaginary, slope = rows.ImaginarySlope(0);
        double[] omega = grid.Omega;
        for (int i = 0; i < imaginary.Length; i++)
        {
            imaginary[i] = slope[i] = values[0] * omega[i];
        }

        rows.Real.Clear();
        rows.RealSlope(0).Clear();
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) => values[0] = size / omega;
}
