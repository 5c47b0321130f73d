using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Energy.Targets;

/// <summary>What would have to change for a design to reach a target.</summary>
public sealed record TargetResult
{
    /// <summary>Gets the wanted energy per mass [J/kg] or per volume [J/m³].</summary>
    [Unit("J/kg or J/m³")]
    public required double Target { get; init; }

    /// <summary>Gets what the described design has, in the unit of the target; constraints not asked.</summary>
    [Unit("J/kg or J/m³")]
    public required double Described { get; init; }

    /// <summary>Gets the settings of the described design.</summary>
    public required LeverSetting From { get; init; }

    /// <summary>Gets the best that the constraints allow, in the unit of the target.</summary>
    [Unit("J/kg or J/m³")]
    public required double Best { get; init; }

    /// <summary>Gets the settings of that best design.</summary>
    public required LeverSetting BestSetting { get; init; }

    /// <summary>Gets a value indicating whether the constraints allow the target.</summary>
    public bool IsReachable => Best >= Target;

    /// <summary>Gets the design that reaches the target with the thickest electrolyte, or null where none does.</summary>
    public LeverSetting? Thickest { get; init; }

    /// <summary>Gets the design that reaches the target at the described loading, or null where none does.</summary>
    public LeverSetting? AtDescribedLoading { get; init; }

    /// <summary>Gets the constraints at the solution with the thickest electrolyte, or at the best design where the target is out of reach.</summary>
    public required ImmutableArray<ConstraintEffect> Constraints { get; init; }

    /// <summary>Gets the constraint that costs most: the one without which the best design gains most; null where none costs anything.</summary>
    public required TargetConstraint? Binding { get; init; }

    /// <summary>Gets what each input would have to be if it changed alone, constraints not asked.</summary>
    public required ImmutableArray<SingleLever> Alone { get; init; }
}

/// <summary>What one input would have to be if it alone changed; where the described cell has the target, what it could become.</summary>
/// <param name="Path">Its path in the design file.</param>
/// <param name="Needed">The value that just reaches the target [SI]; null where none does, or where none fails it.</param>
/// <param name="Limit">How far it was moved [SI].</param>
/// <param name="AtLimit">The result there, in the unit of the target.</param>
public sealed record SingleLever(string Path, double? Needed, double Limit, double AtLimit);
