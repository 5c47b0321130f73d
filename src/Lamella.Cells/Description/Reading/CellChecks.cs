using Lamella.Core.Errors;

namespace Lamella.Cells.Description.Reading;

/// <summary>Checks of a cell.yaml that need no material: what must be there, what excludes what, what must add up.</summary>
internal static class CellChecks
{
    /// <summary>The kind of a layer in which both ions move.</summary>
    internal const string Binary = "binary";

    /// <summary>The kind of a layer in which lithium ions alone move.</summary>
    internal const string SingleIon = "single-ion";

    /// <summary>The kind of a layer of two continuous phases.</summary>
    internal const string HostGuest = "host-guest";

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
            CheckLayer(content, $"electrolyte/{layer}", isFirst: layer == content.Layers[0]);
        }

        foreach (string side in (string[])["anode", "cathode"])
        {
            if (content.Has(side))
            {
                PorousChecks.Check(content, side);
            }
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

        if (content.Layers.IsEmpty)
        {
            throw content.Missing(string.Empty, "electrolyte", "Add 'electrolyte:' with a list of at least one layer.");
        }

        RequireOneSide(content, ElectrodeSchema.NegativeSides, "negative", "lithium", "Add 'lithium:' with its thickness, such as {thickness: 50 um}.");
        RequireOneSide(content, ElectrodeSchema.PositiveSides, "positive", "cathode", "Keep or add exactly one of the two.");
        if (content.Has("anode") && !content.Has("cathode"))
        {
            throw new InputException(
                content.PlaceOf("anode"),
                "the cell has an anode but no cathode.",
                "'anode' with 'cathode'; a half cell of an anode material against lithium calls it 'cathode'",
                "Add the cathode, or rename 'anode' to 'cathode' and add 'lithium'.");
        }
    }

    private static void RequireOneSide(CellContent content, System.Collections.Immutable.ImmutableArray<string> sides, string which, string usual, string remedy)
    {
        string[] given = [.. sides.Where(content.Has)];
        if (given.Length == 1)
        {
            return;
        }

        if (given.Length == 0 && which == "negative")
        {
            throw content.Missing(string.Empty, usual, remedy);
        }

        bool isUsualPair = given is ["cathode", "counter lithium"];
        throw new InputException(
            content.PlaceOf(given.Length == 0 ? string.Empty : given[^1]),
            given.Length == 0 ? "the cell has no positive side."
                : isUsualPair ? "the cell has a cathode and a lithium counter electrode."
                : $"the cell has {given.Length} {which} sides: {string.Join(", ", given)}.",
            $"{(which == "positive" ? "'cathode' for a full cell or 'counter lithium' for a symmetric one, else " : string.Empty)}one of {string.Join(", ", sides)}",
            "Keep or add exactly one of the two.");
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

    private static void CheckLayer(CellContent content, string path, bool isFirst)
    {
        if (!isFirst && content.Has($"{path}/joint before"))
        {
            throw new InputException(
                content.PlaceOf($"{path}/joint before"),
                "a 'joint before' stands in a layer that is not the first.",
                "'joint before' in the first layer; between layers the 'joint' of the layer before",
                "Move it into the layer before as 'joint'.");
        }

        if (content.Find($"{path}/thickness") is null)
        {
            throw content.Missing(path, "thickness", "Add the thickness of the layer, such as 'thickness: 300 um'.");
        }

        CheckKind(content, path, isLayer: true);
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

    /// <summary>Refuses a kind of electrolyte that does not exist or cannot stand there.</summary>
    internal static void CheckKind(CellContent content, string path, bool isLayer = false)
    {
        string[] kinds = isLayer ? [Binary, SingleIon, HostGuest] : [Binary, SingleIon];
        if (content.Text($"{path}/kind") is { } kind && !kinds.Contains(kind.Text))
        {
            string? nearest = Suggestion.Nearest(kind.Text, kinds);
            throw new InputException(
                kind.Place,
                $"the kind of the electrolyte is '{kind.Text}'.",
                $"{Binary} (both ions move), {SingleIon} (lithium alone moves){(isLayer ? $", {HostGuest} (two phases)" : string.Empty)}",
                nearest is null ? "Liquids, gels and polymers with salt are binary; ceramics are single-ion." : $"Did you mean '{nearest}'?");
        }

        if (isLayer)
        {
            CheckGuest(content, path);
        }
    }

    private static void CheckGuest(CellContent content, string path)
    {
        bool isHost = content.Text($"{path}/kind")?.Text == HostGuest;
        if (isHost && !content.Has($"{path}/guest"))
        {
            throw content.Missing(path, "guest", "Describe the phase in the pores of the host: 'guest: {kind: binary, material: …}'.");
        }

        if (content.Has($"{path}/guest") && !isHost)
        {
            throw new InputException(
                content.PlaceOf($"{path}/guest"), "a guest stands in a layer of one phase.", "'guest' with 'kind: host-guest'", "Add the kind, or remove the guest.");
        }

        if (isHost)
        {
            CheckKind(content, $"{path}/guest");
            foreach ((string key, string example) in (ReadOnlySpan<(string, string)>)[("exchange resistance", "5 ohm cm2"), ("interface area", "1 1/um")])
            {
                if (content.Find($"{path}/{key}") is null)
                {
                    throw content.Missing(path, key, $"Add '{key}: {example}'.");
                }
            }
        }
    }

    /// <summary>Requires one of two keys.</summary>
    internal static void RequireOne(CellContent content, string section, string first, string second, string example)
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
