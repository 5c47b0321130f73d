using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Electrolytes;

/// <summary>A conductor in which lithium ions alone move: a ceramic, or a polymer with bound anions.</summary>
public sealed record SingleIonConductor
{
    /// <summary>Gets the name by which cell.yaml calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets σ(T) [S/m]; the argument of the law is ignored.</summary>
    public required PropertyLaw Conductivity { get; init; }

    /// <summary>Gets what <see cref="Conductivity"/> was measured on.</summary>
    public required ReferenceState State { get; init; }

    /// <summary>Gets the least and greatest published conductivity of this phase at the reference temperature [S/m].</summary>
    /// <remarks>The prior of a calibration: samples of one nominal formula differ by up to two decades.</remarks>
    public ValidRange? ConductivityRange { get; init; }

    /// <summary>Gets the crystal density [kg/m³].</summary>
    public required double Density { get; init; }

    /// <summary>Gets what the user must know before trusting the set.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Gets the sources of the scalar values, one per property name.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = ImmutableDictionary<string, Source>.Empty;
}
