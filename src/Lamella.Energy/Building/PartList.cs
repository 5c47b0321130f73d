using System.Collections.Immutable;
using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>Lists every part of a designed cell with its mass.</summary>
internal static class PartList
{
    /// <summary>Molar mass of lithium [kg/mol], IUPAC conventional value 6.94 g/mol (Pure Appl. Chem. 94 (2022) 573, doi 10.1515/pac-2019-0603).</summary>
    internal const double LithiumMolarMass = 6.94e-3;

    /// <summary>Lists the parts, from the cathode outwards.</summary>
    internal static ImmutableArray<CellPart> Of(CellDesign cell)
    {
        var parts = ImmutableArray.CreateBuilder<CellPart>();
        AddCathode(parts, cell);
        AddAnode(parts, cell);
        AddLayers(parts, cell);
        AddFilling(parts, cell);
        AddHousing(parts, cell);
        double whole = parts.Sum(part => part.Mass);
        parts.Add(new CellPart("rest of the pack", PartGroup.Pack, EnergyBasis.Pack, 1, 0.0, 0.0, whole * ((1.0 / cell.PackMassShare) - 1.0)));
        return [.. parts.Where(part => part.Mass > 0.0)];
    }

    private static void AddCathode(ImmutableArray<CellPart>.Builder parts, CellDesign cell)
    {
        CathodeDesign cathode = cell.Cathode;
        double area = cathode.Footprint.Area;
        AddCoating($"active material ({cathode.Material})", EnergyBasis.Cathode, cathode.ActiveShare);
        AddCoating("binder", EnergyBasis.Stack, cathode.BinderShare);
        AddCoating("carbon", EnergyBasis.Stack, cathode.CarbonShare);
        if (cathode.Collector is { } foil)
        {
            parts.Add(Foil($"cathode collector ({foil.Material})", foil, cell.Cathodes, area));
        }

        void AddCoating(string name, EnergyBasis basis, double share) => parts.Add(new CellPart(
            name, PartGroup.Cathode, basis, cell.Faces, area, cathode.Thickness, cell.Faces * area * cathode.CoatingLoading * share));
    }

    private static void AddAnode(ImmutableArray<CellPart>.Builder parts, CellDesign cell)
    {
        AnodeDesign anode = cell.Anode;
        double area = anode.Footprint.Area, density = LithiumMolarMass / anode.MolarVolume;
        int sheets = anode.Collector is null ? cell.Anodes : cell.Faces;
        parts.Add(new CellPart(
            "lithium", PartGroup.Lithium, EnergyBasis.Stack, sheets, area, anode.Lithium, sheets * area * anode.Lithium * density));
        if (anode.Collector is { } foil)
        {
            parts.Add(Foil($"anode collector ({foil.Material})", foil, cell.Anodes, area));
        }
    }

    private static CellPart Foil(string name, FoilDesign foil, int count, double area) => new(
        name, PartGroup.Collectors, EnergyBasis.Stack, count, area + foil.TabArea, foil.Thickness, count * (area + foil.TabArea) * foil.AreaMass);

    private static void AddLayers(ImmutableArray<CellPart>.Builder parts, CellDesign cell)
    {
        bool pieces = cell.Separator.Arrangement == SeparatorArrangement.Stacked;
        double area = StackGeometry.SeparatorArea(cell);
        foreach (LayerDesign layer in cell.Layers)
        {
            parts.Add(new CellPart(
                layer.Name, PartGroup.Separator, EnergyBasis.Stack, pieces ? cell.Faces : 1, pieces ? area / cell.Faces : area, layer.Thickness, area * layer.AreaMass));
        }
    }

    private static void AddFilling(ImmutableArray<CellPart>.Builder parts, CellDesign cell)
    {
        if (cell.Filling is not { } filling)
        {
            return;
        }

        if (filling.PerCapacity is { } perCapacity)
        {
            parts.Add(Liquid(filling.Name, perCapacity * cell.Capacity));
            return;
        }

        double cathode = cell.ActiveArea * cell.Cathode.Thickness * cell.Cathode.Porosity;
        double separator = StackGeometry.SeparatorArea(cell) * cell.Layers.Sum(layer => layer.Thickness * layer.Porosity);
        parts.Add(Liquid($"{filling.Name} in the cathode", cathode * filling.Density));
        parts.Add(Liquid($"{filling.Name} in the separator", separator * filling.Density));
        parts.Add(Liquid($"{filling.Name} beyond the pores", (cathode + separator) * filling.Excess * filling.Density));
    }

    private static CellPart Liquid(string name, double mass) => new(name, PartGroup.Electrolyte, EnergyBasis.Stack, 1, 0.0, 0.0, mass);

    private static void AddHousing(ImmutableArray<CellPart>.Builder parts, CellDesign cell)
    {
        switch (cell.Housing)
        {
            case PouchHousing pouch:
                double area = (cell.Separator.Footprint.Width + (2.0 * pouch.SealMargin)) * (cell.Separator.Footprint.Height + pouch.SealMargin + pouch.Terrace);
                parts.Add(new CellPart("laminate", PartGroup.Housing, EnergyBasis.Cell, 2, area, pouch.LaminateThickness, 2.0 * area * pouch.LaminateMass));
                AddTab("positive tab", pouch.PositiveTab);
                AddTab("negative tab", pouch.NegativeTab);
                parts.Add(new CellPart("tapes and sealants", PartGroup.Housing, EnergyBasis.Cell, 1, 0.0, 0.0, pouch.TapeMass));
                break;
            case CoinHousing coin:
                parts.AddRange(coin.Parts.Select(part => new CellPart(
                    part.Name, PartGroup.Housing, EnergyBasis.Cell, 1, 0.0, part.Thickness, part.Mass)));
                break;
        }

        void AddTab(string name, TabDesign? tab)
        {
            if (tab is not null)
            {
                parts.Add(new CellPart($"{name} ({tab.Material})", PartGroup.Housing, EnergyBasis.Cell, 1, tab.Width * tab.Length, tab.Thickness, tab.Mass));
            }
        }
    }
}
