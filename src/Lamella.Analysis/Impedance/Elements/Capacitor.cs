using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A capacitor, Z = 1/(jωC).</summary>
internal sealed class Capacitor : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "C";

    /// <inheritdoc/>
    public override string Title => "capacitor";

    /// <inheritdoc/>
    public override string Formula => "1/(jωC)";

    /// <inheritdoc/>
    public override string Source => "Orazem and Tribollet, Electrochemical Impedance Spectroscopy, 2nd ed., Wiley 2017, section 4.1";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } = [ElementParameter.Capacitance("C", "capacitance")];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double inverse = 1.0 / values[0];
        Span<double> imaginary = rows.Imaginary, slope = rows.ImaginarySlope(0);
        double[] omega = grid.Omega;
        for (int i = 0; i < imaginary.Length; i++)
        {
            double reactance = inverse / omega[i];
            (imaginary[i], slope[i]) = (-reactance, reactance);
        }

        rows.Real.Clear();
        rows.RealSlope(0).Clear();
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) => values[0] = 1.0 / (size * omega);
}
