using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella run</c> that the parser cannot check by itself.</summary>
internal static class RunArguments
{
    /// <summary>Returns the steps, one a line.</summary>
    internal static string Protocol(IReadOnlyList<string> steps, string? file)
    {
        if (file is null == (steps.Count == 0))
        {
            throw Wrong("--step", "give the steps either by --step or by --protocol.", "Add for example --step \"Discharge at 1C until 2.8 V\".");
        }

        if (file is null)
        {
            return string.Join('\n', steps);
        }

        return File.Exists(file)
            ? File.ReadAllText(file)
            : throw Wrong("--protocol", $"the file '{file}' does not exist.", "Check the path.");
    }

    /// <summary>Returns a temperature in K, or null where none is given.</summary>
    internal static double? Temperature(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Quantity quantity = Quantity.Parse(text);
        return quantity.Dimension == Unit.Parse("K").Dimension && quantity.InSi > 0.0
            ? quantity.InSi
            : throw Wrong("--temperature", $"'{text}' is no temperature above 0 K.", "Write for example --temperature \"-20 degC\".");
    }

    /// <summary>Checks a state of charge.</summary>
    internal static double StateOfCharge(double value) => value is >= 0.0 and <= 1.0
        ? value
        : throw Wrong(
            "--from",
            string.Create(CultureInfo.InvariantCulture, $"the state of charge {value} is outside 0 to 1."),
            "Write 0 for a discharged and 1 for a charged cell.");

    private static InputException Wrong(string option, string problem, string remedy) =>
        new(InputPlace.Whole(option), problem, string.Empty, remedy);
}
