using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description.Reading;

/// <summary>Builds what encloses the stack.</summary>
internal sealed class HousingBuilder(DesignContent content, MaterialLibrary materials)
{
    /// <summary>Refuses a file whose housing is missing, or is that of the other format.</summary>
    /// <exception cref="InputException">The section is missing, or that of the other format stands in the file.</exception>
    internal static void RequireOwn(DesignContent content, bool coin)
    {
        (string own, string other) = coin ? ("coin", "pouch") : ("pouch", "coin");
        if (content.Has(other))
        {
            throw new InputException(content.PlaceOf(other), $"the format is {own}, but '{other}' is described.", $"'{own}'", $"Remove '{other}', or write 'format: {other}'.");
        }

        if (!content.Has(own))
        {
            throw content.Missing(string.Empty, own, $"Describe what encloses the stack under '{own}:'.");
        }
    }

    /// <summary>Builds the housing.</summary>
    /// <exception cref="InputException">A value is missing.</exception>
    internal Housing Build(bool coin) => coin ? Coin() : Pouch();

    private PouchHousing Pouch() => new()
    {
        LaminateThickness = content.Required("pouch/laminate thickness", "113 um"),
        LaminateMass = content.Required("pouch/laminate mass", "18 mg/cm2"),
        SealMargin = content.Required("pouch/seal margin", "5 mm"),
        Terrace = content.Si("pouch/terrace") ?? content.Required("pouch/seal margin", "5 mm"),
        HasFoldedSides = IsYes("pouch/folded sides"),
        PositiveTab = Tab("pouch/positive tab"),
        NegativeTab = Tab("pouch/negative tab"),
        TapeMass = content.Si("pouch/tape", 0.0),
    };

    private bool IsYes(string path)
    {
        DesignWord? word = content.Texts.GetValueOrDefault(path);
        return word is null || DesignSchema.YesNo.Contains(word.Text) ? word?.Text == "yes" : throw new InputException(
            word.Place, $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' is '{word.Text}'.", string.Join(", ", DesignSchema.YesNo), "Use one of these words.");
    }

    private TabDesign? Tab(string path)
    {
        if (!content.Has(path))
        {
            return null;
        }

        string material = content.Texts.GetValueOrDefault($"{path}/material")?.Text ?? "tab";
        return new TabDesign(
            material,
            content.Required($"{path}/width", "10 mm"),
            content.Required($"{path}/length", "20 mm"),
            content.Required($"{path}/thickness", "0.1 mm"),
            new LayerBuilder(content, materials).CollectorDensity(path, material));
    }

    private CoinHousing Coin()
    {
        ImmutableArray<CoinPart> parts =
        [
            .. content.ItemsOf("coin/parts").Select(name => new CoinPart(
                name, content.Required($"coin/parts/{name}/mass", "0.9 g"), content.Si($"coin/parts/{name}/thickness", 0.0))),
        ];
        return parts.IsEmpty
            ? throw content.Missing("coin", "parts", "List can, cap, spring, spacer and gasket with their masses: '- {name: can, mass: 0.9 g}'.")
            : new CoinHousing(content.Required("coin/diameter", "20 mm"), content.Required("coin/height", "3.2 mm"), parts);
    }
}
