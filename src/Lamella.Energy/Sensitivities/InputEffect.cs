using Lamella.Energy.Description;

namespace Lamella.Energy.Sensitivities;

/// <summary>What one input does to a result.</summary>
/// <param name="Input">The input.</param>
/// <param name="Low">Its lower value [SI of the input].</param>
/// <param name="High">Its upper value [SI of the input].</param>
/// <param name="AtLow">The result at the lower value; not a number where the cell cannot be built with it.</param>
/// <param name="AtHigh">The result at the upper value; not a number where the cell cannot be built with it.</param>
/// <param name="IsStated">Whether the file states the range or an uncertainty; otherwise the value is moved by 5 %.</param>
public sealed record InputEffect(DesignInput Input, double Low, double High, double AtLow, double AtHigh, bool IsStated)
{
    /// <summary>Gets the width of what the result takes, in its unit.</summary>
    public double Span => double.IsFinite(AtLow) && double.IsFinite(AtHigh) ? Math.Abs(AtHigh - AtLow) : 0.0;
}

/// <summary>A result with its standard uncertainty.</summary>
/// <param name="Value">The result.</param>
/// <param name="Uncertainty">Its standard uncertainty, in the same unit.</param>
public readonly record struct UncertainValue(double Value, double Uncertainty);
