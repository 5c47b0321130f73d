using System.Collections.Immutable;
using System.Globalization;
using Lamella.Cells.Protocols;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Experiments;

/// <summary>The text of one setting of an experiment, with its place for messages.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Name of the setting.</param>
/// <param name="Text">The value as written; items of a list are separated by commas.</param>
public sealed record SettingText(InputPlace Place, string Name, string Text)
{
    private const int MostItems = 1000;

    private static readonly QuantityRule Times = QuantityRule.Like("20 min").Above("0 s").AtMost("10 year");
    private static readonly QuantityRule Temperatures = QuantityRule.Like("25 degC").Above("-150 degC").Below("300 degC");
    private static readonly QuantityRule Frequencies = QuantityRule.Like("10 mHz").AtLeast("1e-6 Hz").AtMost("1000 MHz");
    private static readonly QuantityRule Rates = QuantityRule.Like("0.1 mV/s").Above("0 V/s").AtMost("1000 V/s");
    private static readonly QuantityRule Voltages = QuantityRule.Like("10 mV").AtLeast("-100 V").AtMost("100 V");

    /// <summary>Reads a current.</summary>
    internal CurrentLoad Current() => Current(Text);

    /// <summary>Reads a list of currents.</summary>
    internal ImmutableArray<CurrentLoad> Currents() => [.. Items().Select(Current)];

    /// <summary>Reads a charge.</summary>
    internal ChargeAmount Charge()
    {
        Quantity given = Parse(Text, ChargeAmount.Allowed);
        return ChargeAmount.From(given) is { } amount && given.InSi > 0.0 ? amount : throw Wrong($"is {given}.", ChargeAmount.Allowed);
    }

    /// <summary>Reads a time [s].</summary>
    internal double Time() => Value(Text, Times);

    /// <summary>Reads a temperature [K].</summary>
    internal double Temperature() => Value(Text, Temperatures);

    /// <summary>Reads a list of temperatures [K].</summary>
    internal ImmutableArray<double> TemperatureList() => [.. Items().Select(item => Value(item, Temperatures))];

    /// <summary>Reads a voltage [V].</summary>
    internal double Voltage() => Value(Text, Voltages);

    /// <summary>Reads a rate of the voltage [V/s].</summary>
    internal double VoltageRate() => Value(Text, Rates);

    /// <summary>Reads a frequency [Hz].</summary>
    internal double Frequency() => Value(Text, Frequencies);

    /// <summary>Reads a whole number.</summary>
    internal int Count(int most)
    {
        bool number = int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value);
        return number && value >= 1 && value <= most ? value : throw Wrong($"is '{Text}'.", FormattableString.Invariant($"a whole number from 1 to {most}"));
    }

    /// <summary>Reads a share between 0 and 1.</summary>
    internal double Share() => Share(Text);

    /// <summary>Reads a list of shares between 0 and 1.</summary>
    internal ImmutableArray<double> Shares() => [.. Items().Select(Share)];

    /// <summary>Tells whether the value is a word.</summary>
    internal bool Is(string word) => string.Equals(Text.Trim(), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one of a few words.</summary>
    internal string OneOf(params IReadOnlyList<string> words) => words.FirstOrDefault(Is) ?? throw Wrong(
        $"is '{Text}'.{(Suggestion.Nearest(Text, words) is { } near ? $" Did you mean '{near}'?" : string.Empty)}", string.Join(" or ", words));

    /// <summary>Makes the error of this setting.</summary>
    internal InputException Wrong(string problem, string allowed) =>
        new(Place, $"'{Name}' {problem}", allowed, $"Correct '{Name}'.");

    private string[] Items()
    {
        string[] items = Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length is >= 1 and <= MostItems ? items : throw Wrong(
            items.Length == 0 ? "is empty." : FormattableString.Invariant($"has {items.Length} items."), FormattableString.Invariant($"1 to {MostItems} values, separated by commas"));
    }

    private CurrentLoad Current(string item)
    {
        Quantity given = Parse(item, CurrentLoad.Allowed);
        return CurrentLoad.From(given) is { } load && given.InSi > 0.0 ? load : throw Wrong($"is {given}.", CurrentLoad.Allowed);
    }

    private double Share(string item)
    {
        Quantity given = Parse(item, "a share from 0 to 1, such as 0.5 or 50 %");
        return given.Dimension.IsPlainNumber && given.InSi is >= 0.0 and <= 1.0 ? given.InSi : throw Wrong($"is {given}.", "a share from 0 to 1, such as 0.5 or 50 %");
    }

    private double Value(string item, QuantityRule rule)
    {
        Quantity given = Parse(item, rule.Describe());
        return rule.Fits(given.Dimension) && rule.Contains(given.InSi) ? given.InSi : throw Wrong($"is {given}.", rule.Describe());
    }

    private Quantity Parse(string item, string allowed) => Quantity.TryParse(item, out Quantity? quantity, out QuantityFormatException? error)
        ? quantity : throw Wrong($"is no quantity: {error.Problem}", allowed);
}
