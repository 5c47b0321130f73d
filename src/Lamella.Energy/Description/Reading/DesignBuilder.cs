using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Energy.Building;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description.Reading;

/// <summary>Builds the designed cell from what the file says; what is missing or contradicts itself is an error with its place.</summary>
internal sealed class DesignBuilder(DesignContent content, MaterialLibrary materials)
{
    // A pack of which nothing is known. Mass: 480.9 Wh/kg of a pack of cells with 604.2 Wh/kg (ruan2026, section 2.1,
    // reference 56: facts F004-0068 and F004-0073). Volume: no such pair is printed; an assumption.
    private const double UsualMassShare = 480.9 / 604.2;
    private const double UsualVolumeShare = 0.65;

    private const string UsualLithium = "lithium-xu2019";

    /// <summary>Builds the cell.</summary>
    /// <exception cref="InputException">A value is missing, or values contradict each other.</exception>
    internal CellDesign Build()
    {
        bool coin = (Word("format", DesignSchema.Formats) ?? throw content.Missing(string.Empty, "format", "Add a line 'format: pouch' or 'format: coin'.")) == "coin";
        HousingBuilder.RequireOwn(content, coin);
        bool single = coin || Word("stack/single-sided", DesignSchema.YesNo) == "yes";
        int cathodes = Cathodes(coin, single);
        CathodeDesign cathode = new CathodeBuilder(content, materials).Build(coin);
        AnodeDesign anode = Anode(coin, cathode.Footprint);
        ImmutableArray<LayerDesign> layers = new LayerBuilder(content, materials).Layers();
        SeparatorDesign separator = Separator(coin, single, cathode.Footprint);
        RequireCover(separator.Footprint, anode.Footprint);
        CellDesign design = new()
        {
            Name = content.Texts["name"].Text,
            Cathode = cathode,
            Anode = anode,
            Layers = layers,
            Separator = separator,
            Filling = Filling(cathode, layers),
            Cathodes = cathodes,
            IsSingleSided = single,
            Housing = new HousingBuilder(content, materials).Build(coin),
            Voltage = content.Si("energy/voltage") ?? throw content.Missing(
                "energy", "voltage", "Add 'voltage: 3.8 V', the mean voltage of the discharge, or let a cell be simulated: 'cell: ../cell.yaml' and --rate."),
            PackMassShare = content.Si("pack/cell mass share", UsualMassShare),
            PackVolumeShare = content.Si("pack/cell volume share", UsualVolumeShare),
            InterfaceResistance = content.Si("resistance/interfaces", 0.0),
            ContactResistance = content.Si("resistance/contact", 0.0),
        };
        RequireRoom(design);
        return design;
    }

    private void RequireRoom(CellDesign design)
    {
        if (design.Housing is CoinHousing coin)
        {
            double filled = StackGeometry.ChargedThickness(design) + coin.Parts.Sum(part => part.Thickness);
            if (filled > coin.Height || design.Separator.Footprint.Width > coin.Diameter)
            {
                throw new InputException(
                    content.Find("coin/height")!.Place,
                    FormattableString.Invariant($"the charged stack with the parts of the coin is {1e3 * filled:G4} mm high and {1e3 * design.Separator.Footprint.Width:G4} mm wide, the coin {1e3 * coin.Height:G4} mm and {1e3 * coin.Diameter:G4} mm."),
                    "a stack that fits into the coin", "Take a higher coin, a thinner spacer, or thinner layers; check units.");
            }
        }
    }

