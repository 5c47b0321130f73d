using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Audit.Claims;

/// <summary>Reads claimed values: <c>0.58 mS/cm</c>, <c>~ 300 um</c>, <c>&gt; 1200 h</c>, <c>0.1 to 1 mS/cm</c>, <c>20, 3</c>, <c>1.9(1) mg/cm2</c>.</summary>
internal static class ClaimValueReader
{
    // Counts and rates are chosen, not rounded: their digits leave nothing open.
    private static readonly string[] ExactUnits = ["cycle", "C"];

    /// <summary>Reads a value.</summary>
    /// <exception cref="InputException">The text is no such value; carries the place.</exception>
    internal static ClaimValue Read(YamlNode node)
    {
        PrintedValue read = PrintedValue.Read(node);
        return new ClaimValue(
            read.Value,
            [.. read.Each.Select((each, i) => each.Uncertainty > 0.0 ? 2.0 * each.Uncertainty : HalfDigit(read.Pieces[i], read.Value.Unit))]);
    }

    /// <summary>Reads a condition: a value where the text is one, else words.</summary>
    internal static ClaimCondition ReadCondition(YamlNode node)
    {
        string text = node.AsText();
        if (!PrintedValue.BeginsAsNumber(text))
        {
            return new ClaimCondition(text, null);
        }

        try
        {
            return new ClaimCondition(text, Read(node));
        }
        catch (InputException)
        {
            return new ClaimCondition(text, null); // words that begin with a digit, such as "3.2 mm rotor"
        }
    }

    /// <summary>Finds half the last printed digit of a number with its unit; zero for counts.</summary>
    internal static double HalfDigit(string piece, Unit unit)
    {
        if (ExactUnits.Contains(unit.Symbol, StringComparer.Ordinal))
        {
            return 0.0;
        }

        return ClaimValue.HalfDigit(PrintedValue.DigitsOf(piece));
    }
}
