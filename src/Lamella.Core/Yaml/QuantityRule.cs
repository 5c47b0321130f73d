using System.Globalization;
using Lamella.Core.Quantities;

namespace Lamella.Core.Yaml;

/// <summary>What a quantity in a file must be: its dimension, an example, and bounds.</summary>
/// <remarks>For example <c>QuantityRule.Like("300 um").Above("0 um")</c>.</remarks>
public sealed record QuantityRule
{
    private QuantityRule(Quantity example) => Example = example;

    /// <summary>Gets a good value, shown in messages.</summary>
    public Quantity Example { get; }

    /// <summary>Gets the dimension.</summary>
    public Dimension Dimension => Example.Dimension;

    /// <summary>Gets the lower bound, or null.</summary>
    public Quantity? Lower { get; private init; }

    /// <summary>Gets the upper bound, or null.</summary>
    public Quantity? Upper { get; private init; }

    /// <summary>Gets a value indicating whether the lower bound itself is allowed.</summary>
    public bool LowerIncluded { get; private init; }

    /// <summary>Gets a value indicating whether the upper bound itself is allowed.</summary>
    public bool UpperIncluded { get; private init; }

    /// <summary>Gets a value indicating whether plain numbers and shares (%, vol%, wt%) stand for the same thing here.</summary>
    public bool AcceptsPlainNumber { get; private init; }

    /// <summary>Makes a rule that fixes the dimension alone.</summary>
    /// <param name="example">A good value.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="QuantityFormatException">The example is no quantity.</exception>
    public static QuantityRule Like(string example) => new(Quantity.Parse(example));

    /// <summary>Returns the rule with an excluded lower bound.</summary>
    /// <param name="bound">The bound.</param>
    /// <returns>The narrower rule.</returns>
    public QuantityRule Above(string bound) => this with { Lower = Bound(bound), LowerIncluded = false };

    /// <summary>Returns the rule with an included lower bound.</summary>
    /// <param name="bound">The bound.</param>
    /// <returns>The narrower rule.</returns>
    public QuantityRule AtLeast(string bound) => this with { Lower = Bound(bound), LowerIncluded = true };

    /// <summary>Returns the rule with an excluded upper bound.</summary>
    /// <param name="bound">The bound.</param>
    /// <returns>The narrower rule.</returns>
    public QuantityRule Below(string bound) => this with { Upper = Bound(bound), UpperIncluded = false };

    /// <summary>Returns the rule with an included upper bound.</summary>
    /// <param name="bound">The bound.</param>
    /// <returns>The narrower rule.</returns>
    public QuantityRule AtMost(string bound) => this with { Upper = Bound(bound), UpperIncluded = true };

    /// <summary>Returns the rule for a share that may be written as a plain number too (<c>0.4</c>, <c>40 %</c>).</summary>
    /// <returns>The wider rule.</returns>
    public QuantityRule OrPlainNumber() => this with { AcceptsPlainNumber = true };

    /// <summary>Tells whether a dimension is what the rule asks for.</summary>
    /// <param name="dimension">The dimension of a given quantity.</param>
    /// <returns>True when it is.</returns>
    public bool Fits(Dimension dimension) => dimension == Dimension || (AcceptsPlainNumber && dimension.IsPlainNumber);

    /// <summary>Tells whether a value of the right dimension is within the bounds.</summary>
    /// <param name="si">The value in SI.</param>
    /// <returns>True inside.</returns>
    public bool Contains(double si) =>
        (Lower is null || si > Lower.InSi || (LowerIncluded && si == Lower.InSi))
        && (Upper is null || si < Upper.InSi || (UpperIncluded && si == Upper.InSi));

    /// <summary>Says what is allowed, for messages.</summary>
    /// <returns>For example <c>a length above 0 um, such as 300 um</c>.</returns>
    public string Describe()
    {
        string lower = Lower is null ? string.Empty : $" {(LowerIncluded ? "of at least" : "above")} {Lower}";
        string upper = Upper is null ? string.Empty : $" {(UpperIncluded ? "of at most" : "below")} {Upper}";
        string and = lower.Length > 0 && upper.Length > 0 ? " and" : string.Empty;
        string article = "aeiou".Contains(Dimension.Name[0], StringComparison.Ordinal) ? "an" : "a";
        return string.Create(CultureInfo.InvariantCulture, $"{article} {Dimension.Name}{lower}{and}{upper}, such as {Example}");
    }

    private Quantity Bound(string text)
    {
        Quantity bound = Quantity.Parse(text);
        return bound.Dimension == Dimension ? bound : throw new QuantityMismatchException(
            $"The bound {bound} is a {bound.Dimension.Name}, but the example {Example} is a {Dimension.Name}.");
    }
}
