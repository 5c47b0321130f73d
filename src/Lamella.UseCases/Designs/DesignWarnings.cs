using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.UseCases.Designs;

/// <summary>What to mind about a design, in sentences.</summary>
internal static class DesignWarnings
{
    internal static ImmutableArray<string> Of(DesignSheet sheet, BuiltCell cell)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        string[] assumed = [.. sheet.Inputs.Where(input => input.Source.Confidence == Confidence.Assumed).Select(input => input.Path)];
        if (assumed.Length > 0)
        {
            warnings.Add($"{assumed.Length} of {sheet.Inputs.Count()} inputs are assumed: {string.Join(", ", assumed)}.");
        }

        if (sheet.Find("pack/cell mass share") is null || sheet.Find("pack/cell volume share") is null)
        {
            warnings.Add("The share of the cells in a pack is assumed: 79.6 % of the mass (480.9 of 604.2 Wh/kg in ruan2026, reference 56), 65 % of the volume.");
        }

        if (!cell.Power.IsComplete)
        {
            warnings.Add("A layer states no conductivity: overpotential and rates leave its resistance out.");
        }

        if (Starved(cell) is { } starved)
        {
            warnings.Add(starved);
        }

        if (cell.Lithium.Reserve < 0.0)
        {
            warnings.Add("The anode and the first charge together hold less lithium than one discharge needs.");
        }

        return warnings.ToImmutable();
    }

    /// <summary>Compares an electrolyte that is stated per capacity with the pores that it should fill.</summary>
    private static string? Starved(BuiltCell cell)
    {
        CellDesign design = cell.Design;
        if (design.Filling is not { PerCapacity: { } perCapacity, Density: > 0.0 } filling)
        {
            return null;
        }

        double pores = (design.Cathode.Thickness * design.Cathode.Porosity) + design.Layers.Sum(layer => layer.Thickness * layer.Porosity);
        double liquid = perCapacity * design.Cathode.ArealCapacity / filling.Density;
        return liquid >= pores ? null : FormattableString.Invariant(
            $"The electrolyte fills {100.0 * liquid / pores:G3} % of the pores of cathode and separator; {pores * filling.Density / design.Cathode.ArealCapacity * 3.6e6:G3} g/Ah would fill them.");
    }
}
