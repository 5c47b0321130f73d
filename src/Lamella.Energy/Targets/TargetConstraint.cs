namespace Lamella.Energy.Targets;

/// <summary>The constraints that a target can run into.</summary>
public enum TargetConstraint
{
    /// <summary>The overpotential at a rate.</summary>
    Overpotential,

    /// <summary>The salt that a rate uses up at the back of the cathode.</summary>
    Salt,

    /// <summary>The lithium that the wanted cycles use up.</summary>
    Inventory,

    /// <summary>The least thickness of the electrolyte.</summary>
    ElectrolyteThickness,

    /// <summary>The greatest loading of the cathode.</summary>
    Loading,
}

/// <summary>How far a constraint holds a target back.</summary>
/// <param name="Constraint">Which.</param>
/// <param name="Value">What the design has, in SI: V, 1/h, cycles, m, kg/m².</param>
/// <param name="Limit">What it must keep, in the same unit.</param>
/// <param name="IsActive">Whether the design stands at the limit.</param>
/// <param name="WithoutIt">The best result that the other constraints allow, in the unit of the target.</param>
public sealed record ConstraintEffect(TargetConstraint Constraint, double Value, double Limit, bool IsActive, double WithoutIt);
