using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Finds the temperature that a file is named after: <c>pellet-20degC.csv</c>, <c>PEIS_-25C.txt</c>, <c>run 353K</c>.</summary>
/// <remarks>
/// A hyphen is a minus where nothing, a blank, an underscore or a bracket stands before it, and a dash between words otherwise;
/// <c>m25C</c> and <c>minus25C</c> are -25 °C.
/// </remarks>
internal static partial class TemperatureText
{
    private const double Highest = 2000.0;

    /// <summary>Finds the temperature in a name.</summary>
    /// <param name="name">Name of a file or measurement.</param>
    /// <returns>T [K], or null where no or more than one temperature stands there.</returns>
    internal static double? Find(string name)
    {
        double[] found =
        [
            .. Pattern().Matches(name).Select(Kelvin).Where(kelvin => kelvin is > 0.0 and < Highest).Distinct(),
        ];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Reads a temperature that a user states.</summary>
    /// <returns>T [K], or null where the text is no temperature above 0 K.</returns>
    internal static double? Read(string text) =>
        Quantity.TryParse(text.Trim(), out Quantity? quantity, out _) && quantity.Dimension == Dimension.Temperature && quantity.InSi > 0.0 ? quantity.InSi : null;

    private static double Kelvin(Match match)
    {
        double value = double.Parse(match.Groups["number"].Value.Replace(',', '.').Replace('p', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);
        value = match.Groups["minus"].Success && match.Groups["minus"].Length > 0 ? -value : value;
        return match.Groups["unit"].Value is "K" or "kelvin" ? value : value + PhysicalConstants.ZeroCelsius;
    }

    // The minus: a hyphen after nothing, blank, underscore or bracket, or the letter m or the word minus not after a letter.
    [GeneratedRegex(@"(?:(?<minus>(?<=^|[ _(\[,=])[-\u2212]|(?<![A-Za-z])(?:minus[ _]?|m))|(?<![\d.,]))(?<number>\d+(?:[.,p]\d+)?)[ _]?(?<unit>degC|deg|\u00B0C|\u00BAC|celsius|C|K|kelvin)(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
