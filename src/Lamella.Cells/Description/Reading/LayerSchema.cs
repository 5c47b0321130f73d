using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>The format of the layers of a cell.yaml, and what all parts of the format share.</summary>
internal static class LayerSchema
{
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

    internal static readonly QuantityRule Length = QuantityRule.Like("300 um").Above("0 um");
    internal static readonly QuantityRule Voltage = QuantityRule.Like("4.3 V").AtLeast("-10 V").AtMost("10 V");
    internal static readonly QuantityRule AreaResistance = QuantityRule.Like("20 ohm cm2").AtLeast("0 ohm cm2");
    internal static readonly QuantityRule CurrentDensity = QuantityRule.Like("5.1 mA/cm2").Above("0 mA/cm2");
    private static readonly QuantityRule Conductivity = QuantityRule.Like("0.58 mS/cm").Above("0 mS/cm");
    private static readonly QuantityRule Diffusivity = QuantityRule.Like("1e-10 m2/s").Above("0 m2/s");
    private static readonly CellKey Ceramic = new(
        "ceramic conductivity", QuantityRule.Like("0.1 mS/cm").Above("0 mS/cm"), KeyTraits.Activated | KeyTraits.State);

    private static readonly QuantityRule Porosity =
        QuantityRule.Like("40 vol%").Above("0 vol%").AtMost("100 vol%").OrPlainNumber();

    /// <summary>One electrolyte layer, before its guest.</summary>
    private static readonly CellSection Joint = new(
        [],
        [
            new("resistance", AreaResistance, KeyTraits.Activated),
            new("partition", QuantityRule.Like("1").Above("0")),
            EnergyKey,
        ]);

    /// <summary>The electrolyte in pores: of a cathode, an anode, or the guest of a host-guest layer.</summary>
    internal static readonly CellSection Pores = new(["kind", "material"], [.. Transport(), Ceramic]);

    /// <summary>The guest of a host-guest layer.</summary>
    internal static readonly CellSection Guest = new(["kind", "material"], [.. Transport()]);

    /// <summary>One electrolyte layer.</summary>
    internal static readonly CellSection Layer = new(
        ["name", "kind", "material", "structure", "negative contact", "positive contact"],
        [
            new("thickness", Length),
            .. Transport(),
            new("porosity", Porosity),
            Ceramic,
            new("relative permittivity", QuantityRule.Like("10").AtLeast("0")),
            new("exchange resistance", AreaResistance, KeyTraits.Activated),
            new("interface area", QuantityRule.Like("1 1/um").Above("0 1/um")),
        ])
    {
        Inner = Sections(("joint", Joint), ("joint before", Joint), ("guest", Guest)),
    };

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

    internal static ImmutableDictionary<string, CellSection> Sections(params (string Key, CellSection Section)[] sections) =>
        sections.ToImmutableDictionary(pair => pair.Key, pair => pair.Section);
}
