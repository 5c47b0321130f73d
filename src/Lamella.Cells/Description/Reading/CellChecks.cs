using Lamella.Core.Errors;

namespace Lamella.Cells.Description.Reading;

/// <summary>Checks of a cell.yaml that need no material: what must be there, what excludes what, what must add up.</summary>
internal static class CellChecks
{
    /// <summary>The kind of a layer in which both ions move.</summary>
    internal const string Binary = "binary";

    /// <summary>The kind of a layer in which lithium ions alone move.</summary>
    internal const string SingleIon = "single-ion";

    private const double ShareTolerance = 1e-3;

    internal static void Check(CellContent content)
    {
        RequireNoAlternatives(content);
        RequireSections(content);
        RequireOne(content, string.Empty, "area", "diameter", "area: 1.131 cm2");
        CheckCutOffs(content);
        foreach (string side in (string[])["lithium", "counter lithium"])
        {
            CheckLithium(content, side);
        }

        foreach (string layer in content.Layers)
        {
            CheckLayer(content, $"electrolyte/{layer}");
        }

        if (content.Has("cathode"))
        {
            CheckCathode(content);
        }
    }

    private static void RequireSections(CellContent content)
    {
        foreach ((string key, string example) in (ReadOnlySpan<(string, string)>)
            [("name", "name: my cell"), ("temperature", "temperature: 25 degC")])
        {
            if (content.Find(key) is null && content.Text(key) is null)
            {
                throw content.Missing(string.Empty, key, $"Add a line '{example}'.");
            }
        }

        if (!content.Has("lithium"))
        {
            throw content.Missing(string.Empty, "lithium", "Add 'lithium:' with its thickness, such as {thickness: 50 um}.");
        }

        if (content.Layers.IsEmpty)
        {
            throw content.Missing(string.Empty, "electrolyte", "Add 'electrolyte:' with a list of at least one layer.");
        }

        if (content.Has("cathode") == content.Has("counter lithium"))
        {
            throw new InputException(
                content.PlaceOf(content.Has("cathode") ? "counter lithium" : string.Empty),
                content.Has("cathode") ? "the cell has a cathode and a lithium counter electrode." : "the cell has no positive side.",
                "'cathode' for a full cell or 'counter lithium' for a symmetric one",
                "Keep or add exactly one of the two.");
        }
    }

    private static void CheckCutOffs(CellContent content)
    {
        (StatedValue? lower, StatedValue? upper) = (content.Find("cut-offs/lower"), content.Find("cut-offs/upper"));
        bool needed = content.Has("cathode") || content.Has("cut-offs");
        if (needed && (lower is null || upper is null))
        {
            throw content.Missing("cut-offs", lower is null ? "lower" : "upper", "Write cut-offs: {lower: 2.8 V, upper: 4.3 V}.");
        }

        if (lower is not null && lower.Si >= upper!.Si)
        {
            throw new InputException(
                lower.Place,
                $"the lower cut-off {lower.Quantity} is not below the upper cut-off {upper.Quantity}.",
                "lower < upper",
                "Exchange the two values, or correct the wrong one.");
        }
    }

    private static void CheckLithium(CellContent content, string side)
    {
        if (content.Has(side) && content.Find($"{side}/thickness") is null)
        {
            throw content.Missing(side, "thickness", "Add the thickness of the foil, such as 'thickness: 50 um'.");
        }

    }

    private static void CheckLayer(CellContent content, string path)
    {
        if (content.Find($"{path}/thickness") is null)
        {
            throw content.Missing(path, "thickness", "Add the thickness of the layer, such as 'thickness: 300 um'.");
        }

        CheckKind(content, path);
        if (content.Find($"{path}/porosity") is { } porosity && content.Find($"{path}/salt volume fraction") is { } salt
            && salt.Si > porosity.Si * (1.0 + ShareTolerance))
        {
            throw new InputException(
                salt.Place,
                $"the salt volume fraction {salt.Quantity} is larger than the porosity {porosity.Quantity} that holds the salt.",
                "at most the porosity",
                "Correct one of the two, or leave the salt volume fraction out: it is then the porosity.");
        }
    }

    private static void CheckKind(CellContent content, string path)
    {
        if (content.Text($"{path}/kind") is { } kind && kind.Text is not (Binary or SingleIon))
        {
            string? nearest = Suggestion.Nearest(kind.Text, [Binary, SingleIon]);
            throw new InputException(
                kind.Place,
                $"the kind of the electrolyte is '{kind.Text}'.",
                $"{Binary} (both ions move), {SingleIon} (lithium alone moves)",
                nearest is null ? "Liquids, gels and polymers with salt are binary; ceramics are single-ion." : $"Did you mean '{nearest}'?");
        }
    }

    private static void CheckCathode(CellContent content)
    {
        RequireOne(content, "cathode", "loading", "electrode loading", "loading: 1.9 mg/cm2");
        CheckKind(content, "cathode/electrolyte");
        if (content.Find("cathode/thickness") is null && content.Find("cathode/porosity") is null)
        {
            throw content.Missing("cathode", "thickness", "Add 'thickness: 20 um' or 'porosity: 40 vol%'; the other follows.");
        }

        if (content.Text("cathode/material") is null)
        {
            throw content.Missing("cathode", "material", "Add the active material, such as 'material: ncm811-chen2020'.");
        }

        CheckComposition(content);
    }

    private static void CheckComposition(CellContent content)
    {
        if (content.Find("cathode/composition/active") is not { } active)
        {
            throw content.Missing(
                "cathode/composition", "active", "Write composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}.");
        }

        double sum = active.Si + (content.Find("cathode/composition/binder")?.Si ?? 0.0)
            + (content.Find("cathode/composition/carbon")?.Si ?? 0.0);
        if (Math.Abs(sum - 1.0) > ShareTolerance || active.Si == 0.0)
        {
            throw new InputException(
                content.PlaceOf("cathode/composition"),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the composition adds up to {Math.Round(100.0 * sum, 4)} wt%."),
                "shares of active material (above 0), binder and carbon that add up to 100 wt%",
                "Correct the shares; leave the solvent out, the dry electrode counts.");
        }
    }

    private static void RequireOne(CellContent content, string section, string first, string second, string example)
    {
        string below = section.Length == 0 ? string.Empty : section + "/";
        if (content.Find(below + first) is null && content.Find(below + second) is null)
        {
            throw content.Missing(section, first, $"Add '{example}' or '{second}'.");
        }
    }

    private static void RequireNoAlternatives(CellContent content)
    {
        foreach (string path in content.Values.Keys.Order(StringComparer.Ordinal))
        {
            if (CellSchema.Other(path) is { } other && content.Find(other) is { } second)
            {
                StatedValue first = content.Find(path)!;
                throw new InputException(
                    second.Place.Line > first.Place.Line ? second.Place : first.Place,
                    $"'{path}' ({first.Quantity}) and '{other}' ({second.Quantity}) are both given.",
                    "one of the two",
                    "Remove one; in a variant, an empty value removes a key of the base.");
            }
        }
    }
}
