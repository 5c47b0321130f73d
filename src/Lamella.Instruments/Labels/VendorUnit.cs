using System.Collections.Frozen;
using Lamella.Core.Quantities;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Labels;

/// <summary>The units that instruments print, in the spellings that they use.</summary>
internal static class VendorUnit
{
    // Spellings that the product's own unit language does not have.
    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ohms"] = "ohm", ["Sec"] = "s", ["sec."] = "s", ["seconds"] = "s", ["hours"] = "h", ["hrs"] = "h", ["minutes"] = "min", ["Min"] = "min",
        ["\u00B0"] = "deg", ["degree"] = "deg", ["degrees"] = "deg", ["radians"] = "rad",
        ["deg C"] = "degC", ["degree C"] = "degC", ["Celsius"] = "degC", ["\u2103"] = "degC", ["?C"] = "degC", ["\uFFFDC"] = "degC",
        ["V vs. Ref."] = "V", ["volt"] = "V", ["volts"] = "V", ["amps"] = "A", ["ampere"] = "A",
        ["mA.h"] = "mAh", ["A.h"] = "Ah", ["A*h"] = "Ah", ["W.h"] = "Wh", ["W*h"] = "Wh", ["mW.h"] = "mWh",
        ["A.s"] = "coulomb", ["As"] = "coulomb", ["mAs"] = "mA s", ["mA.s"] = "mA s", ["uAs"] = "uA s", ["Ws"] = "J", ["mWs"] = "mJ", ["hertz"] = "Hz", ["Coulomb"] = "coulomb",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // SI symbols of the quantities that tables hold, by the dimension of the unit.
    private static readonly FrozenDictionary<Dimension, string> Symbols =
        new[] { "s", "V", "A", "ohm", "Hz", "K", "J", "W", "F", "S", "H", "Pa", "m", "kg" }
            .ToFrozenDictionary(symbol => Unit.Parse(symbol).Dimension, symbol => symbol == "ohm" ? "Ω" : symbol);

    /// <summary>Finds the way from a unit to SI.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <returns>The scale; null where the unit is empty or not known.</returns>
    internal static ColumnScale? Find(string text)
    {
        string spelt = Spellings.GetValueOrDefault(text.Trim(), text.Trim()).Replace("Ohm", "ohm", StringComparison.Ordinal);
        if (spelt.Length is 0 or > 24 || !Unit.TryParse(spelt, out Unit? unit))
        {
            return null;
        }

        string symbol = unit.Dimension == Unit.Parse("coulomb").Dimension ? "C"
            : unit.Dimension == Dimension.None ? (spelt is "deg" or "rad" or "mrad" ? "rad" : "1")
            : Symbols.GetValueOrDefault(unit.Dimension, string.Empty);
        return symbol.Length > 0 ? new ColumnScale(unit.Factor, unit.Offset, symbol) : null;
    }

    /// <summary>Tells whether a unit is a resistance times an area, which needs the area to become a resistance.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <returns>True for <c>ohm.cm2</c>, <c>Ω cm²</c> and the like.</returns>
    internal static bool IsAreaSpecific(string text) => AreaSpecific(text) is not null;

    /// <summary>Finds the factor of a resistance times an area.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <returns>Ω·m² per unit; null for other units.</returns>
    internal static double? AreaSpecific(string text)
    {
        string spelt = text.Trim().Replace('.', ' ').Replace('*', ' ').Replace('\u00B7', ' ').Replace("^", string.Empty, StringComparison.Ordinal)
            .Replace("ohms", "ohm", StringComparison.OrdinalIgnoreCase).Replace("Ohm", "ohm", StringComparison.OrdinalIgnoreCase)
            .Replace("\u03A9", "ohm", StringComparison.Ordinal).Replace("\u2126", "ohm", StringComparison.Ordinal)
            .Replace("ohmcm", "ohm cm", StringComparison.Ordinal).Replace('\u00B2', '2');
        return spelt.Length is > 3 and < 24 && Unit.TryParse(spelt, out Unit? unit) && unit.Dimension == Unit.Parse("ohm m2").Dimension
            ? unit.Factor : null;
    }
}
