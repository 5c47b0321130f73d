using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Tests;

/// <summary>Design files for tests: a plain pouch and a plain coin, whose lines a test replaces.</summary>
internal static class Designs
{
    /// <summary>A pouch with round numbers.</summary>
    internal const string Pouch = """
        name: plain pouch
        format: pouch
        energy: {voltage: 3.8 V}
        cathode:
          density: 4.8 g/cm3
          composition: {active: 96 wt%, binder: 2 wt%, carbon: 2 wt%}
          loading: 20 mg/cm2
          capacity: 200 mAh/g
          porosity: 25 vol%
          width: 60 mm
          height: 100 mm
          collector: {material: aluminium, thickness: 12 um}
        anode:
          lithium: 50 um
          overhang: 1 mm
          coulombic efficiency: 99.5 %
          collector: {material: copper, thickness: 6 um}
        electrolyte:
          - {name: separator, thickness: 10 um, density: 0.95 g/cm3, porosity: 40 vol%, conductivity: {value: 1 mS/cm, state: effective in host}}
        separator: {overhang: 2 mm}
        filling: {density: 1.2 g/cm3, excess: 10 %}
        stack: {cathodes: 10}
        pouch:
          laminate thickness: 113 um
          laminate mass: 17.5 mg/cm2
          seal margin: 5 mm
          terrace: 10 mm
          positive tab: {material: aluminium, width: 20 mm, length: 30 mm, thickness: 0.2 mm}
          negative tab: {material: copper, width: 20 mm, length: 30 mm, thickness: 0.2 mm}
          tape: 0.1 g
        pack: {cell mass share: 80 wt%, cell volume share: 60 vol%}
        resistance: {interfaces: 30 ohm cm2, contact: 5 ohm cm2}
        """;

    /// <summary>The pouch of the check in PHYSICS.md section 7: 6.26 mAh/cm², E/C 1, Al 12, Cu 6, Li 20 µm.</summary>
    internal static string Large(int cathodes, string width, string height) => Pouch
        .Replace("width: 60 mm", $"width: {width} mm", StringComparison.Ordinal)
        .Replace("height: 100 mm", $"height: {height} mm", StringComparison.Ordinal)
        .Replace("loading: 20 mg/cm2", "areal capacity: 6.26 mAh/cm2", StringComparison.Ordinal)
        .Replace("capacity: 200 mAh/g", "capacity: 215 mAh/g", StringComparison.Ordinal)
        .Replace("lithium: 50 um", "lithium: 20 um", StringComparison.Ordinal)
        .Replace("{density: 1.2 g/cm3, excess: 10 %}", "{per capacity: 1 g/Ah}", StringComparison.Ordinal)
        .Replace("cathodes: 10", FormattableString.Invariant($"cathodes: {cathodes}"), StringComparison.Ordinal);

    /// <summary>A coin with round numbers.</summary>
    internal const string Coin = """
        name: plain coin
        format: coin
        energy: {voltage: 3.8 V}
        cathode:
          density: 4.8 g/cm3
          composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}
          loading: 10 mg/cm2
          capacity: 200 mAh/g
          porosity: 50 vol%
          diameter: 12 mm
          collector: {material: aluminium, thickness: 16 um}
        anode:
          lithium: 100 um
          diameter: 14 mm
        electrolyte:
          - {name: pellet, thickness: 300 um, density: 3.2 g/cm3}
        separator: {diameter: 16 mm}
        filling: {density: 1.3 g/cm3}
        coin:
          diameter: 20 mm
          height: 3.2 mm
          parts:
            - {name: can, mass: 0.9 g, thickness: 0.25 mm}
            - {name: cap, mass: 0.8 g, thickness: 0.25 mm}
            - {name: spring, mass: 0.2 g, thickness: 0.5 mm}
            - {name: spacer, mass: 0.8 g, thickness: 0.5 mm}
            - {name: gasket, mass: 0.05 g}
        """;

    /// <summary>Gets the shipped materials.</summary>
    internal static MaterialLibrary Materials { get; } = MaterialLibrary.LoadShipped();

    /// <summary>Builds a cell from a text.</summary>
    internal static BuiltCell Build(string text) => BuiltCell.Of(DesignSheet.ReadText("pouch.yaml", text).Build(Materials));
}
