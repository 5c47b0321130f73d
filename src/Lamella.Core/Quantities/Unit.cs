namespace Lamella.Core.Quantities;

/// <summary>A unit as the field writes it: symbol, dimension and conversion to SI.</summary>
/// <remarks>
/// <para>Written forms: <c>mS/cm</c>, <c>mAh g-1</c>, <c>mAh·g⁻¹</c>, <c>ohm cm2</c>, <c>ohm*cm^2</c>, <c>Ω·cm²</c>,
/// <c>J/(mol K)</c>, <c>J/mol/K</c>, <c>m2.s-1</c>, <c>MPa m^0.5</c>. A product after a slash (<c>J/mol K</c>) is refused
/// because people read it in two ways.</para>
/// <para><c>C</c>, <c>wt%</c>, <c>vol%</c> and <c>mol%</c> only stand alone. <c>degC</c> alone is a point on the Celsius
/// scale; inside a compound (<c>degC/min</c>) it is a difference and equals K.</para>
/// <para>Equal units have equal symbols; the printed symbol parses to the same unit.</para>
/// </remarks>
public sealed record Unit
{
    private readonly double _numerator;
    private readonly double _denominator;

    private Unit(string symbol, Dimension dimension, double numerator, double denominator, double offset) =>
        (Symbol, Dimension, _numerator, _denominator, Offset) = (symbol, dimension, numerator, denominator, offset);

    /// <summary>Gets the unit of plain numbers.</summary>
    public static Unit One { get; } = new("1", Dimension.None, 1.0, 1.0, 0.0);

    /// <summary>Gets kelvin.</summary>
    public static Unit Kelvin { get; } = new("K", Dimension.Temperature, 1.0, 1.0, 0.0);

    /// <summary>Gets the symbols that units are written with, prefixes included, sorted.</summary>
    public static IEnumerable<string> Symbols => UnitSymbols.All;

    /// <summary>Gets the symbol in its printed form.</summary>
    public string Symbol { get; }

    /// <summary>Gets the dimension.</summary>
    public Dimension Dimension { get; }

    /// <summary>Gets the zero of the scale in SI: 273.15 K for degC, 0 otherwise.</summary>
    public double Offset { get; }

    /// <summary>Gets the size of one unit in SI.</summary>
    public double Factor => _numerator / _denominator;

    /// <summary>Gets a value indicating whether values are points on a scale with its own zero (degC).</summary>
    public bool IsAffine => Offset != 0.0;

    /// <summary>Reads a unit.</summary>
    /// <param name="text">The unit as written.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="QuantityFormatException">The text is no unit; the message names the nearest known symbol.</exception>
    public static Unit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UnitText.TryParse(text, 0, out Unit? unit, out QuantityFormatException? error) ? unit : throw error;
    }

    /// <summary>Reads a unit without throwing.</summary>
    /// <param name="text">The unit as written.</param>
    /// <param name="unit">Receives the unit, or null.</param>
    /// <returns>Whether the text is a unit.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Unit? unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UnitText.TryParse(text, 0, out unit, out _);
    }

    /// <summary>Converts a value in this unit to SI.</summary>
    /// <param name="value">Value in this unit.</param>
    /// <returns>Value in SI.</returns>
    public double ToSi(double value) => (value * _numerator / _denominator) + Offset;

    /// <summary>Converts a value in SI to this unit.</summary>
    /// <param name="si">Value in SI.</param>
    /// <returns>Value in this unit.</returns>
    public double FromSi(double si) => (si - Offset) * _denominator / _numerator;

    /// <summary>Multiplies two units.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    /// <returns>The product; a factor 1 leaves the other unit as it is.</returns>
    /// <exception cref="QuantityMismatchException">A factor is a Celsius temperature.</exception>
    public static Unit operator *(Unit left, Unit right) => UnitText.Combine(left, right, divide: false);

    /// <summary>Divides two units.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    /// <returns>The quotient.</returns>
    /// <exception cref="QuantityMismatchException">A part is a Celsius temperature.</exception>
    public static Unit operator /(Unit left, Unit right) => UnitText.Combine(left, right, divide: true);

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    /// <summary>Makes a unit from its parts; null where the factor leaves the range of double.</summary>
    internal static Unit? Create(string symbol, Dimension dimension, double numerator, double denominator, int decade, double offset)
    {
        double power = Math.Pow(10.0, Math.Abs(decade)); // exact up to 10^22: decimal units cost one rounding
        (numerator, denominator) = decade >= 0 ? (numerator * power, denominator) : (numerator, denominator * power);
        bool usable = double.IsNormal(numerator) && double.IsNormal(denominator) && double.IsNormal(numerator / denominator);
        return usable ? new Unit(symbol, dimension, numerator, denominator, offset) : null;
    }
}
