using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>The format of the electrodes of a cell.yaml.</summary>
internal static class ElectrodeSchema
{
    private static readonly QuantityRule Density = QuantityRule.Like("1.8 g/cm3").Above("0 g/cm3");
    private static readonly QuantityRule Loading = QuantityRule.Like("1.9 mg/cm2").Above("0 mg/cm2");
    private static readonly QuantityRule Share = QuantityRule.Like("80 wt%").AtLeast("0 wt%").AtMost("100 wt%");
    private static readonly QuantityRule OpenVolume = QuantityRule.Like("40 vol%").Above("0 vol%").Below("100 vol%").OrPlainNumber();
    private static readonly QuantityRule Stoichiometry = QuantityRule.Like("0.5").AtLeast("0").AtMost("1");
    private static readonly QuantityRule Capacitance = QuantityRule.Like("10 uF/cm2").AtLeast("0 uF/cm2");
    private static readonly QuantityRule Overpotential = QuantityRule.Like("20 mV").AtLeast("0 mV").AtMost("1 V");

    private static readonly CellKey DoubleLayer = new("double layer capacitance", Capacitance);
    private static readonly CellKey Film = new("film resistance", LayerSchema.AreaResistance, KeyTraits.Activated);

    /// <summary>What one active material of a porous electrode may say.</summary>
    private static readonly ImmutableArray<CellKey> Particles =
    [
        new("reversible capacity", QuantityRule.Like("200 mAh/g").Above("0 mAh/g")),
        new("maximum concentration", QuantityRule.Like("50 mol/L").Above("0 mol/L")),
        new("charged stoichiometry", Stoichiometry),
        new("discharged stoichiometry", Stoichiometry),
        new("particle radius", LayerSchema.Length),
        new("radius spread", QuantityRule.Like("30 %").AtLeast("0 %").AtMost("200 %").OrPlainNumber()),
        new("plateau spread", QuantityRule.Like("3 mV").AtLeast("0 mV").AtMost("1 V")),
        new("populations", QuantityRule.Like("5").AtLeast("1").AtMost("25")),
        new("solid diffusivity", QuantityRule.Like("1e-14 m2/s").Above("0 m2/s"), KeyTraits.Activated),
        new("exchange current density", LayerSchema.CurrentDensity, KeyTraits.Activated),
        new("film resistance", LayerSchema.AreaResistance),
    ];

    /// <summary>The lithium side.</summary>
    internal static readonly CellSection Lithium = new(
        ["material"],
        [
            new("thickness", LayerSchema.Length),
            new("exchange current density", LayerSchema.CurrentDensity, KeyTraits.Activated),
            LayerSchema.EnergyKey,
            Film,
            new("film capacitance", Capacitance),
            DoubleLayer,
        ]);

    /// <summary>A bare collector on which lithium plates.</summary>
    internal static readonly CellSection Collector = new(
        ["material", "lithium"],
        [
            new("plated thickness", QuantityRule.Like("1 um").AtLeast("0 um")),
            new("coverage thickness", QuantityRule.Like("5 nm").Above("0 nm")),
            new("exchange current density", LayerSchema.CurrentDensity, KeyTraits.Activated),
            LayerSchema.EnergyKey,
            new("nucleation overpotential", Overpotential),
            new("nucleation charge", QuantityRule.Like("0.03 mAh/cm2").Above("0 mAh/cm2")),
            new("loss on plating", QuantityRule.Like("1 %").AtLeast("0 %").Below("100 %").OrPlainNumber()),
            new("film resistance", LayerSchema.AreaResistance),
            DoubleLayer,
        ]);

    /// <summary>A blocking electrode.</summary>
    internal static readonly CellSection Blocking = new(["material"], [DoubleLayer, new("zero charge potential", LayerSchema.Voltage)]);

    /// <summary>An inert electrode with side reactions.</summary>
    internal static readonly CellSection Inert = new(["material"], [DoubleLayer, new("rest potential", LayerSchema.Voltage)])
    {
        Lists = LayerSchema.Sections(("reactions", new CellSection(
            ["name", "kind"],
            [
                new("exchange current density", QuantityRule.Like("1 uA/cm2").Above("0 uA/cm2"), KeyTraits.Activated),
                new("potential", LayerSchema.Voltage),
                new("transfer coefficient", QuantityRule.Like("0.5").Above("0").AtMost("2")),
            ]))),
    };

    /// <summary>A porous electrode.</summary>
    internal static readonly CellSection Porous = new(
        ["material", "branch"],
        [
            new("binder density", Density),
            new("carbon density", Density),
            new("loading", Loading),
            new("electrode loading", Loading),
            new("active volume fraction", OpenVolume),
            new("thickness", LayerSchema.Length),
            new("porosity", OpenVolume),
            .. Particles,
            new("electronic conductivity", QuantityRule.Like("1 S/m").Above("0 S/m"), KeyTraits.State),
            new("lithium loss", QuantityRule.Like("8 %").AtLeast("0 %").Below("100 %").OrPlainNumber()),
            DoubleLayer,
        ])
    {
        Inner = LayerSchema.Sections(
            ("composition", new CellSection([], [new("active", Share), new("binder", Share), new("carbon", Share)])),
            ("electrolyte", LayerSchema.Pores)),
        Lists = LayerSchema.Sections(("blend", new CellSection(["name", "material", "branch"], [new("share", Share), .. Particles]))),
    };

    /// <summary>The heat balance.</summary>
    internal static readonly CellSection Thermal = new(
        [],
        [
            new("heat capacity", QuantityRule.Like("500 J/(m2 K)").Above("0 J/(m2 K)")),
            new("cooling", QuantityRule.Like("10 W/(m2 K)").AtLeast("0 W/(m2 K)")),
            new("ambient", LayerSchema.Temperature),
        ]);

    /// <summary>Gets the sections that make the negative side; exactly one is given.</summary>
    internal static ImmutableArray<string> NegativeSides { get; } = ["lithium", "anode", "collector", "blocking", "inert"];

    /// <summary>Gets the sections that make the positive side; exactly one is given.</summary>
    internal static ImmutableArray<string> PositiveSides { get; } =
        ["cathode", "counter lithium", "counter collector", "counter blocking", "counter inert"];

    /// <summary>Gets every side with its format.</summary>
    internal static ImmutableArray<(string Key, CellSection Section)> Sides { get; } =
    [
        ("lithium", Lithium), ("anode", Porous), ("collector", Collector), ("blocking", Blocking), ("inert", Inert),
        ("cathode", Porous), ("counter lithium", Lithium), ("counter collector", Collector), ("counter blocking", Blocking),
        ("counter inert", Inert),
    ];
}
