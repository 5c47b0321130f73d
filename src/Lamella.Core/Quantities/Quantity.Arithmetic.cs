using Lamella.Core.Provenance;

namespace Lamella.Core.Quantities;

/// <content>Arithmetic and comparison. Uncertainties propagate to first order, arguments taken as independent.</content>
public sealed partial record Quantity : IComparable<Quantity>
{
    /// <summary>Adds two quantities of one dimension and one reference state; the result has the unit of the first.</summary>
    /// <param name="left">First summand.</param>
    /// <param name="right">Second summand.</param>
    /// <returns>The sum. A Celsius temperature plus a difference in K is a Celsius temperature.</returns>
    /// <exception cref="QuantityMismatchException">Dimensions or states differ, or both are Celsius temperatures.</exception>
    public static Quantity operator +(Quantity left, Quantity right)
    {
        RequireSameNature(left, right, "added");
        if (left.Unit.IsAffine && right.Unit.IsAffine)
        {
            throw new QuantityMismatchException(
                $"{left} and {right} cannot be added: two points on the Celsius scale have no sum. Write the difference in K.");
        }

        return right.Unit.IsAffine ? right + left : left.Shifted(right, 1.0, left.Unit);
    }

    /// <summary>Subtracts two quantities of one dimension and one reference state; the result has the unit of the first.</summary>
    /// <param name="left">Minuend.</param>
    /// <param name="right">Subtrahend.</param>
    /// <returns>The difference. Two Celsius temperatures differ by kelvins.</returns>
    /// <exception cref="QuantityMismatchException">Dimensions or states differ, or a Celsius temperature is taken from kelvins.</exception>
    public static Quantity operator -(Quantity left, Quantity right)
    {
        RequireSameNature(left, right, "subtracted");
        if (right.Unit.IsAffine && !left.Unit.IsAffine)
        {
            throw new QuantityMismatchException(
                $"{right} cannot be subtracted from {left}: whether the kelvins are a temperature or a difference is open. "
                + "Convert the Celsius temperature to K first.");
        }

        return left.Shifted(right, -1.0, right.Unit.IsAffine ? Unit.Kelvin : left.Unit);
    }

