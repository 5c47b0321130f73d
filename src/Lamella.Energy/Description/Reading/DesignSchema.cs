using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Energy.Description.Reading;

/// <summary>Every key that a design file may have, what its value must be, and the words that it may use.</summary>
internal static class DesignSchema
{
    /// <summary>The words for <c>format</c>.</summary>
    internal static readonly ImmutableArray<string> Formats = ["pouch", "coin"];

    /// <summary>The words for <c>separator/arrangement</c>.</summary>
    internal static readonly ImmutableArray<string> Arrangements = ["stacked", "z-fold"];

    /// <summary>The words for what is true or not.</summary>
    internal static readonly ImmutableArray<string> YesNo = ["yes", "no"];

    private static readonly QuantityRule Length = QuantityRule.Like("40 mm").Above("0 mm");
    private static readonly QuantityRule Margin = QuantityRule.Like("2 mm").AtLeast("0 mm");
    private static readonly QuantityRule Thickness = QuantityRule.Like("12 um").Above("0 um").AtMost("10 mm");
    private static readonly QuantityRule Density = QuantityRule.Like("1.3 g/cm3").Above("0 g/cm3").AtMost("25 g/cm3");
    private static readonly QuantityRule Loading = QuantityRule.Like("20 mg/cm2").Above("0 mg/cm2").AtMost("500 mg/cm2");
    private static readonly QuantityRule Capacity = QuantityRule.Like("210 mAh/g").Above("0 mAh/g").AtMost("3900 mAh/g");
    private static readonly QuantityRule Pores = QuantityRule.Like("25 vol%").AtLeast("0 vol%").Below("100 vol%");
    private static readonly QuantityRule Volume = QuantityRule.Like("47 vol%").Above("0 vol%").AtMost("100 vol%");
    private static readonly QuantityRule Share = QuantityRule.Like("80 wt%").AtLeast("0 wt%").AtMost("100 wt%");
    private static readonly QuantityRule AreaMass = QuantityRule.Like("18 mg/cm2").Above("0 mg/cm2");
    private static readonly QuantityRule Mass = QuantityRule.Like("50 mg").AtLeast("0 mg");
    private static readonly QuantityRule Resistance = QuantityRule.Like("100 ohm cm2").AtLeast("0 ohm cm2");
    private static readonly QuantityRule Conductivity = QuantityRule.Like("0.5 mS/cm").Above("0 mS/cm");
    private static readonly QuantityRule Diffusivity = QuantityRule.Like("1e-11 m2/s").Above("0 m2/s");
    private static readonly QuantityRule Transference = QuantityRule.Like("0.4").AtLeast("0").AtMost("1");
    private static readonly QuantityRule Concentration = QuantityRule.Like("1 mol/L").Above("0 mol/L");
    private static readonly QuantityRule Rate = QuantityRule.Like("0.5C").Above("0C");
    private static readonly QuantityRule Number = QuantityRule.Like("100").AtLeast("0");
    private static readonly QuantityRule Percent = QuantityRule.Like("10 %").AtLeast("0 %");

    private static readonly DesignSection Foil = new(["material"], [new("thickness", Thickness), new("density", Density), new("tab width", Margin), new("tab length", Margin)]);

    private static readonly DesignSection Tab = new(["material"], [new("width", Length), new("length", Length), new("thickness", Thickness), new("density", Density)]);

    /// <summary>The whole file.</summary>
    internal static readonly DesignSection Root = new(["name", "format"], [])
    {
        Inner = new Dictionary<string, DesignSection>
        {
            ["energy"] = new(["cell", "variant"],
            [
                new("voltage", QuantityRule.Like("3.8 V").Above("0 V").AtMost("6 V")), new("rate", Rate),
                new("temperature", QuantityRule.Like("25 degC").AtLeast("-80 degC").AtMost("150 degC")),
            ]),
            ["cathode"] = Cathode(),
            ["anode"] = Anode(),
            ["separator"] = new(["arrangement"], [new("overhang", Margin), new("wraps", Number), new("diameter", Length)]),
            ["filling"] = new(["name"],
            [
                new("density", Density), new("per capacity", QuantityRule.Like("2 g/Ah").AtLeast("0 g/Ah").AtMost("1000 g/Ah")), new("excess", Percent),
            ]),
            ["stack"] = new(["single-sided"], [new("cathodes", QuantityRule.Like("10").AtLeast("1").AtMost("10000"))]),
            ["pouch"] = Pouch(),
            ["coin"] = Coin(),
            ["pack"] = new([], [new("cell mass share", Share.Above("0 wt%")), new("cell volume share", Volume)]),
            ["resistance"] = new([], [new("interfaces", Resistance), new("contact", Resistance)]),
            ["constraints"] = Constraints(),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Lists = new Dictionary<string, DesignSection> { ["electrolyte"] = Layer() }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Cathode() => new(["material"],
    [
        new("loading", Loading), new("electrode loading", Loading),
        new("areal capacity", QuantityRule.Like("4 mAh/cm2").Above("0 mAh/cm2").AtMost("100 mAh/cm2")),
        new("capacity", Capacity), new("first charge capacity", Capacity), new("density", Density),
        new("porosity", Pores), new("thickness", Thickness), new("coating density", Density),
        new("binder density", Density), new("carbon density", Density), new("pore conductivity", Conductivity, NeedsState: true),
        new("pore diffusivity", Diffusivity, NeedsState: true), new("pore transference number", Transference), new("pore salt concentration", Concentration),
        new("width", Length), new("height", Length), new("diameter", Length),
    ])
    {
        Inner = new Dictionary<string, DesignSection>
        {
            ["composition"] = new([], [new("active", Share), new("binder", Share), new("carbon", Share)]),
            ["collector"] = Foil,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Anode() => new(["material"],
    [
        new("lithium", QuantityRule.Like("20 um").AtLeast("0 um").AtMost("10 mm")), new("overhang", Margin), new("diameter", Length),
        new("plated porosity", Pores), new("coulombic efficiency", QuantityRule.Like("99.5 %").Above("0 %").AtMost("100 %")),
    ])
    {
        Inner = new Dictionary<string, DesignSection> { ["collector"] = Foil }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Layer() => new([],
    [
        new("thickness", Thickness), new("density", Density), new("porosity", Pores), new("conductivity", Conductivity, NeedsState: true),
        new("diffusivity", Diffusivity, NeedsState: true), new("transference number", Transference), new("salt concentration", Concentration),
        new("salt volume fraction", Volume),
    ])
    {
        Lists = new Dictionary<string, DesignSection>
        {
            ["phases"] = new(["material"], [new("share", Volume), new("density", Density)]),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Pouch() => new(["folded sides"],
    [
        new("laminate thickness", Thickness), new("laminate mass", AreaMass), new("seal margin", Margin), new("terrace", Margin), new("tape", Mass),
    ])
    {
        Inner = new Dictionary<string, DesignSection> { ["positive tab"] = Tab, ["negative tab"] = Tab }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Coin() => new([], [new("diameter", Length), new("height", Length)])
    {
        Lists = new Dictionary<string, DesignSection>
        {
            ["parts"] = new([], [new("mass", Mass), new("thickness", Thickness)]),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static DesignSection Constraints() => new([],
    [
        new("overpotential", QuantityRule.Like("0.2 V").Above("0 V").AtMost("5 V")), new("rate", Rate), new("cycles", Number),
        new("least electrolyte thickness", Thickness), new("greatest loading", Loading), new("least lithium", QuantityRule.Like("0 um").AtLeast("0 um")),
    ]);
}
