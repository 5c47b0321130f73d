using System.CommandLine;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Instruments.Reading;

namespace Lamella.Cli.Verbs;

/// <summary>The options with which a user decides what otherwise the file decides; the same for every verb that reads files.</summary>
/// <param name="except">Names, without hyphens, of options that the verb has itself.</param>
internal sealed class ImportArguments(params IEnumerable<string> except)
{
    private static readonly QuantityRule Areas = QuantityRule.Like("1 cm2").Above("0 cm2").Below("100 m2");

    private readonly Option<string?> sign = Choice("--sign", "What positive current does in the file: charge or discharge.", "charge", "discharge");
    private readonly Option<string?> imaginary = Choice("--imaginary", "How Z'' is written in the file: true (capacitive is negative) or turned.", "true", "turned");
    private readonly Option<string[]> units = new("--unit") { Description = "The unit of a column, such as \"Current=mA\"; may be repeated.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> decimalMark = Choice("--decimal", "The decimal mark of the file: point or comma.", "point", "comma", ".", ",");
    private readonly Option<string?> encoding = new("--encoding") { Description = "The encoding of the file, such as utf-8, windows-1252, gbk or utf-16." };
    private readonly Option<string?> zone = new("--time-zone") { Description = "The zone of the clock that wrote the time stamps, such as Europe/Zurich or UTC." };
    private readonly Option<string?> dateOrder = Choice("--date-order", "The order in dates: month-first, day-first or year-first.", "month-first", "day-first", "year-first");
    private readonly Option<string?> area = new("--area") { Description = "The area of the electrode, such as \"1.13 cm2\"; it is never assumed." };
    private readonly Option<string?> count = new("--current-per-count") { Description = "For a Neware range that is not known: the current of one stored count, such as \"0.1 uA\"." };

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        Option[] all = [sign, imaginary, units, decimalMark, encoding, zone, dateOrder, area, count];
        foreach (Option option in all.Where(option => !except.Contains(option.Name.TrimStart('-'))))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the options of a command line.</summary>
    /// <exception cref="InputException">A value cannot be used.</exception>
    internal ImportOptions Read(ParseResult parsed) => new()
    {
        Sign = parsed.GetValue(sign) switch { "charge" => CurrentSign.PositiveCharges, "discharge" => CurrentSign.PositiveDischarges, _ => null },
        ImaginarySign = parsed.GetValue(imaginary) switch { "true" => ImpedanceSign.TrueSign, "turned" => ImpedanceSign.Turned, _ => null },
        Units = [.. (parsed.GetValue(units) ?? []).Select(UnitOf)],
        DecimalMark = parsed.GetValue(decimalMark) switch { "point" or "." => '.', "comma" or "," => ',', _ => null },
        Encoding = parsed.GetValue(encoding) is { } name ? EncodingOf(name) : null,
        TimeZone = parsed.GetValue(zone) is { } id ? ZoneOf(id) : null,
        DateOrder = parsed.GetValue(dateOrder) switch
        {
            "month-first" => DateOrder.MonthFirst,
            "day-first" => DateOrder.DayFirst,
            "year-first" => DateOrder.YearFirst,
            _ => null,
        },
        ElectrodeArea = parsed.GetValue(area) is { } size ? Positive("--area", size, Areas) : null,
        CurrentPerCount = parsed.GetValue(count) is { } current ? Positive("--current-per-count", current, QuantityRule.Like("1 uA").Above("0 A").Below("1000 A")) : null,
    };

    private static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Encoding EncodingOf(string name)
    {
        // The code pages of old programs are not among the runtime's own encodings.
        Encoding? known = CodePagesEncodingProvider.Instance.GetEncoding(name.ToLowerInvariant() is "gb2312" ? "gbk" : name);
        try
        {
            return known ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw Wrong("--encoding", $"'{name}' is no encoding.", "Write for example --encoding windows-1252.", "utf-8, utf-16, windows-1252, iso-8859-1, gbk and others by their usual names.");
        }
    }

    private static UnitOverride UnitOf(string text)
    {
        int at = text.LastIndexOf('=');
        return at > 0 && at < text.Length - 1 ? new UnitOverride(text[..at].Trim(), text[(at + 1)..].Trim())
            : throw Wrong("--unit", $"'{text}' cannot be used.", "Write for example --unit \"Current=mA\".", "the name of a column, '=' and a unit.");
    }

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found
        : throw Wrong("--time-zone", $"'{id}' is no time zone of this computer.", "Write for example --time-zone Europe/Berlin.", "names of the IANA time zone database, and UTC.");

    private static double Positive(string option, string text, QuantityRule rule)
    {
        Quantity quantity = Quantity.Parse(text);
        return rule.Fits(quantity.Dimension) && rule.Contains(quantity.InSi) ? quantity.InSi
            : throw Wrong(option, $"'{text}' cannot be used.", $"Write for example {option} \"{rule.Example}\".", rule.Describe());
    }

    private static InputException Wrong(string place, string problem, string remedy, string allowed) =>
        new(InputPlace.Whole(place), problem, allowed, remedy);
}
