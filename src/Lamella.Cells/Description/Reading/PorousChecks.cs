using Lamella.Core.Errors;

namespace Lamella.Cells.Description.Reading;

/// <summary>Checks of a porous electrode that need no material.</summary>
internal static class PorousChecks
{
    private const double ShareTolerance = 1e-3;

    private static readonly string[] MassKeys = ["loading", "electrode loading", "composition/active"];

    /// <summary>Checks one electrode.</summary>
    internal static void Check(CellContent content, string side)
    {
        bool isByVolume = content.Find($"{side}/active volume fraction") is not null;
        if (!isByVolume)
        {
            CellChecks.RequireOne(content, side, "loading", "electrode loading", "loading: 1.9 mg/cm2");
        }

        CellChecks.CheckKind(content, $"{side}/electrolyte");
        if (isByVolume)
        {
            CheckVolumes(content, side);
        }
        else if (content.Find($"{side}/thickness") is null && content.Find($"{side}/porosity") is null)
        {
            throw content.Missing(side, "thickness", "Add 'thickness: 20 um' or 'porosity: 40 vol%'; the other follows.");
        }

        CheckMaterials(content, side);
        if (!isByVolume)
        {
            CheckComposition(content, side);
        }
    }

    private static void CheckVolumes(CellContent content, string side)
    {
        foreach ((string key, string example) in (ReadOnlySpan<(string, string)>)[("thickness", "80 um"), ("porosity", "30 vol%")])
        {
            if (content.Find($"{side}/{key}") is null)
            {
                throw content.Missing(side, key, $"Beside 'active volume fraction', add '{key}: {example}'.");
            }
        }

        foreach (string key in MassKeys)
        {
            if (content.Find($"{side}/{key}") is { } mass)
            {
                throw new InputException(
                    mass.Place,
                    $"'{key.Replace("/", " / ", StringComparison.Ordinal)}' and 'active volume fraction' are both given.",
                    "loading and composition, or active volume fraction with thickness and porosity",
                    "Remove one; the other follows from the crystal density.");
            }
        }
    }

    private static void CheckMaterials(CellContent content, string side)
    {
        var blend = content.ItemsOf($"{side}/blend");
        StatedText? single = content.Text($"{side}/material");
        if (blend.IsEmpty)
        {
            _ = single ?? throw content.Missing(side, "material", "Add the active material, such as 'material: ncm811-chen2020'.");
            CheckWindow(content, side);
            return;
        }

        if (single is not null)
        {
            throw new InputException(single.Place, "the electrode has a material and a blend.", "one of the two", "Move the material into the blend with its share.");
        }

        double sum = 0.0;
        foreach (string name in blend)
        {
            string path = $"{side}/blend/{name}";
            if (content.Text($"{path}/material") is null)
            {
                throw content.Missing(path, "material", "Add the active material, such as 'material: graphite-ecker2015'.");
            }

            sum += content.Find($"{path}/share")?.Si
                ?? throw content.Missing(path, "share", "Add its share of the mass of active material, such as 'share: 90 wt%'.");
            CheckWindow(content, path);
        }

        if (Math.Abs(sum - 1.0) > ShareTolerance)
        {
            throw new InputException(
                content.PlaceOf($"{side}/blend/{blend[0]}"),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the shares of the blend add up to {Math.Round(100.0 * sum, 4)} wt%."),
                "shares of the mass of active material that add up to 100 wt%",
                "Correct the shares; binder and carbon stand under 'composition'.");
        }
    }

    private static void CheckWindow(CellContent content, string path)
    {
        StatedValue? charged = content.Find($"{path}/charged stoichiometry"), discharged = content.Find($"{path}/discharged stoichiometry");
        if (charged is null != discharged is null)
        {
            throw content.Missing(
                path, charged is null ? "charged stoichiometry" : "discharged stoichiometry", "State both ends of the window, or leave both out.");
        }

        if (content.Find($"{path}/reversible capacity") is { } capacity && content.Find($"{path}/maximum concentration") is not null)
        {
            throw new InputException(
                capacity.Place, "'reversible capacity' and 'maximum concentration' are both given.", "one of the two", "Remove one: with the stoichiometries each gives the other.");
        }

        foreach (string spread in (string[])["radius spread", "plateau spread"])
        {
            if (content.Find($"{path}/{spread}") is { } stated && (content.Find($"{path}/populations")?.Si ?? 1.0) <= 1.0)
            {
                throw new InputException(
                    stated.Place, $"'{spread}' is given for one population of equal particles.", "'populations' above 1, such as 5", "Add 'populations: 5'.");
            }
        }
    }

    private static void CheckComposition(CellContent content, string side)
    {
        if (content.Find($"{side}/composition/active") is not { } active)
        {
            throw content.Missing(
                $"{side}/composition", "active", "Write composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}.");
        }

        double sum = active.Si + (content.Find($"{side}/composition/binder")?.Si ?? 0.0)
            + (content.Find($"{side}/composition/carbon")?.Si ?? 0.0);
        if (Math.Abs(sum - 1.0) > ShareTolerance || active.Si == 0.0)
        {
            throw new InputException(
                content.PlaceOf($"{side}/composition"),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the composition adds up to {Math.Round(100.0 * sum, 4)} wt%."),
                "shares of active material (above 0), binder and carbon that add up to 100 wt%",
                "Correct the shares; leave the solvent out, the dry electrode counts.");
        }
    }
}
