using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Core.Yaml;

namespace Lamella.Audit.Characteristics;

/// <summary>Reads the file of known materials.</summary>
internal static class KnownMaterialsReader
{
    private static readonly QuantityRule Density = QuantityRule.Like("2.9 g/cm3").Above("0 g/cm3");
    private static readonly QuantityRule Capacity = QuantityRule.Like("170 mAh/g").Above("0 mAh/g");
    private static readonly QuantityRule MolarMass = QuantityRule.Like("152 g/mol").Above("0 g/mol");
    private static readonly QuantityRule Axis = QuantityRule.Like("8.5 angstrom").Above("0 angstrom");
    private static readonly QuantityRule Angle = QuantityRule.Like("90 deg").Above("0 deg").Below("180 deg");

    internal static KnownMaterials Read(string path)
    {
        YamlMapping top = YamlFile.Read(path).AllowOnly("materials", "lines", "splittings", "journals");
        return new KnownMaterials(
            [.. top.Required("materials").AsMapping().Entries.Select(entry => Material(entry.Key, entry.Value.AsMapping()))],
            [.. top.Required("lines").AsSequence().Items.Select(item => Line(item.AsMapping()))],
            [.. top.Required("splittings").AsSequence().Items.Select(item => Splitting(item.AsMapping()))])
        {
            Journals = top.Required("journals").AsMapping().Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.AsInteger(1600, 2100), StringComparer.Ordinal),
        };
    }

    private static KnownMaterialRecord Material(string name, YamlMapping node)
    {
        node.AllowOnly("aliases", "density", "molar mass", "capacity", "plateau", "lattice", "reflections", "source");
        return new KnownMaterialRecord
        {
            Name = name,
            Aliases = Texts(node.Optional("aliases")),
            Density = node.Optional("density")?.AsQuantity(Density).InSi,
            MolarMass = node.Optional("molar mass")?.AsQuantity(MolarMass).InSi,
            Capacity = node.Optional("capacity")?.AsQuantity(Capacity).InSi,
            Plateau = node.Optional("plateau") is { } plateau ? ClaimValueReader.Read(plateau).Interval(0.0) : null,
            Lattice = node.Optional("lattice") is { } lattice ? ReadLattice(lattice.AsMapping()) : null,
            Reflections = [.. Texts(node.Optional("reflections")).Select(Reflection)],
            Source = node.Required("source", "Handbook (2020), p. 1").AsText(),
        };
    }

    private static Lattice ReadLattice(YamlMapping node)
    {
        node.AllowOnly("system", "a", "b", "c", "beta");
        string system = node.Required("system", "cubic").AsOneOf("cubic", "tetragonal", "hexagonal", "orthorhombic", "monoclinic");
        double a = node.Required("a", "8.5 angstrom").AsQuantity(Axis).InSi;
        double b = node.Optional("b")?.AsQuantity(Axis).InSi ?? a;
        double c = node.Optional("c")?.AsQuantity(Axis).InSi ?? a;
        double beta = node.Optional("beta")?.AsQuantity(Angle).InSi ?? (0.5 * Math.PI);
        return new Lattice(a, b, c, beta, system == "hexagonal", system);
    }

    private static (int H, int K, int L) Reflection(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int Part(int index) => int.Parse(parts[index], System.Globalization.CultureInfo.InvariantCulture);
        return (Part(0), Part(1), Part(2));
    }

    private static CharacteristicLine Line(YamlMapping node)
    {
        node.AllowOnly("technique", "label", "range", "bands", "source");
        return new CharacteristicLine(
            node.Required("technique", "ftir_peak").AsText(),
            node.Required("label", "C=O").AsText(),
            ClaimValueReader.Read(node.Required("range", "1650 to 1850 cm-1")).Interval(0.0),
            node.Required("source", "Handbook (2020), p. 1").AsText(),
            node.Optional("bands")?.AsInteger(1, 10) ?? 1);
    }

    private static LineSplitting Splitting(YamlMapping node)
    {
        node.AllowOnly("level", "range", "source");
        return new LineSplitting(
            node.Required("level", "Ti 2p").AsText(),
            ClaimValueReader.Read(node.Required("range", "5.6 to 5.8 eV")).Interval(0.0),
            node.Required("source", "Handbook (2020), p. 1").AsText());
    }

    private static ImmutableArray<string> Texts(YamlNode? node) =>
        node is null ? [] : [.. node.AsSequence().Items.Select(item => item.AsText())];
}
