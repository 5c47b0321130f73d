using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Structures.Conduction;
using Lamella.Structures.Images;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.Transport.Structures;

/// <summary>Finds what a structure gives a layer: conductivity, its activation energy, transference number, exchange area.</summary>
/// <remarks>
/// <para><b>Transference number.</b> Lithium's part of the current is that of each phase, weighted with the part of the power that the
/// phase dissipates: exact for phases in parallel and for equal numbers; for others it leaves out the salt that a current drives
/// from phase to phase.</para>
/// <para><b>Exchange area.</b> That of the smooth interface, see <see cref="PhaseAreas"/>: steps of voxels do not count, in any orientation of the
/// interface. A volume with periodic sides counts as one period, any other as a sample of something larger.</para>
/// </remarks>
public static class StructureTransport
{
    /// <summary>Reads the volume of a structure.</summary>
    /// <param name="structure">The structure.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The volume is missing or no label volume.</exception>
    public static LabelVolume Volume(StructureDescription structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return VolumeFile.Read(structure.VolumeFile, structure.VoxelSize);
    }

    /// <summary>Makes the conduction problem of a structure, or of one of its networks with all else insulating.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="volume">Its volume.</param>
    /// <param name="network">The network that conducts; <see cref="StructureNetwork.Common"/> for everything.</param>
    /// <returns>The problem.</returns>
    public static ConductionProblem Problem(StructureDescription structure, LabelVolume volume, StructureNetwork network = StructureNetwork.Common)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return new ConductionProblem
        {
            Volume = volume,
            Phases = [.. structure.Phases.Select(phase => network == StructureNetwork.Common || phase.Network == network
                ? phase.Conduction : phase.Conduction with { Conductivity = PhaseConductivity.Insulator })],
            Interfaces = structure.Interfaces,
            Boundary = structure.Boundary,
        };
    }

    /// <summary>Solves a structure or one of its networks.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="volume">Its volume.</param>
    /// <param name="network">The network that conducts; <see cref="StructureNetwork.Common"/> for everything.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InputException">Labels, phases or interfaces do not fit the volume, or the memory does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public static StructureTransportResult Solve(
        StructureDescription structure, LabelVolume volume, StructureNetwork network = StructureNetwork.Common, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ConductionProblem problem = Problem(structure, volume, network);
        var options = new ConductionOptions { Axes = [structure.Axis], Tolerance = structure.Tolerance, KeepMaps = true, EstimateDiscretisation = true };
        ConductionResult result = ConductionSolver.Solve(problem, options, cancellation: cancellation);
        DirectionResult found = result.Directions[0];
        ImmutableArray<double> shares = found.Maps?.PowerShares ?? [.. structure.Phases.Select(_ => 0.0)];
        double[] carried = [.. shares.Select((share, phase) => share * (structure.Phases[phase].TransferenceNumber ?? double.NaN))];
        double transference = carried.Where((_, phase) => shares[phase] > 0.0).Sum();
        double error = Math.Max(found.AlgebraicError, Math.Max(structure.Tolerance, found.DiscretisationError ?? 0.0));
        return new StructureTransportResult
        {
            Conductivity = found.Conductivity,
            Uncertainty = error * found.Conductivity,
            ActivationEnergy = shares.Select((share, phase) => share * structure.Phases[phase].ActivationEnergy).Sum(),
            TransferenceNumber = found.Reason is not null || double.IsNaN(transference) ? null : transference,
            PowerShares = shares,
            Fractions = result.Fractions,
            Reason = found.Reason,
        };
    }

    /// <summary>Finds the area between host and guest per volume.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="volume">Its volume.</param>
    /// <returns>Area per volume [1/m]; 0 where no phase is of the host or none of the guest.</returns>
    public static double ExchangeArea(StructureDescription structure, LabelVolume volume)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(volume);
        int phases = Enum.GetValues<StructureNetwork>().Length;
        byte[] networks = new byte[ushort.MaxValue + 1];
        foreach (StructurePhase phase in structure.Phases)
        {
            foreach (int label in phase.Conduction.Labels)
            {
                networks[label] = (byte)phase.Network;
            }
        }

        double[,] areas = PhaseAreas.PerVolume(volume, networks, phases, structure.Boundary != ConductionBoundary.InsulatedSides);
        (int host, int guest) = ((int)StructureNetwork.Host, (int)StructureNetwork.Guest);
        return areas[Math.Min(host, guest), Math.Max(host, guest)];
    }
}
