using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Claims;

/// <summary>Reads tables of claimed pouch cells.</summary>
public static class PouchClaims
{
    private static readonly ImmutableArray<string> Described = ["cathode", "upper cut-off", "loading", "areal capacity", "lithium", "collector", "electrolyte", "capacity"];

    private static readonly QuantityRule Voltage = QuantityRule.Like("4.7 V").Above("0 V").AtMost("6 V");
    private static readonly QuantityRule Loading = QuantityRule.Like("30 mg/cm2").Above("0 mg/cm2");
    private static readonly QuantityRule Areal = QuantityRule.Like("6 mAh/cm2").Above("0 mAh/cm2");
    private static readonly QuantityRule Thickness = QuantityRule.Like("50 um").AtLeast("0 um");
    private static readonly QuantityRule PerCapacity = QuantityRule.Like("2 g/Ah").AtLeast("0 g/Ah");
    private static readonly QuantityRule Charge = QuantityRule.Like("6 Ah").Above("0 Ah");
    private static readonly QuantityRule PerMass = QuantityRule.Like("500 Wh/kg").Above("0 Wh/kg");
    private static readonly QuantityRule PerVolume = QuantityRule.Like("1000 Wh/L").Above("0 Wh/L");

    /// <summary>Reads the table that ships with the product: the 18 pouches of ruan2026.</summary>
    /// <returns>The claims in the order of the table.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static ImmutableArray<PouchClaim> LoadShipped() => Read(Path.Combine(ShippedData.Folder("pouches"), "ruan2026.yaml"));

    /// <summary>Reads a table.</summary>
    /// <param name="path">Path of the YAML file.</param>
    /// <returns>The claims in the order of the file.</returns>
    /// <exception cref="InputException">A key, a unit or a value is not allowed, a source is missing, or a name stands twice.</exception>
    public static ImmutableArray<PouchClaim> Read(string path)
    {
        YamlMapping root = YamlFile.Read(path).AllowOnly("citation", "pouches");
        Source table = YamlSource.Cited(root.Required("citation", "{citation: \"Author, Journal 1, 1 (2026)\"}").AsMapping());
        var claims = ImmutableArray.CreateBuilder<PouchClaim>();
        foreach (YamlNode node in root.Required("pouches").AsSequence().Items)
        {
            PouchClaim claim = Claim(node.AsMapping(), table);
            if (claims.Any(other => other.Name == claim.Name))
            {
                throw node.Error($"the reference '{claim.Name}' stands twice.", "each reference once", "Give one of the two another name.");
            }

            claims.Add(claim);
        }

        return claims.ToImmutable();
    }

    private static PouchClaim Claim(YamlMapping item, Source table)
    {
        item.AllowOnly([.. Described, "reference", "system", "citation", "energy", "energy density", "elsewhere"]);
        string name = item.Required("reference", "24").AsText();
        PouchClaim claim = Over(item, new PouchClaim
        {
            Name = name,
            System = item.Optional("system")?.AsText() ?? name,
            Source = item.Optional("citation") is { } cited ? table with { Citation = cited.AsText(), Doi = null, Place = $"cited in {table.Citation}, {table.Place}" } : table,
            Cathode = item.Required("cathode", "NCM811").AsText(),
            Energy = item.Required("energy", "500 Wh/kg").AsQuantity(PerMass).InSi,
            EnergyDensity = item.Optional("energy density")?.AsQuantity(PerVolume).InSi,
        });
        return item.Optional("elsewhere")?.AsMapping() is { } other
            ? claim with { Elsewhere = Over(other.AllowOnly([.. Described, "place"]), claim) with { Place = other.Required("place", "section 2.1").AsText() } }
            : claim;
    }

    /// <summary>Lays what a mapping says over a claim.</summary>
    private static PouchClaim Over(YamlMapping item, PouchClaim claim) => claim with
    {
        Cathode = item.Optional("cathode")?.AsText() ?? claim.Cathode,
        UpperCutOff = Si(item, "upper cut-off", Voltage) ?? claim.UpperCutOff,
        Loading = Si(item, "loading", Loading) ?? claim.Loading,
        ArealCapacity = Si(item, "areal capacity", Areal) ?? claim.ArealCapacity,
        Lithium = Si(item, "lithium", Thickness) ?? claim.Lithium,
        Collector = item.Optional("collector") is YamlScalar { Value: "none" } ? 0.0 : Si(item, "collector", Thickness) ?? claim.Collector,
        Electrolyte = Si(item, "electrolyte", PerCapacity) ?? claim.Electrolyte,
        Capacity = Si(item, "capacity", Charge) ?? claim.Capacity,
    };

    private static double? Si(YamlMapping item, string key, QuantityRule rule) => item.Optional(key)?.AsQuantity(rule).InSi;
}
