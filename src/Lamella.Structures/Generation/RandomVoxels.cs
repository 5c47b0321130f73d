using System.Collections.Immutable;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Every voxel drawn by itself: site percolation, with its threshold at 0.3116 on the cubic lattice.</summary>
/// <remarks><b>Source.</b> Xu, Wang, Lv and Deng, Front. Phys. 9 (2014) 113, arXiv:1310.5399; the tests find 0.3116.</remarks>
public sealed record RandomVoxels : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "random-voxels";

    /// <summary>Gets the phases; their fractions sum to 1.</summary>
    public required ImmutableArray<PhaseFraction> Phases { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        PhaseFraction.Require(Phases);
        return new StructureDraft(Volume(PhaseFraction.Cut(Field(), Phases, Box)), PhaseFraction.Drafts(Phases), []);
    }

    /// <summary>Draws one number a voxel.</summary>
    internal float[] Field()
    {
        var generator = new SeededGenerator(Seed);
        float[] field = GC.AllocateUninitializedArray<float>(Box.Count);
        for (int k = 0; k < field.Length; k++)
        {
            field[k] = (float)generator.NextUniform();
        }

        return field;
    }
}
