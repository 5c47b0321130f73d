namespace Lamella.Instruments.Recordings;

/// <summary>The way from a stored value to SI: factor · value + offset.</summary>
/// <param name="Factor">SI per stored unit; negative where the sign is turned.</param>
/// <param name="Offset">Added after the factor, in SI (273.15 K for degC).</param>
/// <param name="Unit">The SI unit that results, for example <c>A</c>.</param>
public readonly record struct ColumnScale(double Factor, double Offset, string Unit)
{
    /// <summary>Makes a scale without offset.</summary>
    /// <param name="factor">SI per stored unit.</param>
    /// <param name="unit">The SI unit that results.</param>
    /// <returns>The scale.</returns>
    public static ColumnScale Of(double factor, string unit) => new(factor, 0.0, unit);

    /// <summary>Gets the scale from degrees Celsius.</summary>
    public static ColumnScale Celsius { get; } = new(1.0, 273.15, "K");

    /// <summary>Turns the sign of what results.</summary>
    /// <returns>The scale with the other sign.</returns>
    public ColumnScale Turned() => new(-Factor, -Offset, Unit);

    /// <summary>Converts one value.</summary>
    /// <param name="value">As stored.</param>
    /// <returns>In SI.</returns>
    public double Apply(double value) => (Factor * value) + Offset;
}
