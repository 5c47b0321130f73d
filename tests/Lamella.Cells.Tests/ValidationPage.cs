using System.Globalization;
using System.Text.RegularExpressions;

namespace Lamella.Cells.Tests;

/// <summary>docs/validation.md: what it states as ours is what the tests measure.</summary>
internal static partial class ValidationPage
{
    private const int OursColumn = 3;
    private const double Share = 0.1; // by which a measured value may differ from the stated one, besides its last digit

    /// <summary>Gets the text of the page.</summary>
    internal static string Text { get; } = Read();

    /// <summary>Demands that a number in the column "ours" is what was measured.</summary>
    /// <param name="row">How the row begins.</param>
    /// <param name="index">Which of the numbers in that column.</param>
    /// <param name="measured">What the test found, in the unit of the page.</param>
    internal static void Holds(string row, int index, double measured)
    {
        string line = Text.Split('\n').Single(line => line.StartsWith($"| {row}", StringComparison.Ordinal));
        string stated = Number().Matches(line.Split('|')[OursColumn])[index].Value;
        double value = double.Parse(stated, CultureInfo.InvariantCulture), digit = LastDigit(stated);
        Math.Abs(measured - value).ShouldBeLessThanOrEqualTo(
            (Share * value) + (0.5 * digit), FormattableString.Invariant($"docs/validation.md, '{row}': {stated} is stated, {measured:G3} was measured"));
    }

    private static double LastDigit(string number)
    {
        string[] parts = number.Split('e');
        int decimals = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].Length - parts[0].IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Pow(10.0, (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - decimals);
    }

    private static string Read()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "validation.md"));
    }

    [GeneratedRegex(@"\d+(\.\d+)?(e-?\d+)?")]
    private static partial Regex Number();
}
