using System.Globalization;
using System.Text.RegularExpressions;

namespace Lamella.Studies;

/// <summary>Joins the warnings of many runs about one law into one sentence over the whole range used.</summary>
internal static partial class ExtrapolationWarnings
{
    /// <summary>Joins warnings; others stay as they are, each at the place of its first.</summary>
    internal static IEnumerable<string> Join(IEnumerable<string> warnings)
    {
        var joined = new List<(string Key, Func<double, double, string> Text, double Least, double Greatest)>();
        foreach (string warning in warnings)
        {
            Match match = Sentence().Match(warning);
            (double least, double greatest) = match.Success ? (Number(match, "from"), match.Groups["to"].Success ? Number(match, "to") : Number(match, "from")) : (0.0, 0.0);
            string key = match.Success ? match.Groups["what"].Value + match.Groups["range"].Value : warning;
            int known = joined.FindIndex(entry => entry.Key == key);
            if (known < 0)
            {
                joined.Add((key, (a, b) => match.Success ? Write(match, a, b) : warning, least, greatest));
            }
            else
            {
                joined[known] = joined[known] with { Least = Math.Min(joined[known].Least, least), Greatest = Math.Max(joined[known].Greatest, greatest) };
            }
        }

        return joined.Select(entry => entry.Text(entry.Least, entry.Greatest));
    }

    private static string Write(Match match, double least, double greatest)
    {
        string used = least == greatest
            ? FormattableString.Invariant($"{least:G6}") : FormattableString.Invariant($"{least:G6} to {greatest:G6}");
        return $"{match.Groups["what"].Value} {used}{match.Groups["unit"].Value} leaves the fitted range {match.Groups["range"].Value}";
    }

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<what>.+?) (?<from>-?[0-9.]+(E[-+]?\d+)?)( to (?<to>-?[0-9.]+(E[-+]?\d+)?))?(?<unit> degC)? leaves the fitted range (?<range>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
