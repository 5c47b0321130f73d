using Lamella.Core.Quantities;

namespace Lamella.Analysis.Cycling;

/// <summary>What a capacity is given per: the cell, an area or a mass.</summary>
/// <param name="Unit">Symbol of the unit of capacities.</param>
/// <param name="Scale">Capacity in that unit over capacity in coulombs.</param>
/// <param name="RelativeUncertainty">Relative standard uncertainty of the area or mass, which all capacities share.</param>
/// <param name="Words">What it is per, for a sentence.</param>
internal sealed record CapacityBasis(string Unit, double Scale, double RelativeUncertainty, string Words)
{
    private const double CoulombPerMilliampereHour = 3.6;

    /// <summary>Gets capacities of the whole cell in mAh.</summary>
    internal static CapacityBasis Whole { get; } = new("mAh", 1.0 / CoulombPerMilliampereHour, 0.0, "of the whole cell");

    /// <summary>Makes capacities per geometric area in mAh/cm².</summary>
    internal static CapacityBasis PerArea(Quantity area) => new(
        "mAh/cm2", 1.0 / (CoulombPerMilliampereHour * area.InSi * 1e4), area.UncertaintyInSi / area.InSi, "per geometric area of the electrode");

    /// <summary>Makes capacities per mass of active material in mAh/g.</summary>
    internal static CapacityBasis PerMass(Quantity mass) => new(
        "mAh/g", 1.0 / (CoulombPerMilliampereHour * mass.InSi * 1e3), mass.UncertaintyInSi / mass.InSi, "per mass of active material");
}
