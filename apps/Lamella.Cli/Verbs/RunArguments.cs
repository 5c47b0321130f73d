using System.Globalization;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella run</c> that the parser cannot check by itself.</summary>
internal static class RunArguments
{
    private static readonly QuantityRule Temperatures = QuantityRule.Like("25 degC").Above("-150 degC").Below("300 degC");

    /// <summary>Returns what messages call the protocol, and the steps, one a line.</summary>
    internal static (string Name, string Text) Protocol(IReadOnlyList<string> steps, string? file)
    {
        if (file is null == (steps.Count == 0))
        {
            throw Wrong("--step", "give the steps either by --step or by --protocol.", "Add for example --step \"Discharge at 1C until 2.8 V\".");
        }

        if (file is null)
        {
            return ("--step", string.Join('\n', steps));
        }

        return File.Exists(file)
            ? (file, ReadText(file))
            : throw Wrong("--protocol", $"the file '{file}' does not exist.", "Check the path.");
    }

    /// <summary>Returns a temperature in K, or null where none is given.</summary>
    internal static double? Temperature(string? text)
    {
        if (text is null)
        {
            return null;
        }

        const string remedy = "Write for example --temperature \"-20 degC\".";
        Quantity quantity = Quantity.Parse(text);
        if (!Temperatures.Fits(quantity.Dimension))
        {
            throw Wrong("--temperature", quantity.Unit == Unit.One ? $"'{text}' has no unit." : $"'{text}' is a {quantity.Dimension.Name}.", remedy, Temperatures.Describe());
        }

        return Temperatures.Contains(quantity.InSi)
            ? quantity.InSi
            : throw Wrong("--temperature", $"'{text}' is too {(quantity.InSi > Temperatures.Example.InSi ? "hot" : "cold")} for any cell.", remedy, Temperatures.Describe());
    }

    /// <summary>Checks a state of charge.</summary>
    internal static double StateOfCharge(double value) => value is >= 0.0 and <= 1.0
        ? value
        : throw Wrong(
            "--from",
            string.Create(CultureInfo.InvariantCulture, $"the state of charge {value} is outside 0 to 1."),
            "Write 0 for a discharged and 1 for a charged cell.");

    private static string ReadText(string file)
    {
        const string remedy = "Check that this is the right file, and save it as UTF-8 in your editor.";
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
            return text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                ? throw Wrong(file, "this is no text file: it holds control characters.", remedy, "one step a line")
                : text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(file, "this is no text file: it holds bytes that are not UTF-8.", remedy, "one step a line");
        }
    }

    private static InputException Wrong(string place, string problem, string remedy, string allowed = "") =>
        new(InputPlace.Whole(place), problem, allowed, remedy);
}
