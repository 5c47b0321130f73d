using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Claims;

/// <summary>A claimed value: its numbers as printed, what is meant by them, and how far the printed digits leave them open.</summary>
/// <remarks>
/// A number printed as 0.79 says 0.785 to 0.795. Whole numbers from 100 that end in zeros leave one zero open (300 says 295 to 305),
/// because nobody prints 300 for 251; counts (cycles, steps) are exact. "About" widens a number with one or two significant digits by
/// the assumed share, one with three or more by a tenth of it.
/// </remarks>
public sealed record ClaimValue
{
    /// <summary>Initializes a new instance of the <see cref="ClaimValue"/> class.</summary>
    /// <param name="value">Qualifier, numbers and unit.</param>
    /// <param name="halfDigits">Half the last printed digit of each number, in the same unit.</param>
    public ClaimValue(FactValue value, ImmutableArray<double> halfDigits) => (Printed, HalfDigits) = (value, halfDigits);

    /// <summary>Gets the value as printed.</summary>
    public FactValue Printed { get; }

    /// <summary>Gets half the last printed digit of each number, in the printed unit.</summary>
    public ImmutableArray<double> HalfDigits { get; }

    /// <summary>Gets the qualifier.</summary>
    public FactQualifier Qualifier => Printed.Qualifier;

    /// <summary>Gets the unit.</summary>
    public Unit Unit => Printed.Unit;

    /// <summary>Gets a value indicating whether this is one number, exact or about.</summary>
    public bool IsNumber => Qualifier is FactQualifier.Exact or FactQualifier.About;

    /// <summary>Returns what the claim says, in SI.</summary>
    /// <param name="about">Relative half width that "about" stands for, such as 0.05.</param>
    /// <returns>All values that the print allows; for a list their hull.</returns>
    public Interval Interval(double about)
    {
        Interval first = At(0, about), last = At(Printed.Numbers.Length - 1, about);
        return Qualifier switch
        {
            FactQualifier.Above or FactQualifier.AtLeast => new Interval(first.Low, double.PositiveInfinity),
            FactQualifier.Below or FactQualifier.AtMost => new Interval(double.NegativeInfinity, first.High),
            FactQualifier.List => Each(about).Aggregate(Claims.Interval.Hull),
            _ => Claims.Interval.Hull(first, last),
        };
    }

    /// <summary>Returns what the numbers say without what their digits leave open, in SI: for settings, which are chosen and not measured.</summary>
    /// <returns>The numbers themselves, or from a bound to infinity.</returns>
    public Interval AsSetting()
    {
        double first = Unit.ToSi(Printed.Numbers[0]), last = Unit.ToSi(Printed.Numbers[^1]);
        return Qualifier switch
        {
            FactQualifier.Above or FactQualifier.AtLeast => new Interval(first, double.PositiveInfinity),
            FactQualifier.Below or FactQualifier.AtMost => new Interval(double.NegativeInfinity, first),
            FactQualifier.List => new Interval(Printed.Numbers.Min(Unit.ToSi), Printed.Numbers.Max(Unit.ToSi)),
            _ => new Interval(first, last),
        };
    }

    /// <summary>Returns each number with what its digits leave open, in SI.</summary>
    /// <param name="about">Relative half width that "about" stands for.</param>
    /// <returns>One interval per number.</returns>
    public ImmutableArray<Interval> Each(double about) => [.. Enumerable.Range(0, Printed.Numbers.Length).Select(i => At(i, about))];

    /// <summary>Finds half the last printed digit of a number.</summary>
    /// <param name="digits">The number as written, such as <c>0.79</c>, <c>300</c> or <c>1.2e-3</c>.</param>
    /// <returns>For example 0.005, 5 and 0.00005.</returns>
    public static double HalfDigit(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        string[] parts = digits.Trim().TrimStart('-', '+').Split('e', 'E');
        int power = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int e) ? e : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        bool open = point < 0 && parts[0].Length > 2 && parts[0][^1] == '0';
        int place = point >= 0 ? point + 1 - parts[0].Length : open ? 1 : 0;
        return 0.5 * Math.Pow(10.0, place + power);
    }

    /// <inheritdoc/>
    public override string ToString() => Printed.ToString();

    // "About 66.3" is meant more sharply than "about 60": three digits leave a tenth of the usual width.
    private static double AboutShare(double number, double halfDigit, double about) =>
        halfDigit > 0.0 && Math.Abs(number) >= 200.0 * halfDigit ? 0.1 * about : about;

    private Interval At(int index, double about)
    {
        double number = Printed.Numbers[index];
        double half = Math.Max(HalfDigits[index], Qualifier == FactQualifier.About ? AboutShare(number, HalfDigits[index], about) * Math.Abs(number) : 0.0);
        return new Interval(Unit.ToSi(number - half), Unit.ToSi(number + half));
    }
}
