using System.Globalization;
using System.Text;

namespace Lamella.Core.Quantities;

/// <summary>The dimension of a quantity: exponents of the seven SI base quantities and the kind of a pure number.</summary>
/// <remarks>
/// Exponents are kept in halves so that units such as <c>Pa m^0.5</c> (fracture toughness) have a dimension.
/// Two dimensions are equal when all exponents and the kind are.
/// </remarks>
public readonly record struct Dimension
{
    private readonly int _length;
    private readonly int _mass;
    private readonly int _time;
    private readonly int _current;
    private readonly int _temperature;
    private readonly int _amount;
    private readonly int _luminosity;

    private Dimension(
        int length, int mass, int time, int current, int temperature, int amount, int luminosity, QuantityKind kind)
    {
        (_length, _mass, _time, _current) = (length, mass, time, current);
        (_temperature, _amount, _luminosity, Kind) = (temperature, amount, luminosity, kind);
    }

    /// <summary>Gets the dimension of a plain number.</summary>
    public static Dimension None => default;

    /// <summary>Gets length, base unit m.</summary>
    public static Dimension Length => new(2, 0, 0, 0, 0, 0, 0, QuantityKind.Plain);

    /// <summary>Gets mass, base unit kg.</summary>
    public static Dimension Mass => new(0, 2, 0, 0, 0, 0, 0, QuantityKind.Plain);

    /// <summary>Gets time, base unit s.</summary>
    public static Dimension Time => new(0, 0, 2, 0, 0, 0, 0, QuantityKind.Plain);

    /// <summary>Gets electric current, base unit A.</summary>
    public static Dimension Current => new(0, 0, 0, 2, 0, 0, 0, QuantityKind.Plain);

    /// <summary>Gets temperature, base unit K.</summary>
    public static Dimension Temperature => new(0, 0, 0, 0, 2, 0, 0, QuantityKind.Plain);

    /// <summary>Gets amount of substance, base unit mol.</summary>
    public static Dimension Amount => new(0, 0, 0, 0, 0, 2, 0, QuantityKind.Plain);

    /// <summary>Gets luminous intensity, base unit cd.</summary>
    public static Dimension LuminousIntensity => new(0, 0, 0, 0, 0, 0, 2, QuantityKind.Plain);

    /// <summary>Gets the kind of a pure number; <see cref="QuantityKind.Plain"/> for everything with a dimension.</summary>
    public QuantityKind Kind { get; }

    /// <summary>Gets a value indicating whether this is a plain number: no exponent and no particular kind.</summary>
    public bool IsPlainNumber => this == None;

    /// <summary>Gets the English name of the dimension, such as <c>conductivity</c>, or its base units where it has none.</summary>
    public string Name => DimensionNames.Find(this)?.Name ?? BaseUnits();

    /// <summary>Gets the name with a unit in which the field usually writes it, such as <c>conductivity (mS/cm)</c>.</summary>
    public string NameWithUnit =>
        DimensionNames.Find(this) is { } known && known.Unit.Length > 0 ? $"{known.Name} (such as {known.Unit})" : Name;

    /// <summary>Returns the dimension of a unit.</summary>
    /// <param name="unit">Unit as the field writes it, such as <c>mS/cm</c>.</param>
    /// <returns>Its dimension.</returns>
    /// <exception cref="QuantityFormatException">The text is no unit.</exception>
    public static Dimension Of(string unit) => Unit.Parse(unit).Dimension;

    /// <summary>Makes the dimension of a pure number of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The dimension.</returns>
    public static Dimension OfKind(QuantityKind kind) => new(0, 0, 0, 0, 0, 0, 0, kind);

    /// <summary>Multiplies: exponents add. A kind survives multiplication by a plain number only.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    /// <returns>The dimension of the product.</returns>
    public static Dimension operator *(Dimension left, Dimension right) => left.Plus(right, 1);

    /// <summary>Divides: exponents subtract. A kind survives division by a plain number only.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    /// <returns>The dimension of the quotient.</returns>
    public static Dimension operator /(Dimension left, Dimension right) => left.Plus(right, -1);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Raises to a power.</summary>
    /// <param name="halves">Twice the exponent.</param>
    internal Dimension PowerHalves(int halves) => new(
        _length * halves / 2,
        _mass * halves / 2,
        _time * halves / 2,
        _current * halves / 2,
        _temperature * halves / 2,
        _amount * halves / 2,
        _luminosity * halves / 2,
        halves == 2 ? Kind : QuantityKind.Plain);

    private Dimension Plus(Dimension other, int sign)
    {
        QuantityKind kind = other.IsPlainNumber ? Kind
            : IsPlainNumber && sign > 0 ? other.Kind
            : QuantityKind.Plain;
        return new(
            _length + (sign * other._length),
            _mass + (sign * other._mass),
            _time + (sign * other._time),
            _current + (sign * other._current),
            _temperature + (sign * other._temperature),
            _amount + (sign * other._amount),
            _luminosity + (sign * other._luminosity),
            kind);
    }

    private string BaseUnits()
    {
        var text = new StringBuilder();
        Append(text, "kg", _mass);
        Append(text, "m", _length);
        Append(text, "s", _time);
        Append(text, "A", _current);
        Append(text, "K", _temperature);
        Append(text, "mol", _amount);
        Append(text, "cd", _luminosity);
        return text.Length == 0 ? Kind.ToString() : text.ToString();
    }

    private static void Append(StringBuilder text, string symbol, int halves)
    {
        if (halves != 0)
        {
            text.Append(text.Length > 0 ? " " : string.Empty).Append(symbol);
            text.Append(halves == 2 ? string.Empty : "^" + (halves / 2.0).ToString(CultureInfo.InvariantCulture));
        }
    }
}
