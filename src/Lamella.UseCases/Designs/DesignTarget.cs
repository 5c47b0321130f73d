using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Targets;

namespace Lamella.UseCases.Designs;

/// <summary>A target and what would have to change for it.</summary>
/// <param name="Wanted">The wanted energy per mass or per volume.</param>
/// <param name="Basis">What it counts.</param>
/// <param name="Constraints">What the design must keep.</param>
/// <param name="Result">What was found, in SI.</param>
public sealed record DesignTarget(Quantity Wanted, EnergyBasis Basis, DesignConstraints Constraints, TargetResult Result)
{
    private static readonly Dimension PerMass = Dimension.Of("Wh/kg");
    private static readonly Dimension PerVolume = Dimension.Of("Wh/L");

    /// <summary>Gets the designs that were found, simulated at the rate of the constraints; empty where that was not asked for.</summary>
    public ImmutableArray<CheckedDesign> Checks { get; init; } = [];

    /// <summary>Gets what the designs that were found have.</summary>
    public TargetEnergies Energies { get; init; } = new(null, null);

    /// <summary>Gets a value indicating whether the described cell has the wanted energy already.</summary>
    public bool IsMet => Result.Described >= Result.Target;

    /// <summary>Gets a value indicating whether the target counts per mass rather than per volume.</summary>
    public bool IsPerMass => Wanted.Dimension == PerMass;

    /// <summary>Gets the unit of the target, as numbers are printed.</summary>
    public Unit Unit => Unit.Parse(IsPerMass ? "Wh/kg" : "Wh/L");

    /// <summary>Returns the energy that a target counts.</summary>
    /// <param name="wanted">The target.</param>
    /// <param name="basis">What it counts.</param>
    /// <returns>The energy of a built cell in SI, or null where the target is neither per mass nor per volume.</returns>
    internal static Func<BuiltCell, double>? MeasureOf(Quantity wanted, EnergyBasis basis) =>
        wanted.Dimension == PerMass ? cell => cell.SpecificEnergy(basis)
        : wanted.Dimension == PerVolume ? cell => cell.EnergyDensity(basis)
        : null;
}

/// <summary>What the designs that were found have, in the unit of the target; null where there is none.</summary>
/// <param name="Thickest">With the thickest electrolyte, up to the described one.</param>
/// <param name="AtDescribedLoading">At the described loading.</param>
public sealed record TargetEnergies(double? Thickest, double? AtDescribedLoading);

/// <summary>A design that was found for a target, and what a simulated discharge at the rate of the constraints delivers.</summary>
/// <param name="Name">Which design.</param>
/// <param name="Setting">Its settings.</param>
/// <param name="Discharge">The discharge; its rate counts from the 1C of the cell.yaml.</param>
/// <param name="Energy">What it delivers, in the unit of the target.</param>
public sealed record CheckedDesign(string Name, LeverSetting Setting, SimulatedDischarge Discharge, double Energy);
