using System.Globalization;

namespace Lamella.Instruments.Operations;

/// <summary>Whole numbers from one to another, both ends included.</summary>
/// <param name="First">The smallest; null for no lower end.</param>
/// <param name="Last">The largest, at least <paramref name="First"/>; null for no upper end.</param>
public readonly record struct NumberRange(long? First, long? Last)
{
    /// <summary>Tells whether a number is in the range.</summary>
    /// <param name="number">The number; NaN is in no range.</param>
    /// <returns>True inside and at the ends.</returns>
    public bool Contains(double number) => !double.IsNaN(number) && (First is null || number >= First) && (Last is null || number <= Last);

    /// <inheritdoc/>
    public override string ToString() => First is { } only && First == Last ? only.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");
}
