using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>Refuses work for which the memory of the machine would not suffice, before it starts.</summary>
internal static class MemoryBudget
{
    private const double Megabyte = 1e6;

    /// <summary>Compares what is needed with what is there.</summary>
    /// <param name="bytes">Bytes needed.</param>
    /// <param name="extent">Extent of the volume, for the message.</param>
    /// <param name="purpose">What for, such as "to measure".</param>
    /// <exception cref="InputException">Less memory is there.</exception>
    internal static void Require(long bytes, LatticeExtent extent, string purpose) =>
        Require(bytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, extent, purpose);

    /// <summary>Compares what is needed with a given memory.</summary>
    internal static void Require(long bytes, long available, LatticeExtent extent, string purpose)
    {
        if (bytes > available)
        {
            throw new InputException(
                InputPlace.Whole("volume"),
                FormattableString.Invariant($"{extent.Nx}×{extent.Ny}×{extent.Nz} voxels need {bytes / Megabyte:F0} MB {purpose}, but the machine has {available / Megabyte:F0} MB."),
                "volumes that fit into memory.",
                "Crop the volume or bin its voxels.");
        }
    }
}
