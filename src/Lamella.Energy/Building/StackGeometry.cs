using Lamella.Core;
using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>Thicknesses, areas and volumes of a designed cell.</summary>
/// <remarks>
/// Lithium that plates adds V_m/F per charge and area, 4.85 µm per mAh/cm² of dense metal, over the area of the cathode that
/// faces it. The charged cell is the thickest, because the cathode's lithium is then metal; changes of the cathode's own
/// volume, a few per cent of its thickness, are left out.
/// </remarks>
internal static class StackGeometry
{
    /// <summary>Returns the thickness that the first charge adds to each lithium face [m].</summary>
    internal static double PlatedThickness(CellDesign cell) =>
        cell.Cathode.FirstArealCharge / PhysicalConstants.Faraday * cell.Anode.MolarVolume / (1.0 - cell.Anode.PlatedPorosity);

    /// <summary>Returns the thickness of all layers of the stack as assembled, discharged [m].</summary>
    internal static double DischargedThickness(CellDesign cell)
    {
        double foils = (cell.Cathodes * (cell.Cathode.Collector?.Thickness ?? 0.0)) + (cell.Anodes * (cell.Anode.Collector?.Thickness ?? 0.0));
        double lithium = (cell.Anode.Collector is null ? cell.Anodes : cell.Faces) * cell.Anode.Lithium;
        return foils + lithium + (cell.Faces * (cell.Cathode.Thickness + LayersThickness(cell))) + (2.0 * cell.Separator.Wraps * LayersThickness(cell));
    }

    /// <summary>Returns the thickness of the stack at full charge [m].</summary>
    internal static double ChargedThickness(CellDesign cell) => DischargedThickness(cell) + (cell.Faces * PlatedThickness(cell));

    /// <summary>Returns the thickness of all layers between two electrodes [m].</summary>
    internal static double LayersThickness(CellDesign cell) => cell.Layers.Sum(layer => layer.Thickness);

    /// <summary>Returns the area of separator: pieces, or the ribbon with its folds and turns [m²].</summary>
    /// <remarks>
    /// A ribbon of 2n panels has 2n − 1 folds, each of which goes around the edge of one electrode, and each turn around the
    /// finished stack takes its perimeter, two panels and two times the thickness.
    /// </remarks>
    internal static double SeparatorArea(CellDesign cell)
    {
        Footprint piece = cell.Separator.Footprint;
        if (cell.Separator.Arrangement == SeparatorArrangement.Stacked)
        {
            return cell.Faces * piece.Area;
        }

        double cathode = (cell.Cathode.Collector?.Thickness ?? 0.0) + (2.0 * cell.Cathode.Thickness);
        double anode = (cell.Anode.Collector?.Thickness ?? 0.0) + (cell.Anode.Collector is null ? 1.0 : 2.0) * cell.Anode.Lithium;
        double folds = (cell.Cathodes * cathode) + ((cell.Cathodes - 1) * anode);
        double length = (cell.Faces * piece.Width) + folds + (cell.Separator.Wraps * 2.0 * (piece.Width + ChargedThickness(cell)));
        return length * piece.Height;
    }

    /// <summary>Returns width, height and thickness of the outer envelope at full charge [m].</summary>
    internal static (double Width, double Height, double Thickness) Envelope(CellDesign cell)
    {
        Footprint piece = cell.Separator.Footprint;
        return cell.Housing switch
        {
            PouchHousing pouch => (
                piece.Width + (2.0 * (pouch.HasFoldedSides ? 2.0 * pouch.LaminateThickness : pouch.SealMargin)),
                piece.Height + pouch.SealMargin + pouch.Terrace,
                ChargedThickness(cell) + (2.0 * pouch.LaminateThickness)),
            CoinHousing coin => (coin.Diameter, coin.Diameter, coin.Height),
            _ => throw new ArgumentException($"The housing {cell.Housing.GetType().Name} has no envelope.", nameof(cell)),
        };
    }

    /// <summary>Returns the volume of a basis at full charge [m³].</summary>
    internal static double Volume(CellDesign cell, EnergyBasis basis)
    {
        (double width, double height, double thickness) = Envelope(cell);
        double outer = cell.Housing is CoinHousing ? new Footprint(width, height, true).Area * thickness : width * height * thickness;
        return basis switch
        {
            EnergyBasis.Cathode => cell.ActiveArea * cell.Cathode.Thickness,
            EnergyBasis.Stack => cell.Separator.Footprint.Area * ChargedThickness(cell),
            EnergyBasis.Cell => outer,
            _ => outer / cell.PackVolumeShare,
        };
    }
}
