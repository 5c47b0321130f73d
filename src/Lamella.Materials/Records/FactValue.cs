using System.Collections.Immutable;
using Lamella.Core.Quantities;

namespace Lamella.Materials.Records;

/// <summary>How a published number is meant.</summary>
public enum FactQualifier
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>About the number.</summary>
    About,

    /// <summary>More than the number.</summary>
    Above,

    /// <summary>Less than the number.</summary>
    Below,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>The number or less.</summary>
    AtMost,

    /// <summary>From the first number to the second.</summary>
    Range,

    /// <summary>Each of the numbers.</summary>
    List,
}

/// <summary>The value of a published fact, in the unit in which it was printed.</summary>
/// <param name="Qualifier">How the numbers are meant.</param>
/// <param name="Numbers">The numbers: two for a range, any for a list, else one [<paramref name="Unit"/>].</param>
/// <param name="Unit">Their unit.</param>
public sealed record FactValue(FactQualifier Qualifier, ImmutableArray<double> Numbers, Unit Unit)
{
    /// <summary>Gets the numbers as quantities.</summary>
    public ImmutableArray<Quantity> Quantities => [.. Numbers.Select(number => new Quantity(number, Unit))];

    /// <summary>Gets the numbers in SI.</summary>
    public ImmutableArray<double> InSi => [.. Numbers.Select(Unit.ToSi)];

    /// <summary>Gets a value indicating whether this is one number that a prediction can be compared with.</summary>
    public bool IsComparable => Qualifier is FactQualifier.Exact or FactQualifier.About or FactQualifier.Range;

    /// <summary>Gets the number in SI; for a range its middle.</summary>
    /// <exception cref="InvalidOperationException">A list or a bound is no single number.</exception>
    public double CentreInSi => IsComparable
        ? InSi.Average()
        : throw new InvalidOperationException($"'{this}' is no single number; ask IsComparable first.");

    /// <inheritdoc/>
    public override string ToString()
    {
        string[] texts = [.. Numbers.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture))];
        string numbers = Qualifier switch
        {
            FactQualifier.Range => string.Join(" to ", texts),
            FactQualifier.List => string.Join(", ", texts),
            FactQualifier.About => "~ " + texts[0],
            FactQualifier.Above => "> " + texts[0],
            FactQualifier.Below => "< " + texts[0],
            FactQualifier.AtLeast => ">= " + texts[0],
            FactQualifier.AtMost => "<= " + texts[0],
            _ => texts[0],
        };
        return Unit == Unit.One ? numbers : $"{numbers} {Unit}";
    }
}
