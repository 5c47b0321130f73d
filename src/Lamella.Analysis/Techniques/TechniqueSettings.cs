using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Techniques;

/// <summary>The options of a technique with the values that a user gave; checked when they are made.</summary>
public sealed class TechniqueSettings
{
    private readonly ImmutableDictionary<string, TechniqueOption> options;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> given;

    private TechniqueSettings(ImmutableDictionary<string, TechniqueOption> options, ImmutableDictionary<string, ImmutableArray<string>> given) =>
        (this.options, this.given) = (options, given);

    /// <summary>Gets what the user gave, in alphabetical order of the names.</summary>
    public ImmutableArray<(string Name, string Value)> Given =>
        [.. given.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Select(value => (entry.Key, value)))];

    /// <summary>Makes settings.</summary>
    /// <param name="technique">Whose options.</param>
    /// <param name="values">Names and values; a switch has the value <c>on</c>.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InputException">A name is not known, is given twice, or a value cannot be used.</exception>
    public static TechniqueSettings For(IAnalysisTechnique technique, params IEnumerable<(string Name, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(technique);
        ArgumentNullException.ThrowIfNull(values);
        var options = technique.Options.ToImmutableDictionary(option => option.Name, StringComparer.Ordinal);
        var given = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach ((string name, string value) in values)
        {
            if (!options.TryGetValue(name, out TechniqueOption? option))
            {
                throw Unknown(technique, name);
            }

            option.Check(value);
            ImmutableArray<string> before = given.GetValueOrDefault(name, []);
            given[name] = before.IsEmpty || option.AllowsMany ? before.Add(value) : throw option.Error(
                $"is given twice: '{before[0]}' and '{value}'.", "one value", "Keep one of them.");
        }

        return new TechniqueSettings(options, given.ToImmutable());
    }

    /// <summary>Tells whether the user gave a value.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>True where the user did; a default does not count.</returns>
    public bool Has(string name) => given.ContainsKey(Known(name).Name);

    /// <summary>Returns a quantity.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>What the user gave, else the default, else null.</returns>
    public Quantity? Measure(string name) => Value(name) is { } text ? Quantity.Parse(text) : null;

    /// <summary>Returns a quantity that the analysis cannot do without.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="why">What it is needed for, such as <c>a conductivity needs the area of the electrode</c>.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="InputException">It was not given.</exception>
    public Quantity Require(string name, string why) => Measure(name) ?? throw Known(name).Error(
        $"is missing: {why}.", Known(name).Rule?.Describe() ?? string.Empty, $"Add for example --{name} \"{Known(name).Rule?.Example}\"; it is never assumed.");

    /// <summary>Returns a plain number that has a default or was given.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>The number; NaN where none was given and there is no default.</returns>
    public double Number(string name) => Value(name) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>Returns a word or text.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>What the user gave, else the default, else an empty text.</returns>
    public string Words(string name) => Value(name) ?? string.Empty;

    /// <summary>Returns all values of an option that may be given several times.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>What the user gave, in order; else the default alone; else nothing.</returns>
    public ImmutableArray<string> Many(string name) => given.TryGetValue(Known(name).Name, out ImmutableArray<string> values) ? values
        : Known(name).Default is { } standard ? [standard] : [];

    /// <summary>Tells whether a switch is on.</summary>
    /// <param name="name">Name of the option.</param>
    /// <returns>True where the user switched it on.</returns>
    public bool IsOn(string name) => Has(name) && given[name][^1] != "off";

    private string? Value(string name) => given.TryGetValue(Known(name).Name, out ImmutableArray<string> values) ? values[^1] : Known(name).Default;

    // A name that the technique did not declare is a fault of ours, not of the user.
    private TechniqueOption Known(string name) => options.TryGetValue(name, out TechniqueOption? option) ? option
        : throw new ArgumentException($"The technique declares no option '{name}'.", nameof(name));

    private static InputException Unknown(IAnalysisTechnique technique, string name)
    {
        string hint = Suggestion.Nearest(name, technique.Options.Select(option => option.Name)) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
        return new InputException(
            InputPlace.Whole("--" + name), $"'{technique.Name}' has no such option.{hint}",
            string.Join(", ", technique.Options.Select(option => "--" + option.Name)), "Leave it out, or name one of these.");
    }
}
