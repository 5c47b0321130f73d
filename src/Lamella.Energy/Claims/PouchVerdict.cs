using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Energy.Claims;

/// <summary>What a claim can bear.</summary>
public enum PouchVerdict
{
    /// <summary>The standard budget reaches the claim.</summary>
    WithinStandard,

    /// <summary>The standard budget does not, the favourable one does.</summary>
    Reachable,

    /// <summary>Only the favourable budget without any packaging reaches the claim.</summary>
    OnlyWithoutPackaging,

    /// <summary>Not even the favourable budget without packaging reaches the claim.</summary>
    NotReproducible,

    /// <summary>A datum is missing without which there is no budget.</summary>
    Undetermined,
}

/// <summary>A claim held against the budgets.</summary>
public sealed record PouchAuditResult
{
    /// <summary>Gets the claim.</summary>
    public required PouchClaim Claim { get; init; }

    /// <summary>Gets the verdict.</summary>
    public required PouchVerdict Verdict { get; init; }

    /// <summary>Gets the energy of the standard budget, or null where it cannot be computed.</summary>
    [Unit("J/kg")]
    public double? Standard { get; init; }

    /// <summary>Gets the energy of the favourable budget, or null where it cannot be computed.</summary>
    [Unit("J/kg")]
    public double? Favourable { get; init; }

    /// <summary>Gets the energy of the favourable budget without any packaging, or null where it cannot be computed.</summary>
    [Unit("J/kg")]
    public double? WithoutPackaging { get; init; }

    /// <summary>Gets what no cell with this cathode passes: coating and stated electrolyte alone, with favourable values; null where the cathode is unknown.</summary>
    [Unit("J/kg")]
    public double? Ceiling { get; init; }

    /// <summary>Gets the data that are missing: without them there is no budget. Empty where it was computed.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Gets the data that the publication does not state and the budgets assume.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>Gets the areal capacity that the favourable budget would need for the claim, with the coating it has; null where none does or the claim is met.</summary>
    [Unit("C/m²")]
    public double? NeededArealCapacity { get; init; }

    /// <summary>Gets what is left for all that the publication does not state (collectors, separator, packaging), per area of one side.</summary>
    [Unit("kg/m²")]
    public double? LeftForTheRest { get; init; }

    /// <summary>Gets the mass of the coating per area of one side in the favourable budget, or null where it cannot be computed.</summary>
    [Unit("kg/m²")]
    public double? Coating { get; init; }

    /// <summary>Gets the density of the cell that the claimed energies per mass and per volume imply, or null.</summary>
    [Unit("kg/m³")]
    public double? ImpliedDensity { get; init; }

    /// <summary>Gets the energy of the standard budget with one assumption taken from the favourable one.</summary>
    public ImmutableArray<AssumptionEffect> Effects { get; init; } = [];

    /// <summary>Gets the same for what another place of the publication says, or null.</summary>
    public PouchAuditResult? Elsewhere { get; init; }
}

/// <summary>What one assumption does to the standard budget of a claim.</summary>
/// <param name="Name">Name of the assumption.</param>
/// <param name="Energy">The energy with its favourable value, all else standard [J/kg].</param>
public sealed record AssumptionEffect(string Name, double Energy);

/// <summary>The words for verdicts.</summary>
public static class PouchVerdictNames
{
    /// <summary>Returns the words for a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>For example <c>not reproducible from the stated data</c>.</returns>
    public static string Text(this PouchVerdict verdict) => verdict switch
    {
        PouchVerdict.WithinStandard => "within the standard budget",
        PouchVerdict.Reachable => "reachable with the favourable budget",
        PouchVerdict.OnlyWithoutPackaging => "only without packaging",
        PouchVerdict.NotReproducible => "not reproducible from the stated data",
        _ => "undetermined",
    };
}