    private string? Word(string path, ImmutableArray<string> allowed)
    {
        if (content.Texts.GetValueOrDefault(path) is not { } word)
        {
            return null;
        }

        return allowed.Contains(word.Text) ? word.Text : throw new InputException(
            word.Place, $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' is '{word.Text}'.", string.Join(", ", allowed),
            Suggestion.Nearest(word.Text, allowed) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these words.");
    }

    private int Cathodes(bool coin, bool single)
    {
        double stated = coin ? 1.0 : content.Required("stack/cathodes", "10");
        if (stated != Math.Floor(stated) || (single && stated != 1.0))
        {
            throw new InputException(
                content.Find("stack/cathodes")?.Place ?? content.PlaceOf("stack"),
                FormattableString.Invariant($"{stated} cathodes{(single ? " are single-sided" : string.Empty)}."),
                single ? "one single-sided cathode" : "a whole number of double-sided cathodes",
                single ? "Write 'cathodes: 1', or leave out 'single-sided'." : "Write the number without decimals.");
        }

        return (int)stated;
    }

    private AnodeDesign Anode(bool coin, Footprint cathode)
    {
        Footprint outline = coin
            ? Footprint.Disc(content.Required("anode/diameter", "14 mm"))
            : cathode.Grown(content.Si("anode/overhang", 0.0));
        if (outline.Width < cathode.Width)
        {
            throw new InputException(
                content.Find("anode/diameter")!.Place, "the anode is smaller than the cathode, so that lithium would plate on its rim.",
                "at least the diameter of the cathode", "Make the anode larger, or the cathode smaller.");
        }

        double lithium = content.Required("anode/lithium", "20 um");
        FoilDesign? collector = new LayerBuilder(content, materials).Foil("anode/collector");
        if (lithium == 0.0 && collector is null)
        {
            throw content.Missing("anode", "collector", "An anode without lithium needs a collector, such as {material: copper, thickness: 6 um}.");
        }

        string metal = content.Texts.GetValueOrDefault("anode/material")?.Text ?? UsualLithium;
        return new AnodeDesign
        {
            Lithium = lithium,
            MolarVolume = Lithium(metal).MolarVolume,
            Footprint = outline,
            Collector = collector,
            PlatedPorosity = content.Si("anode/plated porosity", 0.0),
            CoulombicEfficiency = content.Si("anode/coulombic efficiency", 1.0),
        };
    }

    private LithiumMetal Lithium(string name) => MaterialNames.Get<LithiumMetal>(materials, content, "anode/material", name);

    private SeparatorDesign Separator(bool coin, bool single, Footprint cathode)
    {
        bool fold = Word("separator/arrangement", DesignSchema.Arrangements) == "z-fold";
        if (fold && single)
        {
            throw new InputException(
                content.Texts["separator/arrangement"].Place, "one coated side has nothing to fold a ribbon around.", "stacked", "Write 'arrangement: stacked'.");
        }

        Footprint outline = coin
            ? Footprint.Disc(content.Required("separator/diameter", "16 mm"))
            : cathode.Grown(content.Si("separator/overhang", 0.0));
        return new SeparatorDesign(
            fold ? SeparatorArrangement.ZFold : SeparatorArrangement.Stacked, outline, fold ? content.Si("separator/wraps", 1.0) : 0.0);
    }

    private void RequireCover(Footprint separator, Footprint anode)
    {
        // A relative 1e-9 lets equal overhangs pass that were written in different units.
        if (separator.Width < anode.Width * (1.0 - 1e-9))
        {
            throw new InputException(
                content.PlaceOf("separator"),
                FormattableString.Invariant($"the separator ({1e3 * separator.Width:G5} mm) is narrower than the anode ({1e3 * anode.Width:G5} mm), so that the electrodes would touch."),
                "at least the size of the anode", "Give 'overhang' (pouch) or 'diameter' (coin) of the separator at least the value of the anode.");
        }
    }

    private FillingDesign? Filling(CathodeDesign cathode, ImmutableArray<LayerDesign> layers)
    {
        double pores = cathode.Porosity + layers.Sum(layer => layer.Porosity);
        if (!content.Has("filling"))
        {
            return null;
        }

        string name = content.Texts.GetValueOrDefault("filling/name")?.Text ?? "electrolyte";
        double? perCapacity = content.Si("filling/per capacity"), density = content.Si("filling/density");
        if (perCapacity is null && (density is null || pores == 0.0))
        {
            throw content.Missing(
                "filling", density is null ? "density" : "per capacity",
                density is null ? "Add 'density: 1.3 g/cm3' to fill the pores, or 'per capacity: 2 g/Ah'." : "Nothing has open pores: give the mass as 'per capacity: 2 g/Ah'.");
        }

        if (perCapacity is not null && content.Find("filling/excess") is { } excess)
        {
            throw new InputException(
                excess.Place, "'excess' counts from the pores, but the mass per capacity is stated.", "'per capacity', or 'density' with 'excess'", "Remove one of the two.");
        }

        return new FillingDesign(name, density ?? 0.0, perCapacity, content.Si("filling/excess", 0.0));
    }
}
