using System.Globalization;

namespace Lamella.Audit.Claims;

/// <summary>All values from a lower to an upper end; either may be infinite. Arithmetic gives every value that can come out.</summary>
/// <param name="Low">Lower end, in the unit of whoever holds the interval.</param>
/// <param name="High">Upper end, at or above <paramref name="Low"/>.</param>
/// <remarks>
/// <b>Source.</b> R. E. Moore, R. B. Kearfott, M. J. Cloud, <i>Introduction to Interval Analysis</i> (2009), ch. 2,
/// doi 10.1137/1.9780898717716. Rounding of the arithmetic itself is left out: printed digits are coarser by ten decades.
/// </remarks>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Gets every number.</summary>
    public static Interval Everything => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Gets the middle; an end where the other is infinite.</summary>
    public double Middle => double.IsInfinity(Low) ? High : double.IsInfinity(High) ? Low : 0.5 * (Low + High);

    /// <summary>Gets half the distance between the ends.</summary>
    public double Half => 0.5 * (High - Low);

    /// <summary>Gets a value indicating whether both ends are finite.</summary>
    public bool IsFinite => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Makes the interval of one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>An interval without width.</returns>
    public static Interval Exactly(double value) => new(value, value);

    /// <summary>Makes the interval around a value.</summary>
    /// <param name="value">Its middle.</param>
    /// <param name="half">Half its width, ≥ 0.</param>
    /// <returns>The interval.</returns>
    public static Interval Around(double value, double half) => new(value - half, value + half);

    /// <summary>Makes the smallest interval that holds both.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <returns>Their hull.</returns>
    public static Interval Hull(Interval first, Interval second) =>
        new(Math.Min(first.Low, second.Low), Math.Max(first.High, second.High));

    /// <summary>Adds.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>Every sum.</returns>
    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>Subtracts.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>Every difference; the two are taken as independent.</returns>
    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>Multiplies.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>Every product.</returns>
    public static Interval operator *(Interval left, Interval right)
    {
        double a = Product(left.Low, right.Low), b = Product(left.Low, right.High);
        double c = Product(left.High, right.Low), d = Product(left.High, right.High);
        return new(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    /// <summary>Divides.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor; where it holds zero inside, nothing is known of the quotient.</param>
    /// <returns>Every quotient.</returns>
    public static Interval operator /(Interval left, Interval right)
    {
        if (right.Low < 0.0 && right.High > 0.0)
        {
            return Everything;
        }

        double low = right.Low == 0.0 ? double.PositiveInfinity : 1.0 / right.Low;
        double high = right.High == 0.0 ? double.NegativeInfinity : 1.0 / right.High;
        return left * new Interval(Math.Min(low, high), Math.Max(low, high));
    }

    /// <summary>Multiplies by a number.</summary>
    /// <param name="left">The interval.</param>
    /// <param name="factor">The number.</param>
    /// <returns>Every product.</returns>
    public static Interval operator *(Interval left, double factor) => left * Exactly(factor);

    /// <summary>Widens by a share of the value at either end.</summary>
    /// <param name="share">The share, ≥ 0.</param>
    /// <returns>The wider interval.</returns>
    public Interval Widened(double share) => new(Low - Product(share, Math.Abs(Low)), High + Product(share, Math.Abs(High)));

    /// <summary>Applies a function that never falls.</summary>
    /// <param name="rising">The function.</param>
    /// <returns>The interval of its values.</returns>
    public Interval Map(Func<double, double> rising)
    {
        ArgumentNullException.ThrowIfNull(rising);
        return new Interval(rising(Low), rising(High));
    }

    /// <summary>Tells whether two intervals have a value in common.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they do.</returns>
    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>Tells whether a value lies inside.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True inside and at the ends.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Low:G6}, {High:G6}]");

    // 0·∞ is 0 here: an exact zero stays one whatever it multiplies.
    private static double Product(double a, double b) => a == 0.0 || b == 0.0 ? 0.0 : a * b;
}
