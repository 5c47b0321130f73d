using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Targets;

namespace Lamella.UseCases.Designs;

/// <summary>What to mind about a design, in sentences.</summary>
internal static class DesignWarnings
{
    internal static ImmutableArray<string> Of(DesignSheet sheet, BuiltCell cell, bool isTarget)
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

        if (Dry(cell) is { } dry)
        {
            warnings.Add(dry);
        }

        if (isTarget && Unlimited(sheet) is { } unlimited)
        {
            warnings.Add(unlimited);
        }

        if (sheet.Find("anode/coulombic efficiency") is null)
        {
            warnings.Add("No coulombic efficiency is stated: 100 % is assumed, so that the lithium is never used up.");
        }

        if (cell.Lithium.Reserve < 0.0)
        {
            warnings.Add("The anode and the first charge together hold less lithium than one discharge needs.");
        }

        return warnings.ToImmutable();
    }

    /// <summary>Names open pores into which nothing is filled.</summary>
    private static string? Dry(BuiltCell cell)
    {
        CellDesign design = cell.Design;
        double pores = (design.Cathode.Thickness * design.Cathode.Porosity) + design.Layers.Sum(layer => layer.Thickness * layer.Porosity);
        return design.Filling is not null || pores <= 0.0 ? null : FormattableString.Invariant(
            $"Nothing is filled in: {1e6 * pores:G3} um of pores per side stay empty. At 1.2 g/cm3 a liquid in them would weigh {pores * 1200.0 / design.Cathode.ArealCapacity * 3.6e6:G3} g/Ah; describe it under 'filling'.");
    }

    /// <summary>Names the constraints that a target is sought without.</summary>
    private static string? Unlimited(DesignSheet sheet)
    {
        (string Key, string Words)[] all =
        [
            ("overpotential", "overpotential"), ("rate", "rate"), ("cycles", "cycles"),
            ("least electrolyte thickness", FormattableString.Invariant($"least electrolyte thickness (down to {1e6 * DesignConstraints.ThinnestSought:G3} um was tried)")),
            ("greatest loading", FormattableString.Invariant($"greatest loading (up to {DesignConstraints.MostGrowth:G3} times the described one was tried)")),
        ];
        string[] missing = [.. all.Where(one => sheet.Find("constraints/" + one.Key) is null).Select(one => one.Words)];
        return missing.Length == 0 ? null : $"The target was sought without what 'constraints' does not state: {string.Join(", ", missing)}.";
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
