using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>A skewed arc, Z = R/(1 + (jωτ)ᵃ)ᵇ.</summary>
internal sealed class HavriliakNegami : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "HN";

    /// <inheritdoc/>
    public override string Title => "skewed arc (Havriliak and Negami)";

    /// <inheritdoc/>
    public override string Formula => "R/(1+(jωτ)^a)^b";

    /// <inheritdoc/>
    public override string Source => "Havriliak and Negami, Polymer 8 (1967) 161, doi 10.1016/0032-3861(67)90021-3";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "width of the arc"), ElementParameter.Time("tau", "time constant"),
        ElementParameter.Number("a", "exponent of the spread", 0.0, 1.0), ElementParameter.Number("b", "exponent of the skewness", 0.0, 1.0),
    ];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double a = values[2], b = values[3], logTau = Math.Log(values[1]);
        for (int i = 0; i < grid.Count; i++)
        {
            DispersedPower power = DispersedPower.At(grid.LogOmega[i] + logTau, a);
            Complex below = 1.0 + power.Value, logarithm = Complex.Log(below);
            Complex z = values[0] * Complex.Exp(-b * logarithm), ratio = b * z * power.Value / below;
            rows.Set(i, z);
            rows.SetSlope(0, i, z);
            rows.SetSlope(1, i, -a * ratio);
            rows.SetSlope(2, i, -ratio * power.Logarithm);
            rows.SetSlope(3, i, -z * logarithm);
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values) =>
        (values[0], values[1], values[2], values[3]) = (size, 1.0 / omega, DrawExponent(random), 0.3 + (0.7 * random.NextUniform()));
}
