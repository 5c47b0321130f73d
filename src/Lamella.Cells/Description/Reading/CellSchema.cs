using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>The format of cell.yaml: which keys each mapping may have and what their values must be.</summary>
/// <remarks>Reading, setting by path and the check of unknown keys all use this one table.</remarks>
internal static class CellSchema
{
    /// <summary>Keys of which only one may be given, as ends of paths.</summary>
    internal static readonly ImmutableArray<(string First, string Second)> Alternatives =
    [
        ("area", "diameter"),
        ("cathode/loading", "cathode/electrode loading"),
        ("lithium/activation energy", "lithium/exchange current density/activation energy"),
        ("/joint/activation energy", "/joint/resistance/activation energy"),
        ("/bruggeman", "/tortuosity factor"),
    ];

    /// <summary>Temperatures of values and of cells.</summary>
    internal static readonly QuantityRule Temperature = QuantityRule.Like("25 degC").AtLeast("-120 degC").AtMost("300 degC");

    /// <summary>Activation energy of a value, in eV per particle or J per mole.</summary>
    internal static readonly CellKey EnergyKey =
        new("activation energy", QuantityRule.Like("0.24 eV").AtLeast("0 eV").AtMost("3 eV"));

    /// <summary>B and T0 of the Vogel–Tammann–Fulcher law of a value.</summary>
    internal static readonly ImmutableArray<CellKey> VtfKeys =
    [
        new("B", QuantityRule.Like("600 K").AtLeast("0 K")), new("T0", QuantityRule.Like("200 K").Above("0 K")),
    ];

    private static readonly QuantityRule Area = QuantityRule.Like("1.131 cm2").Above("0 cm2");
    private static readonly QuantityRule Length = QuantityRule.Like("300 um").Above("0 um");
    private static readonly QuantityRule Voltage = QuantityRule.Like("4.3 V").AtLeast("-10 V").AtMost("10 V");
    private static readonly QuantityRule AreaResistance = QuantityRule.Like("20 ohm cm2").AtLeast("0 ohm cm2");
    private static readonly QuantityRule CurrentDensity = QuantityRule.Like("5.1 mA/cm2").Above("0 mA/cm2");
    private static readonly QuantityRule Conductivity = QuantityRule.Like("0.58 mS/cm").Above("0 mS/cm");
    private static readonly QuantityRule Diffusivity = QuantityRule.Like("1e-10 m2/s").Above("0 m2/s");
    private static readonly QuantityRule Density = QuantityRule.Like("1.8 g/cm3").Above("0 g/cm3");
    private static readonly QuantityRule Loading = QuantityRule.Like("1.9 mg/cm2").Above("0 mg/cm2");
    private static readonly QuantityRule Share = QuantityRule.Like("80 wt%").AtLeast("0 wt%").AtMost("100 wt%");
    private static readonly QuantityRule Porosity =
        QuantityRule.Like("40 vol%").Above("0 vol%").AtMost("100 vol%").OrPlainNumber();

    /// <summary>The lithium side.</summary>
    internal static readonly CellSection Lithium = new(
        ["material"],
        [
            new("thickness", Length),
            new("exchange current density", CurrentDensity, KeyTraits.Activated),
            EnergyKey,
            new("film resistance", AreaResistance, KeyTraits.Activated),
        ]);

    /// <summary>The electrolyte in the pores of the cathode.</summary>
    internal static readonly CellSection Pores = new(["kind", "material"], [.. Transport()]);

    /// <summary>One electrolyte layer.</summary>
    internal static readonly CellSection Layer = new(
        ["name", "kind", "material"], [new("thickness", Length), .. Transport(), new("porosity", Porosity)])
    {
        Inner = Sections(("joint", new CellSection(
            [],
            [
                new("resistance", AreaResistance, KeyTraits.Activated),
                new("partition", QuantityRule.Like("1").Above("0")),
                EnergyKey,
            ]))),
    };

    /// <summary>The cathode.</summary>
    internal static readonly CellSection Cathode = new(
        ["material"],
        [
            new("binder density", Density),
            new("carbon density", Density),
            new("loading", Loading),
            new("electrode loading", Loading),
            new("thickness", Length),
            new("porosity", QuantityRule.Like("40 vol%").Above("0 vol%").Below("100 vol%").OrPlainNumber()),
            new("reversible capacity", QuantityRule.Like("200 mAh/g").Above("0 mAh/g")),
            new("particle radius", Length),
            new("solid diffusivity", QuantityRule.Like("1e-14 m2/s").Above("0 m2/s"), KeyTraits.Activated),
            new("exchange current density", CurrentDensity, KeyTraits.Activated),
            new("electronic conductivity", QuantityRule.Like("1 S/m").Above("0 S/m"), KeyTraits.State),
            new("film resistance", AreaResistance),
        ])
    {
        Inner = Sections(
            ("composition", new CellSection([], [new("active", Share), new("binder", Share), new("carbon", Share)])),
            ("electrolyte", Pores)),
    };

    /// <summary>The whole file, without variants.</summary>
    internal static readonly CellSection Root = new(
        ["name"],
        [
            new("area", Area),
            new("diameter", QuantityRule.Like("12 mm").Above("0 mm")),
            new("temperature", Temperature),
            new("1C", QuantityRule.Like("200 mA/g").Above("0 mA/g"))
            {
                Alternative = QuantityRule.Like("0.34 mA/cm2").Above("0 mA/cm2"),
            },
            new("contact resistance", AreaResistance),
        ])
    {
        Inner = Sections(
            ("cut-offs", new CellSection([], [new("lower", Voltage), new("upper", Voltage)])),
            ("lithium", Lithium),
            ("counter lithium", Lithium),
            ("cathode", Cathode)),
        Lists = Sections(("electrolyte", Layer)),
    };

    /// <summary>Returns the path that may not be given beside a path, or null.</summary>
    internal static string? Other(string path)
    {
        foreach ((string first, string second) in Alternatives)
        {
            // The longer end first: the shorter one may be an end of it.
            (string longer, string shorter) = first.Length > second.Length ? (first, second) : (second, first);
            if (path.EndsWith(longer, StringComparison.Ordinal))
            {
                return path[..^longer.Length] + shorter;
            }

            if (path.EndsWith(shorter, StringComparison.Ordinal))
            {
                return path[..^shorter.Length] + longer;
            }
        }

        return null;
    }

    private static CellKey[] Transport() =>
    [
        new("conductivity", Conductivity, KeyTraits.Activated | KeyTraits.StateRequired | KeyTraits.Transport),
        new("bruggeman", QuantityRule.Like("1.5").AtLeast("1")),
        new("tortuosity factor", QuantityRule.Like("2.5").AtLeast("1")),
        new("diffusivity", Diffusivity, KeyTraits.Activated | KeyTraits.StateRequired | KeyTraits.Transport),
        new("transference number", QuantityRule.Like("0.4").AtLeast("0").Below("1")),
        new("thermodynamic factor", QuantityRule.Like("1").Above("0")),
        new("salt concentration", QuantityRule.Like("1 mol/L").Above("0 mol/L")),
        new("salt volume fraction", Porosity),
    ];

    private static ImmutableDictionary<string, CellSection> Sections(params (string Key, CellSection Section)[] sections) =>
        sections.ToImmutableDictionary(pair => pair.Key, pair => pair.Section);
}
