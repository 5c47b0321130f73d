using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>
/// Cubic grains in a skin of boundary: current crosses grain and boundary in series, or runs along the boundaries beside them.
/// </summary>
/// <remarks>
/// Per cell of grain edge D and boundary thickness δ, x = δ/D, the share a = 1/(1 + x)² of the area is covered by grains, and
/// σ = a(1 + x)/(1/σ_g + x/σ_b) + (1 − a)σ_b with complex conductivities. R and C are what the sample would have as one
/// single grain, Rgb and Cgb what the boundaries across the current add, so that Y = a(1 + x)/(1/Y_g + 1/Y_b) + (1 − a)·x·Y_b
/// with Y = 1/R + jωC of each; x = 0 gives p(R,C)-p(Rgb,Cgb).
/// </remarks>
internal sealed class BrickLayer : CircuitElement
{
    /// <inheritdoc/>
    public override string Code => "BL";

    /// <inheritdoc/>
    public override string Title => "brick layer: grains and boundaries, across and along";

    /// <inheritdoc/>
    public override string Formula => "1/(a(1+x)/(1/Yg+1/Yb) + (1-a)·x·Yb), a = 1/(1+x)^2, Yg = 1/R+jωC, Yb = 1/Rgb+jωCgb";

    /// <inheritdoc/>
    public override string Source => "Haile, West and Campbell, J. Mater. Res. 13 (1998) 1576; Hwang, McLachlan and Mason, J. Electroceram. 3 (1999) 7, doi 10.1023/A:1009998114205";

    /// <inheritdoc/>
    public override ImmutableArray<ElementParameter> Parameters { get; } =
    [
        ElementParameter.Resistance("R", "resistance of the grain interiors"), ElementParameter.Capacitance("C", "capacitance of the grain interiors"),
        ElementParameter.Resistance("Rgb", "resistance of the boundaries across the current"),
        ElementParameter.Capacitance("Cgb", "capacitance of the boundaries across the current"),
        ElementParameter.Number("x", "thickness of a boundary by that of a grain", 0.0, 0.5),
    ];

    /// <inheritdoc/>
    internal override void Evaluate(FrequencyGrid grid, ReadOnlySpan<double> values, ElementRows rows)
    {
        double x = values[4], across = 1.0 / (1.0 + x), along = x * (1.0 - (across * across)); // a(1 + x), (1 − a)x
        double acrossSlope = -across * across, alongSlope = 1.0 - (across * across) + (2.0 * x * across * across * across);
        for (int i = 0; i < grid.Count; i++)
        {
            double omega = grid.Omega[i];
            Complex grain = new(1.0 / values[0], omega * values[1]), boundary = new(1.0 / values[2], omega * values[3]);
            Complex series = grain * boundary / (grain + boundary);
            Complex y = (across * series) + (along * boundary), z = 1.0 / y, square = -z * z; // dZ = −Z²dY
            Complex toGrain = across * series * series / (grain * grain), toBoundary = (across * series * series / (boundary * boundary)) + along;
            rows.Set(i, z);
            rows.SetSlope(0, i, -square * toGrain / values[0]);
            rows.SetSlope(1, i, square * toGrain * new Complex(0.0, omega * values[1]));
            rows.SetSlope(2, i, -square * toBoundary / values[2]);
            rows.SetSlope(3, i, square * toBoundary * new Complex(0.0, omega * values[3]));
            rows.SetSlope(4, i, square * ((acrossSlope * series) + (alongSlope * boundary)));
        }
    }

    /// <inheritdoc/>
    internal override void Draw(double size, double omega, SeededGenerator random, Span<double> values)
    {
        double slow = omega * Math.Exp(-10.0 * random.NextUniform()), boundary = size * Math.Exp(random.NextNormal());
        (values[0], values[1], values[2], values[3], values[4]) =
            (size, 1.0 / (size * omega), boundary, 1.0 / (boundary * slow), 0.05 * random.NextUniform());
    }
}
