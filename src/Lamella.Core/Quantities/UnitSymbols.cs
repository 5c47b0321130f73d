using System.Collections.Frozen;

namespace Lamella.Core.Quantities;

/// <summary>One unit symbol without exponent: value in SI is value·<c>Mantissa</c>·10^<c>Decade</c> + <c>Offset</c>.</summary>
/// <param name="Symbol">The symbol that is printed.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Mantissa">Factor to SI without its power of ten.</param>
/// <param name="Decade">Power of ten of the factor to SI.</param>
/// <param name="Offset">Zero of the scale in SI; not zero for degC only.</param>
internal sealed record UnitSymbol(string Symbol, Dimension Dimension, double Mantissa, int Decade, double Offset = 0.0)
{
    /// <summary>Gets a value indicating whether the symbol may only stand alone (C, wt%, vol%, mol%).</summary>
    internal bool StandsAlone => Dimension.Kind != QuantityKind.Plain;
}

/// <summary>The unit symbols of the domain, with the SI prefixes that the field uses. Case matters: mS is not ms.</summary>
/// <remarks>
/// <para><b>C</b> is the C-rate; the coulomb is written <c>coulomb</c> or <c>A s</c>. <b>M</b> is mol/L.</para>
/// <para><b>eV</b> is an energy per particle, and every energy per particle is kept per mole: 1 eV = e·N_A J/mol =
/// 96485.33212331001 J/mol (CODATA 2018, exact), so that eV, kJ/mol and J/mol are interchangeable. Energies of a body are
/// written in J or Wh and are another dimension.</para>
/// <para><b>d</b> is the day, <b>year</b> the Julian year of 365.25 d, <b>min</b> the minute, <b>h</b> the hour.</para>
/// </remarks>
internal static class UnitSymbols
{
    /// <summary>Joules per mole in one electronvolt per particle, e·N_A.</summary>
    private const double JoulesPerMoleInElectronvolt = 96485.33212331001;

    private static readonly FrozenDictionary<string, UnitSymbol> Symbols = Table();

    /// <summary>Gets every symbol that can be written, sorted.</summary>
    internal static IEnumerable<string> All => Symbols.Keys.Order(StringComparer.Ordinal);

    /// <summary>Finds a symbol after its spelling was normalised.</summary>
    internal static UnitSymbol? Find(string symbol) => Symbols.GetValueOrDefault(Normalise(symbol));

    private static string Normalise(string symbol) => symbol
        .Replace('\u00B5', 'u').Replace('\u03BC', 'u') // micro sign, Greek mu
        .Replace("\u2126", "ohm", StringComparison.Ordinal).Replace("\u03A9", "ohm", StringComparison.Ordinal)
        .Replace("\u212B", "angstrom", StringComparison.Ordinal).Replace("\u00C5", "angstrom", StringComparison.Ordinal)
        .Replace('\u00B0', '\u00BA').Replace("\u00BAC", "degC", StringComparison.Ordinal);

