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
        ("/loading", "/electrode loading"),
        ("lithium/activation energy", "lithium/exchange current density/activation energy"),
        ("collector/activation energy", "collector/exchange current density/activation energy"),
        ("/joint before/activation energy", "/joint before/resistance/activation energy"),
        ("/joint/activation energy", "/joint/resistance/activation energy"),
        ("/bruggeman", "/tortuosity factor"),
    ];

    private static readonly QuantityRule Area = QuantityRule.Like("1.131 cm2").Above("0 cm2");

    /// <summary>Equal cells in series.</summary>
    internal static readonly CellSection Stack = new(
        [], [new("cells", QuantityRule.Like("2").Above("0")), new("resistance", LayerSchema.AreaResistance)]);

    /// <summary>The whole file, without variants.</summary>
    internal static readonly CellSection Root = new(
        ["name"],
        [
            new("area", Area),
            new("diameter", QuantityRule.Like("12 mm").Above("0 mm")),
            new("temperature", LayerSchema.Temperature),
            new("1C", QuantityRule.Like("200 mA/g").Above("0 mA/g"))
            {
                Alternative = QuantityRule.Like("0.34 mA/cm2").Above("0 mA/cm2"),
            },
            new("contact resistance", LayerSchema.AreaResistance),
        ])
    {
        Inner = LayerSchema.Sections([
            ("cut-offs", new CellSection([], [new("lower", LayerSchema.Voltage), new("upper", LayerSchema.Voltage)])),
            .. ElectrodeSchema.Sides,
            ("thermal", ElectrodeSchema.Thermal),
            ("bipolar stack", Stack)]),
        Lists = LayerSchema.Sections(("electrolyte", LayerSchema.Layer)),
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
}
