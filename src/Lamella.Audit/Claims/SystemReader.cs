using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Audit.Claims;

/// <summary>Reads what a file says of its systems.</summary>
internal static class SystemReader
{
    private static readonly string[] Keys =
        ["aliases", "family", "class", "material", "arrangement", "parts", "electrolyte", "formula", "crystal", "control", "loading", "thickness"];

    private static readonly QuantityRule Loading = QuantityRule.Like("1.9 mg/cm2").Above("0 mg/cm2");
    private static readonly QuantityRule Thickness = QuantityRule.Like("20 um").Above("0 um");

    internal static ImmutableArray<AuditedSystem> Read(YamlNode? node) =>
        node is null ? [] : [.. node.AsMapping().Entries.Select(entry => System(entry.Key, entry.Value.AsMapping()))];

    private static AuditedSystem System(string name, YamlMapping node)
    {
        node.AllowOnly(Keys);
        if (node.Optional("loading") is { } loading && node.Optional("thickness") is null)
        {
            throw loading.Error(
                $"'{name}' has a loading but no thickness.", "both, or neither",
                "Add the thickness of the layer: without it the loading gives neither a density nor a porosity.");
        }

        return new AuditedSystem
        {
            Name = name,
            Aliases = node.Optional("aliases") is { } aliases ? [.. aliases.AsSequence().Items.Select(item => item.AsText())] : [],
            Family = node.Optional("family")?.AsText() ?? string.Empty,
            Class = node.Optional("class")?.AsText() ?? string.Empty,
            Material = node.Optional("material")?.AsText() ?? string.Empty,
            Arrangement = ReadArrangement(node.Optional("arrangement")),
            Parts = node.Optional("parts") is { } parts ? Parts(parts.AsSequence()) : [],
            Electrolyte = node.Optional("electrolyte")?.AsText() ?? string.Empty,
            Formula = node.Optional("formula")?.AsText() ?? string.Empty,
            Crystal = node.Optional("crystal")?.AsText() ?? string.Empty,
            Control = node.Optional("control")?.AsText() ?? string.Empty,
            Loading = node.Optional("loading")?.AsQuantity(Loading).InSi,
            Thickness = node.Optional("thickness")?.AsQuantity(Thickness).InSi,
        };
    }

    private static Arrangement ReadArrangement(YamlNode? node) => node?.AsOneOf("dispersed", "skeleton", "porous", "layers", "cell") switch
    {
        "dispersed" => Arrangement.Dispersed,
        "skeleton" => Arrangement.Skeleton,
        "porous" => Arrangement.Porous,
        "layers" => Arrangement.Layers,
        "cell" => Arrangement.Cell,
        _ => Arrangement.Unknown,
    };

    // Parts are names, or mappings with a share; shares must be of one kind and sum to one within their printed digits.
    private static ImmutableArray<SystemPart> Parts(YamlSequence list)
    {
        ImmutableArray<SystemPart> parts = [.. list.Items.Select(Part)];
        SystemPart[] shared = [.. parts.Where(part => part.Share is not null)];
        if (shared.Length == 0)
        {
            return parts;
        }

        if (shared.Length < parts.Length || shared.Select(part => part.Share!.Unit.Dimension).Distinct().Count() > 1)
        {
            throw list.Error("only some parts have a share, or the shares are of different kinds.", "wt% for all, or vol% for all", "Complete the shares.");
        }

        Interval sum = shared.Select(part => part.Share!.Interval(0.0)).Aggregate((a, b) => a + b);
        return sum.Contains(1.0) ? parts : throw list.Error(
            $"the shares of the parts sum to {SumText(shared)}.", "100 % within the printed digits", "Correct the shares, or add the missing part.");
    }

    private static string SumText(SystemPart[] parts) => FormattableString.Invariant(
        $"{100.0 * parts.Sum(part => part.Share!.Unit.ToSi(part.Share.Printed.Numbers[0])):G6} %");

    private static SystemPart Part(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return new SystemPart(node.AsText(), 1, null);
        }

        mapping.AllowOnly("part", "layers", "share");
        ClaimValue? share = null;
        if (mapping.Optional("share") is { } shareNode)
        {
            share = ClaimValueReader.Read(shareNode);
            bool isShare = share.Unit.Dimension.Kind is QuantityKind.MassFraction or QuantityKind.VolumeFraction;
            share = isShare ? share : throw shareNode.Error($"the share is {share}.", "wt% or vol%", "Name the kind of share.");
        }

        return new SystemPart(mapping.Required("part", "LATP").AsText(), mapping.Optional("layers")?.AsInteger(1, 1000) ?? 1, share);
    }
}
