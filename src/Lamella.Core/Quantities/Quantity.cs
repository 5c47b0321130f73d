using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lamella.Core.Provenance;

namespace Lamella.Core.Quantities;

/// <summary>A value with its unit, standard uncertainty, reference state, temperature and source.</summary>
/// <remarks>
/// <para>Written <c>0.58 mS/cm</c>, <c>-20 degC</c>, <c>1.9(1) mg/cm2</c>, <c>1.9 ± 0.1 mg/cm2</c>, <c>1.9 mg/cm2 +- 100 ug/cm2</c>, <c>0.2C</c>, <c>C/5</c>.
/// The printed form reads back to the same value, uncertainty and unit; state, temperature and source are not part of it.</para>
/// <para>Records are equal when every part is equal, unit symbol included; to ask whether 1 cm is 10 mm, compare.</para>
/// </remarks>
public sealed partial record Quantity
{
    /// <summary>Initializes a new instance of the <see cref="Quantity"/> class.</summary>
    /// <param name="value">Value in <paramref name="unit"/>, finite.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="uncertainty">Standard uncertainty in <paramref name="unit"/>, finite, ≥ 0; 0 where none is stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the uncertainty is negative.</exception>
    public Quantity(double value, Unit unit, double uncertainty = 0.0)
    {
        ArgumentNullException.ThrowIfNull(unit);
        (Value, Unit, Uncertainty) = (value, unit, uncertainty);
    }

    /// <summary>Gets the value in <see cref="Unit"/>.</summary>
    public double Value
    {
        get;
        init => field = double.IsFinite(value) ? value : throw NotFinite(nameof(Value), value);
    }

    /// <summary>Gets the unit.</summary>
    public Unit Unit { get; }

    /// <summary>Gets the standard uncertainty in <see cref="Unit"/>; 0 where none is stated.</summary>
    public double Uncertainty
    {
        get;
        init => field = double.IsFinite(value) && value >= 0.0 ? value : throw NotFinite(nameof(Uncertainty), value);
    }

    /// <summary>Gets what the value was measured on.</summary>
    public ReferenceState State { get; init; }

    /// <summary>Gets the temperature at which the value holds [K], or null.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets where the value comes from, or null.</summary>
    public Source? Source { get; init; }

    /// <summary>Gets the dimension of the unit.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>Gets the value in SI units; for temperatures in K.</summary>
    public double InSi => Unit.ToSi(Value);

    /// <summary>Gets the standard uncertainty in SI units.</summary>
    public double UncertaintyInSi => Uncertainty * Unit.Factor;

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The quantity as written.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="QuantityFormatException">The text is no quantity; the message says why.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QuantityText.TryParse(text, out Quantity? quantity, out QuantityFormatException? error) ? quantity : throw error;
    }

    /// <summary>Reads a quantity without throwing.</summary>
    /// <param name="text">The quantity as written.</param>
    /// <param name="quantity">Receives the quantity, or null.</param>
    /// <param name="error">Receives what is wrong, or null.</param>
    /// <returns>Whether the text is a quantity.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Quantity? quantity,
        [NotNullWhen(false)] out QuantityFormatException? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QuantityText.TryParse(text, out quantity, out error);
    }

    /// <summary>Converts to another unit of the same dimension.</summary>
    /// <param name="unit">The unit to express the value in.</param>
    /// <returns>The same quantity in that unit, with its state, temperature and source.</returns>
    /// <exception cref="QuantityMismatchException">The unit has another dimension.</exception>
    public Quantity In(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit == Unit)
        {
            return this;
        }

        RequireSameDimension(unit.Dimension, $"cannot be expressed in {unit}");
        return new Quantity(unit.FromSi(InSi), unit, Uncertainty * Unit.Factor / unit.Factor)
        {
            State = State, Temperature = Temperature, Source = Source,
        };
    }

    /// <summary>Converts to another unit of the same dimension.</summary>
    /// <param name="unit">The unit's symbol, such as <c>mS/cm</c>.</param>
    /// <returns>The same quantity in that unit.</returns>
    /// <exception cref="QuantityFormatException">The symbol is no unit.</exception>
    /// <exception cref="QuantityMismatchException">The unit has another dimension.</exception>
    public Quantity In(string unit) => In(Unit.Parse(unit));

    /// <summary>Prints value, uncertainty and unit so that <see cref="Parse"/> gives them back bit for bit.</summary>
    /// <returns>For example <c>1.9 ± 0.1 mg/cm2</c>.</returns>
    public override string ToString()
    {
        string value = Text(Value);
        string spread = Uncertainty > 0.0 ? " ± " + Text(Uncertainty) : string.Empty;
        return Unit == Unit.One ? value + spread : $"{value}{spread} {Unit}";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    private static ArgumentOutOfRangeException NotFinite(string name, double value) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{name} = {value} must be finite{(name == nameof(Uncertainty) ? " and not negative" : string.Empty)}."));

    private void RequireSameDimension(Dimension other, string problem)
    {
        if (other != Dimension)
        {
            throw new QuantityMismatchException(
                $"{this} is a {Dimension.Name} and {problem}, which is a {other.Name}.");
        }
    }
}
