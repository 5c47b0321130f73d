using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A depressed arc by its time constant, Z = R/(1 + (jωτ)ⁿ); equal to p(R,CPE) with Q = τⁿ/R.</summary>
internal sealed class Zarc : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "ZARC";

    /// <inheritdoc/>
    public override string Title => "depressed arc (Cole and Cole)";

    /// <inheritdoc/>
    public override string Formula => "R/(1+(jωτ)^n)";

    /// <inheritdoc/>
    public override string Source => "Cole and Cole, J. Chem. Phys. 9 (1941) 341, doi 10.1063/1.1750906";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "width of the arc"), ElementParameter.Time("tau", "time constant"),
        ElementParameter.Number("n", "exponent", 0.0, 1.0),
    ];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double n = values[2], logTau = Math.Log(values[1]);
        for (int i = 0; i < grid.Count; i++)
        {
            DispersedPower power = DispersedPower.At(grid.LogOmega[i] + logTau, n);
            System.Numerics.Complex below = 1.0 + power.Value, z = values[0] / below, ratio = z * power.Value / below;
            rows.Set(i, z);
            rows.SetSlope(0, i, z);
            rows.SetSlope(1, i, -n * ratio);
            rows.SetSlope(2, i, -ratio * power.Logarithm);
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1], values[2]) = (size, 1.0 / omega, DrawExponent(random));
}
