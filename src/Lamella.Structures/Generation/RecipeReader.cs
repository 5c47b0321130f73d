using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Structures.Generation;

/// <summary>Reads the values of one recipe.</summary>
/// <param name="mapping">The recipe.</param>
/// <param name="box">The box.</param>
/// <param name="seed">The seed.</param>
internal sealed class RecipeReader(YamlMapping mapping, VoxelBox box, ulong seed)
{
    private static readonly QuantityRule Lengths = QuantityRule.Like("1.5 um").AtLeast("0 um");
    private static readonly QuantityRule Densities = QuantityRule.Like("2.93 g/cm3").Above("0 g/cm3");
    private static readonly QuantityRule Volumes = QuantityRule.Like("30 vol%").AtLeast("0 vol%").AtMost("100 vol%").OrPlainNumber();
    private static readonly QuantityRule Masses = QuantityRule.Like("10 wt%").AtLeast("0 wt%").AtMost("100 wt%").OrPlainNumber();
    private static readonly QuantityRule Numbers = QuantityRule.Like("0.2").AtLeast("0");

    internal VoxelBox Box => box;

    internal ulong Seed => seed;

    internal bool Has(string key) => mapping.Optional(key) is not null;

    internal double Length(string key) => mapping.Required(key, "1.5 um").AsQuantity(Lengths).InSi;

    internal double? OptionalLength(string key) => mapping.Optional(key)?.AsQuantity(Lengths).InSi;

    internal double Density(string key) => mapping.Required(key, "2.93 g/cm3").AsQuantity(Densities).InSi;

    internal double Fraction(string key) => mapping.Required(key, "30 vol%").AsQuantity(Volumes).InSi;

    internal double? OptionalFraction(string key) => mapping.Optional(key)?.AsQuantity(Volumes).InSi;

    internal double MassFraction(string key) => mapping.Required(key, "10 wt%").AsQuantity(Masses).InSi;

    internal double Number(string key, double otherwise) => mapping.Optional(key)?.AsQuantity(Numbers).InSi ?? otherwise;

    internal double Number(string key) => mapping.Required(key, "6.67").AsQuantity(Numbers).InSi;

    internal string Text(string key, string otherwise) => mapping.Optional(key)?.AsText() ?? otherwise;

    internal int Integer(string key, int otherwise, int upper) => mapping.Optional(key)?.AsInteger(0, upper) ?? otherwise;

    internal int Axis(string key) => mapping.Optional(key)?.AsOneOf("x", "y", "z") is { } name ? name[0] - 'x' : 2;

    internal bool Flag(string key, string yes, string no) => mapping.Optional(key)?.AsOneOf(yes, no) == yes;

    /// <summary>Reads a diameter with its spread, which stands under the same key with the ending "spread".</summary>
    internal SizeDistribution Diameter(string key) => new(Length(key), Number($"{key} spread", 0.0));

    /// <summary>Reads phases with their fractions, in the order of the file.</summary>
    internal ImmutableArray<PhaseFraction> Phases(string key) =>
        [.. mapping.Required(key, "pore: 40 %").AsMapping().Entries.Select(entry => new PhaseFraction(entry.Key, entry.Value.AsQuantity(Volumes).InSi))];

    /// <summary>Reads the structure inside another one.</summary>
    internal StructureRecipe Core() => RecipeFile.Read(mapping.Required("core", "a mapping that begins with structure").AsMapping(), box, seed, ["structure"]);
}
