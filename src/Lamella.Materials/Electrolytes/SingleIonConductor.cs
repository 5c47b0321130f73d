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

    /// <summary>Gets the crystal density [kg/m³].</summary>
    public required double Density { get; init; }
}
