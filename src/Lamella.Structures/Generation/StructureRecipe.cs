using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>How to make a structure. The same recipe and seed give the same voxels on every machine.</summary>
/// <remarks>
/// Only random integers, additions, multiplications, divisions and square roots go into a voxel, which every machine rounds
/// in one way; exponentials and logarithms are the portable ones. Fractions are met exactly to the voxel, by ranking the
/// voxels rather than by comparing them with a threshold. Opposite faces of the box are joined unless a recipe says otherwise.
/// </remarks>
public abstract record StructureRecipe
{
    /// <summary>Gets the box.</summary>
    public required VoxelBox Box { get; init; }

    /// <summary>Gets the seed; any number.</summary>
    public ulong Seed { get; init; }

    /// <summary>Gets the name of the kind of structure, as recipes write it.</summary>
    public abstract string Kind { get; }

    /// <summary>Makes the structure.</summary>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The structure.</returns>
    /// <exception cref="Core.Errors.InputException">The recipe cannot be followed; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public GeneratedStructure Generate(CancellationToken cancellation = default)
    {
        Box.Require();
        MemoryBudget.Require(BytesPerVoxel * Box.Count, Box.Extent, "to make the structure");
        StructureDraft draft = Build(cancellation);
        var counts = draft.Volume.Count();
        return new GeneratedStructure
        {
            Kind = Kind,
            Seed = Seed,
            Volume = draft.Volume,
            Phases = [.. draft.Phases.Select(phase => new PhaseShare(
                phase.Name,
                phase.FirstLabel,
                phase.LastLabel,
                phase.Target,
                counts.Where(entry => entry.Key >= phase.FirstLabel && entry.Key <= phase.LastLabel).Sum(entry => entry.Value) / (double)draft.Volume.Extent.Count))],
            Facts = draft.Facts,
            Warnings = draft.Warnings,
        };
    }

    /// <summary>Gets the memory that the making takes, the volume included [bytes a voxel].</summary>
    internal virtual long BytesPerVoxel => 10;

    /// <summary>Follows the recipe in a box that has been checked.</summary>
    internal abstract StructureDraft Build(CancellationToken cancellation);

    /// <summary>Makes a volume of the box from labels.</summary>
    internal LabelVolume Volume(byte[] labels) => new(Box.Extent, Box.Size, labels);
}