    private static FrozenDictionary<string, UnitSymbol> Table()
    {
        var table = new Dictionary<string, UnitSymbol>(StringComparer.Ordinal);
        AddMechanical(table);
        AddElectrical(table);
        AddNumbers(table);
        Alias(table, "ohm", "Ohm");
        Alias(table, "L", "l");
        Alias(table, "mL", "ml");
        Alias(table, "uL", "ul");
        Alias(table, "d", "day", "days");
        Alias(table, "year", "years", "yr");
        Alias(table, "cycle", "cycles");
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddMechanical(Dictionary<string, UnitSymbol> table)
    {
        Dimension length = Dimension.Length, mass = Dimension.Mass, time = Dimension.Time, amount = Dimension.Amount;
        Dimension volume = length * length * length;
        Dimension force = mass * length / time / time, pressure = force / length / length, energy = force * length;
        Add(table, new("m", length, 1.0, 0), "k d c m u n p");
        Add(table, new("angstrom", length, 1.0, -10), string.Empty);
        Add(table, new("g", mass, 1.0, -3), "k m u n");
        Add(table, new("s", time, 1.0, 0), "m u n p f");
        Add(table, new("min", time, 60.0, 0), string.Empty);
        Add(table, new("h", time, 3600.0, 0), string.Empty);
        Add(table, new("d", time, 86400.0, 0), string.Empty);
        Add(table, new("year", time, 31557600.0, 0), string.Empty);
        Add(table, new("Hz", Dimension.None / time, 1.0, 0), "u m k M G");
        Add(table, new("K", Dimension.Temperature, 1.0, 0), "m");
        Add(table, new("degC", Dimension.Temperature, 1.0, 0, 273.15), string.Empty);
        Add(table, new("mol", amount, 1.0, 0), "k m u n");
        Add(table, new("cd", Dimension.LuminousIntensity, 1.0, 0), string.Empty);
        Add(table, new("L", volume, 1.0, -3), "m u");
        Add(table, new("M", amount / volume, 1.0, 3), "m u");
        Add(table, new("N", force, 1.0, 0), "u m k");
        Add(table, new("Pa", pressure, 1.0, 0), "k M G");
        Add(table, new("bar", pressure, 1.0, 5), "m");
        Add(table, new("atm", pressure, 101325.0, 0), string.Empty);
        Add(table, new("J", energy, 1.0, 0), "u m k M");
        Add(table, new("Wh", energy, 3600.0, 0), "m k M");
        Add(table, new("W", energy / time, 1.0, 0), "u m k M");
        Add(table, new("eV", energy / amount, JoulesPerMoleInElectronvolt, 0), "m k");
    }

    private static void AddElectrical(Dictionary<string, UnitSymbol> table)
    {
        Dimension length = Dimension.Length, time = Dimension.Time, current = Dimension.Current;
        Dimension voltage = Dimension.Mass * length * length / time / time / time / current;
        Add(table, new("A", current, 1.0, 0), "n u m k");
        Add(table, new("Ah", current * time, 3600.0, 0), "u m k");
        Add(table, new("coulomb", current * time, 1.0, 0), string.Empty);
        Add(table, new("V", voltage, 1.0, 0), "u m k");
        Add(table, new("ohm", voltage / current, 1.0, 0), "u m k M G");
        Add(table, new("S", current / voltage, 1.0, 0), "n u m k");
        Add(table, new("F", current * time / voltage, 1.0, 0), "p n u m");
        Add(table, new("H", voltage * time / current, 1.0, 0), "n u m");
    }

    private static void AddNumbers(Dictionary<string, UnitSymbol> table)
    {
        Add(table, new("%", Dimension.None, 1.0, -2), string.Empty);
        Add(table, new("ppm", Dimension.None, 1.0, -6), string.Empty);
        Add(table, new("cycle", Dimension.None, 1.0, 0), string.Empty);
        Add(table, new("rad", Dimension.None, 1.0, 0), "m");
        Add(table, new("deg", Dimension.None, Math.PI / 180.0, 0), string.Empty);
        Add(table, new("C", Dimension.OfKind(QuantityKind.CRate), 1.0, 0), string.Empty);
        Add(table, new("wt%", Dimension.OfKind(QuantityKind.MassFraction), 1.0, -2), string.Empty);
        Add(table, new("vol%", Dimension.OfKind(QuantityKind.VolumeFraction), 1.0, -2), string.Empty);
        Add(table, new("mol%", Dimension.OfKind(QuantityKind.MoleFraction), 1.0, -2), string.Empty);
    }

    private static void Add(Dictionary<string, UnitSymbol> table, UnitSymbol unit, string prefixes)
    {
        table.Add(unit.Symbol, unit);
        foreach (string prefix in prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            UnitSymbol prefixed = unit with { Symbol = prefix + unit.Symbol, Decade = unit.Decade + Decade(prefix[0]) };
            table.Add(prefixed.Symbol, prefixed);
        }
    }

    private static void Alias(Dictionary<string, UnitSymbol> table, string symbol, params ReadOnlySpan<string> aliases)
    {
        foreach (string alias in aliases)
        {
            table.Add(alias, table[symbol]);
        }
    }

    private static int Decade(char prefix) => prefix switch
    {
        'f' => -15,
        'p' => -12,
        'n' => -9,
        'u' => -6,
        'm' => -3,
        'c' => -2,
        'd' => -1,
        'k' => 3,
        'M' => 6,
        _ => 9, // G
    };
}