    /// <summary>Multiplies two quantities; a reference state survives multiplication by a plain number only.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    /// <returns>The product, without source.</returns>
    /// <exception cref="QuantityMismatchException">A factor is a Celsius temperature, or the product is not finite.</exception>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        (left, right) = (PlainBeside(left, right), PlainBeside(right, left));
        double spread = Math.Sqrt(Square(right.Value * left.Uncertainty) + Square(left.Value * right.Uncertainty));
        ReferenceState state = left.Dimension.IsPlainNumber ? right.State
            : right.Dimension.IsPlainNumber ? left.State
            : ReferenceState.None;
        return Finite(left.Value * right.Value, left.Unit * right.Unit, spread, $"{left} times {right}") with
        {
            State = state,
            Temperature = Common(left, right),
        };
    }

    /// <summary>Divides two quantities; a reference state survives division by a plain number only.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    /// <returns>The quotient, without source.</returns>
    /// <exception cref="QuantityMismatchException">A part is a Celsius temperature, or the quotient is not finite.</exception>
    public static Quantity operator /(Quantity left, Quantity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        right = PlainBeside(right, left);
        double quotient = left.Value / right.Value;
        double spread = Math.Sqrt(Square(left.Uncertainty) + Square(quotient * right.Uncertainty)) / Math.Abs(right.Value);
        ReferenceState state = right.Dimension.IsPlainNumber ? left.State : ReferenceState.None;
        return Finite(quotient, left.Unit / right.Unit, spread, $"{left} divided by {right}") with
        {
            State = state,
            Temperature = Common(left, right),
        };
    }

    /// <summary>Tells whether the first quantity is smaller.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>True when smaller.</returns>
    public static bool operator <(Quantity left, Quantity right) => Compare(left, right) < 0;

    /// <summary>Tells whether the first quantity is larger.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>True when larger.</returns>
    public static bool operator >(Quantity left, Quantity right) => Compare(left, right) > 0;

    /// <summary>Tells whether the first quantity is smaller or equal.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>True when smaller or equal.</returns>
    public static bool operator <=(Quantity left, Quantity right) => Compare(left, right) <= 0;

    /// <summary>Tells whether the first quantity is larger or equal.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>True when larger or equal.</returns>
    public static bool operator >=(Quantity left, Quantity right) => Compare(left, right) >= 0;

    /// <summary>Averages quantities of one dimension and one reference state.</summary>
    /// <param name="quantities">At least one quantity.</param>
    /// <returns>The mean in the unit of the first; Celsius temperatures have a mean too.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="QuantityMismatchException">Dimensions or states differ.</exception>
    public static Quantity Mean(params IReadOnlyList<Quantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        if (quantities.Count == 0)
        {
            throw new ArgumentException("The mean of no quantities does not exist; pass at least one.", nameof(quantities));
        }

        Quantity first = quantities[0];
        (double sum, double squares, double? temperature) = (0.0, 0.0, first.Temperature);
        foreach (Quantity quantity in quantities)
        {
            RequireSameNature(first, quantity, "averaged");
            Quantity converted = quantity.In(first.Unit);
            sum += converted.Value / quantities.Count;
            squares += Square(converted.Uncertainty / quantities.Count);
            temperature = temperature == quantity.Temperature ? temperature : null;
        }

        return new Quantity(sum, first.Unit, Math.Sqrt(squares)) { State = first.State, Temperature = temperature };
    }

    /// <summary>Compares the values of two quantities of one dimension and one reference state; units may differ.</summary>
    /// <param name="other">The other quantity.</param>
    /// <returns>Negative, zero or positive.</returns>
    /// <exception cref="QuantityMismatchException">Dimensions or states differ.</exception>
    public int CompareTo(Quantity? other) => other is null ? 1 : Compare(this, other);

    private static int Compare(Quantity left, Quantity right)
    {
        RequireSameNature(left, right, "compared");
        return left.InSi.CompareTo(right.InSi);
    }

    private static void RequireSameNature(Quantity left, Quantity right, string verb)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Dimension != right.Dimension)
        {
            throw new QuantityMismatchException(
                $"{left} and {right} cannot be {verb}: one is a {left.Dimension.Name}, the other a {right.Dimension.Name}.");
        }

        if (left.State != right.State)
        {
            throw new QuantityMismatchException(
                $"{left} ({left.State.Text()}) and {right} ({right.State.Text()}) cannot be {verb}: they were measured on "
                + "different states. Convert one to the state of the other first.");
        }
    }

    /// <summary>Turns %, ppm and other plain numbers into a bare number beside a kind (wt%, C), so that the kind survives.</summary>
    private static Quantity PlainBeside(Quantity quantity, Quantity other) =>
        quantity.Dimension.IsPlainNumber && other.Dimension.Kind != QuantityKind.Plain ? quantity.In(Unit.One) : quantity;

    private static Quantity Finite(double value, Unit unit, double spread, string operation) =>
        double.IsFinite(value) && double.IsFinite(spread)
            ? new Quantity(value, unit, spread)
            : throw new QuantityMismatchException($"{operation} is not a finite number.");

    private static double? Common(Quantity left, Quantity right) =>
        left.Temperature is null || right.Temperature is null || left.Temperature == right.Temperature
            ? left.Temperature ?? right.Temperature
            : null;

    private static double Square(double value) => value * value;

    private Quantity Shifted(Quantity by, double sign, Unit unit)
    {
        // Both Celsius: the offsets cancel. Otherwise the second is a difference and is converted by its size alone.
        double step = by.Unit == Unit ? by.Value : by.Value * by.Unit.Factor / Unit.Factor;
        double other = by.Unit == Unit ? by.Uncertainty : by.Uncertainty * by.Unit.Factor / Unit.Factor;
        double spread = Math.Sqrt(Square(Uncertainty) + Square(other));
        return Finite(Value + (sign * step), unit, spread, $"{this} {(sign > 0 ? "plus" : "minus")} {by}") with
        {
            State = State,
            Temperature = Temperature == by.Temperature ? Temperature : null,
        };
    }
}
