using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Transport.Structures;

/// <summary>A structure that a layer can name instead of a conductivity: a volume and what it is made of.</summary>
public sealed record StructureDescription
{
    /// <summary>Gets the path of the file that describes it.</summary>
    public required string File { get; init; }

    /// <summary>Gets the path of the label volume.</summary>
    public required string VolumeFile { get; init; }

    /// <summary>Gets the edges of a voxel.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the phases.</summary>
    public required ImmutableArray<StructurePhase> Phases { get; init; }

    /// <summary>Gets the interfaces that resist or conduct.</summary>
    public ImmutableArray<PhaseInterface> Interfaces { get; init; } = [];

    /// <summary>Gets the axis from electrode to electrode: 0 for x, 1 for y, 2 for z.</summary>
    public int Axis { get; init; } = 2;

    /// <summary>Gets what surrounds the volume.</summary>
    public ConductionBoundary Boundary { get; init; } = ConductionBoundary.PeriodicSides;

    /// <summary>Gets the relative error at which to stop.</summary>
    [Unit("–")]
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Gets the temperature of all conductivities.</summary>
    [Unit("K")]
    public double Temperature { get; init; } = 298.15;
}

/// <summary>A phase of a structure.</summary>
/// <param name="Conduction">Name, labels and conductivity.</param>
public sealed record StructurePhase(ConductingPhase Conduction)
{
    /// <summary>Gets the electronic conductivity, or null where it is not stated; a cell's layer does not use it.</summary>
    public PhaseConductivity? ElectronicConductivity { get; init; }

    /// <summary>Gets the activation energy of the conductivity, ≥ 0.</summary>
    [Unit("J/mol")]
    public double ActivationEnergy { get; init; }

    /// <summary>Gets t₊, the part of the current that lithium ions carry, or null where it is not stated.</summary>
    [Unit("–")]
    public double? TransferenceNumber { get; init; }

    /// <summary>Gets the network of a host-guest layer to which the phase belongs.</summary>
    public StructureNetwork Network { get; init; }
}

/// <summary>The networks of a host-guest layer.</summary>
public enum StructureNetwork
{
    /// <summary>One network holds everything.</summary>
    Common,

    /// <summary>The host.</summary>
    Host,

    /// <summary>The guest in its pores.</summary>
    Guest,
}
