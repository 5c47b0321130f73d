using System.Collections.Immutable;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Techniques;

/// <summary>A quantity that an analysis found, with how surely.</summary>
/// <param name="Key">A stable word for programs, such as <c>current_ratio</c>; lower case with underscores, without unit.</param>
/// <param name="Name">What it is, for people; names the method where methods differ.</param>
/// <param name="Value">Value, unit and standard uncertainty; for transport properties the reference state, and the temperature where it is known.</param>
public sealed record FoundQuantity(string Key, string Name, Quantity Value)
{
    private const double Normal95 = 1.959963984540054; // quantile 0.975 of the normal distribution

    /// <summary>Gets the lower end of the 95 % interval, in the unit of the value; null where none can be given.</summary>
    public double? Low { get; init; }

    /// <summary>Gets the upper end of the 95 % interval, in the unit of the value; null where none can be given.</summary>
    public double? High { get; init; }

    /// <summary>Gets a value indicating whether the true value may be larger: the test ended before it was reached.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Gets the conditions that belong to this value alone, as records name and write them, such as <c>cycle</c> and <c>40</c>.</summary>
    public ImmutableSortedDictionary<string, string> Conditions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gets what the number means and what it is not, in one sentence; may be empty.</summary>
    public string Meaning { get; init; } = string.Empty;

    /// <summary>Makes a quantity whose uncertainty is normal; without uncertainty it has no interval.</summary>
    /// <param name="key">The stable word.</param>
    /// <param name="name">What it is.</param>
    /// <param name="value">Value, unit and standard uncertainty.</param>
    /// <returns>The quantity with the interval value ± 1.96 u.</returns>
    public static FoundQuantity Normal(string key, string name, Quantity value)
    {
        ArgumentNullException.ThrowIfNull(value);
        bool isKnown = value.Uncertainty > 0.0;
        return new FoundQuantity(key, name, value)
        {
            Low = isKnown ? value.Value - (Normal95 * value.Uncertainty) : null,
            High = isKnown ? value.Value + (Normal95 * value.Uncertainty) : null,
        };
    }

    /// <summary>Returns the quantity with a condition.</summary>
    /// <param name="name">Its name, such as <c>cycle</c>.</param>
    /// <param name="value">Its value with unit, such as <c>40</c>.</param>
    /// <returns>The quantity that holds under one more condition.</returns>
    public FoundQuantity At(string name, FormattableString value) => this with { Conditions = Conditions.SetItem(name, FormattableString.Invariant(value)) };

    /// <summary>Makes a quantity from numbers in SI, expressed in another unit.</summary>
    /// <param name="key">The stable word.</param>
    /// <param name="name">What it is.</param>
    /// <param name="unit">Symbol of the unit in which it is reported.</param>
    /// <param name="value">Value in SI.</param>
    /// <param name="uncertainty">Standard uncertainty in SI, ≥ 0; 0 where it is not known.</param>
    /// <param name="low">Lower end of the 95 % interval in SI; null for the normal one.</param>
    /// <param name="high">Upper end of the 95 % interval in SI; null for the normal one.</param>
    /// <returns>The quantity.</returns>
    public static FoundQuantity FromSi(
        string key, string name, string unit, double value, double uncertainty = 0.0, double? low = null, double? high = null)
    {
        Unit symbol = Unit.Parse(unit);
        FoundQuantity normal = Normal(key, name, new Quantity(symbol.FromSi(value), symbol, uncertainty / symbol.Factor));
        return low is { } from && high is { } to ? normal with { Low = symbol.FromSi(from), High = symbol.FromSi(to) } : normal;
    }

    /// <summary>Makes a positive quantity whose logarithm is normal, from numbers in SI: its interval never reaches zero.</summary>
    /// <param name="key">The stable word.</param>
    /// <param name="name">What it is.</param>
    /// <param name="unit">Symbol of the unit in which it is reported.</param>
    /// <param name="value">Value in SI, above 0.</param>
    /// <param name="uncertainty">Standard uncertainty in SI, ≥ 0; 0 where it is not known.</param>
    /// <returns>The quantity with the interval value·exp(±1.96 u/value).</returns>
    public static FoundQuantity Positive(string key, string name, string unit, double value, double uncertainty) => uncertainty > 0.0
        ? FromSi(key, name, unit, value, uncertainty, value * Math.Exp(-Normal95 * uncertainty / value), value * Math.Exp(Normal95 * uncertainty / value))
        : FromSi(key, name, unit, value);
}
