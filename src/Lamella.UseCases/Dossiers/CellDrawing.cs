using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;

namespace Lamella.UseCases.Dossiers;

/// <summary>Draws a described cell to scale.</summary>
internal static class CellDrawing
{
    private const double Micrometre = 1e-6;

    /// <summary>Makes the drawing of one cell.</summary>
    internal static LayerDrawingBlock Of(CellDescription cell)
    {
        var layers = ImmutableArray.CreateBuilder<DrawnLayer>();
        layers.Add(new DrawnLayer("Lithium", cell.Lithium.Thickness, LayerKind.Lithium));
        foreach (ElectrolyteLayer layer in cell.Layers)
        {
            layers.Add(new DrawnLayer(layer.Name, layer.Thickness, Kind(layer)) { Remark = Remark(layer) });
        }

        if (cell.Cathode is { } cathode)
        {
            layers.Add(new DrawnLayer($"Cathode ({cathode.Material.Name})", cathode.Thickness, LayerKind.PorousElectrode)
            {
                Remark = $"{ReportNumber.Significant(100.0 * cathode.ActiveVolumeFraction, 3)} vol% active",
            });
        }
        else
        {
            layers.Add(new DrawnLayer("Lithium (counter)", cell.CounterLithium!.Thickness, LayerKind.Lithium));
        }

        return new LayerDrawingBlock(cell.Name, layers.ToImmutable()) { Facts = Facts(cell) };
    }

    private static LayerKind Kind(ElectrolyteLayer layer) => layer switch
    {
        SingleIonLayer => LayerKind.Ceramic,
        BinaryLayer { VolumeFraction: < 0.9 } => LayerKind.CompositeElectrolyte,
        _ => LayerKind.Polymer,
    };

    private static string Remark(ElectrolyteLayer layer) => layer is BinaryLayer { VolumeFraction: < 1.0 } binary
        ? $"{ReportNumber.Significant(100.0 * binary.VolumeFraction, 3)} vol% holds salt"
        : string.Empty;

    private static ImmutableArray<KeyValue> Facts(CellDescription cell)
    {
        double stack = cell.Lithium.Thickness + cell.Layers.Sum(layer => layer.Thickness)
            + (cell.Cathode?.Thickness ?? cell.CounterLithium!.Thickness);
        var facts = ImmutableArray.CreateBuilder<KeyValue>();
        facts.Add(new KeyValue("Area", ReportNumber.Significant(cell.Area * 1e4, 4), "cm²"));
        facts.Add(new KeyValue("Stack", ReportNumber.Significant(stack / Micrometre, 4), "µm", "without collectors"));
        if (cell.Cathode is { } cathode)
        {
            facts.Add(new KeyValue("Loading", ReportNumber.Significant(cathode.ActiveLoading * 100.0, 3), "mg/cm²", "active material"));
            facts.Add(new KeyValue("1C", ReportNumber.Significant(cell.OneCCurrentDensity * 0.1, 3), "mA/cm²"));
            facts.Add(new KeyValue("Cut-offs", FormattableString.Invariant($"{cell.LowerCutOff:G4} to {cell.UpperCutOff:G4}"), "V"));
        }

        return facts.ToImmutable();
    }
}
