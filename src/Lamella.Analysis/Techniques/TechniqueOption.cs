using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Techniques;

/// <summary>Something that a user can set about a technique: name, meaning, default, and what is allowed.</summary>
/// <remarks>Made with <see cref="Measure"/>, <see cref="Number"/>, <see cref="Choice"/>, <see cref="Words"/> or <see cref="Switch"/>.</remarks>
public sealed record TechniqueOption
{
    private TechniqueOption(string name, string meaning, string? standard) => (Name, Meaning, Default) = (name, meaning, standard);

    /// <summary>Gets the name: lower case with hyphens; on the command line after two hyphens.</summary>
    public string Name { get; }

    /// <summary>Gets what it means, as one phrase without a full stop.</summary>
    public string Meaning { get; }

    /// <summary>Gets the value that holds where none is given; null where there is none.</summary>
    public string? Default { get; }

    /// <summary>Gets what a quantity must be; null for other kinds of option.</summary>
    public QuantityRule? Rule { get; private init; }

    /// <summary>Gets the words that are allowed; empty for other kinds of option.</summary>
    public ImmutableArray<string> Choices { get; private init; } = [];

    /// <summary>Gets the least and the largest number that are allowed; null for other kinds of option.</summary>
    public (double Least, double Largest)? Range { get; private init; }

    /// <summary>Gets a value indicating whether it is on or off and takes no value.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>Gets a value indicating whether it may be given several times.</summary>
    public bool AllowsMany { get; init; }

    /// <summary>Makes an option that is a quantity, such as an area with its uncertainty.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="rule">Dimension, example and bounds.</param>
    /// <param name="standard">The value where none is given, or null.</param>
    /// <returns>The option.</returns>
    public static TechniqueOption Measure(string name, string meaning, QuantityRule rule, string? standard = null) =>
        new(name, meaning, standard) { Rule = rule };

    /// <summary>Makes an option that is a plain number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="largest">The largest that is allowed.</param>
    /// <param name="standard">The value where none is given, or null.</param>
    /// <returns>The option.</returns>
    public static TechniqueOption Number(string name, string meaning, double least, double largest, double? standard = null) =>
        new(name, meaning, standard?.ToString("R", CultureInfo.InvariantCulture)) { Range = (least, largest) };

    /// <summary>Makes an option that is one of some words.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="choices">The words.</param>
    /// <param name="standard">The word where none is given, or null.</param>
    /// <returns>The option.</returns>
    public static TechniqueOption Choice(string name, string meaning, ImmutableArray<string> choices, string? standard = null) =>
        new(name, meaning, standard) { Choices = choices };

    /// <summary>Makes an option that is any text; the technique itself checks it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="standard">The text where none is given, or null.</param>
    /// <returns>The option.</returns>
    public static TechniqueOption Words(string name, string meaning, string? standard = null) => new(name, meaning, standard);

    /// <summary>Makes an option that is on or off.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means when it is on.</param>
    /// <returns>The option.</returns>
    public static TechniqueOption Switch(string name, string meaning) => new(name, meaning, null) { IsSwitch = true };

    /// <summary>Makes the error of a value that cannot be used.</summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <returns>The error, to be thrown.</returns>
    public InputException Error(string problem, string allowed, string remedy) => new(InputPlace.Whole("--" + Name), problem, allowed, remedy);

    /// <summary>Refuses a value that cannot be used.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    internal void Check(string value)
    {
        if (Rule is { } rule)
        {
            CheckQuantity(value, rule);
        }
        else if (Range is var (least, largest) && !(TryNumber(value, out double number) && number >= least && number <= largest))
        {
            throw Error(
                $"'{value}' cannot be used.",
                string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {largest}"),
                string.Create(CultureInfo.InvariantCulture, $"Write for example --{Name} {Default ?? least.ToString(CultureInfo.InvariantCulture)}."));
        }
        else if (!Choices.IsEmpty && !Choices.Contains(value))
        {
            string hint = Suggestion.Nearest(value, Choices) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
            throw Error($"'{value}' is not known.{hint}", string.Join(", ", Choices), $"Write for example --{Name} {Choices[0]}.");
        }
    }

    /// <summary>Reads a plain number.</summary>
    internal static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private void CheckQuantity(string value, QuantityRule rule)
    {
        string remedy = $"Write for example --{Name} \"{rule.Example}\".";
        if (!Quantity.TryParse(value, out Quantity? quantity, out QuantityFormatException? fault))
        {
            throw Error($"'{value}' is no quantity: {fault.Problem}", rule.Describe(), remedy);
        }

        if (!rule.Fits(quantity.Dimension))
        {
            string given = quantity.Dimension.IsPlainNumber ? "has no unit" : $"is a {quantity.Dimension.Name}";
            throw Error($"'{value}' {given}.", rule.Describe(), remedy);
        }

        if (!rule.Contains(quantity.InSi))
        {
            throw Error($"'{value}' is out of range.", rule.Describe(), remedy);
        }
    }
}
