using Lamella.Core;
using Lamella.Numerics.Random;
using Lamella.Structures.Morphology;

namespace Lamella.Structures.Generation;

/// <summary>Another structure whose pores a liquid has filled, save for bubbles that stayed: its solids keep their labels.</summary>
/// <remarks>
/// The pores (label 0 of the core) become bubbles (label 0) and filling (the next free label). A wetting liquid leaves gas in the
/// middle of wide pores: bubbles sit at the local maxima of the distance from the wall, drawn at random among those at least
/// half as wide as the widest, and are scaled by one factor until their fraction is met to the voxel.
/// </remarks>
public sealed record InfiltratedStructure : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "infiltrated";

    /// <summary>Gets the structure that is filled; its box and seed are replaced by those given here. Its label 0 is pore.</summary>
    public required StructureRecipe Core { get; init; }

    /// <summary>Gets the volume fraction of the bubbles in the whole box, 0 to what the core has pores.</summary>
    [Unit("–")]
    public required double ResidualPorosity { get; init; }

    /// <summary>Gets the name of the filling.</summary>
    public string FillingName { get; init; } = "filling";

    /// <inheritdoc/>
    internal override long BytesPerVoxel => Math.Max(Core.BytesPerVoxel, 1) + 14;

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        StructureDraft core = (Core with { Box = Box, Seed = Seed }).Build(cancellation);
        int filling = core.Phases.Max(phase => phase.LastLabel) + 1;
        if (filling > byte.MaxValue)
        {
            throw RecipeErrors.Wrong($"{Core.Kind} has {filling} labels already.", "cores of at most 255 labels.", "Fill a structure of fewer labels.");
        }

        byte[] labels = core.Volume.ToBytes();
        long pores = labels.LongCount(label => label == 0);
        RecipeErrors.RequireWithin(ResidualPorosity, 0.0, pores / (double)labels.Length, "the residual porosity");
        byte[] filled = Array.ConvertAll(labels, label => label == 0 ? (byte)filling : label);
        int bubbles = Blow(filled, (byte)filling, cancellation);
        return new StructureDraft(
            Volume(filled),
            [
                DraftPhase.Of("residual pores", 0, ResidualPorosity),
                .. core.Phases.Where(phase => phase.FirstLabel > 0),
                DraftPhase.Of(FillingName, filling, (pores / (double)labels.Length) - ResidualPorosity),
            ],
            [.. core.Facts, new("number of bubbles", bubbles, "–")])
        {
            Warnings = core.Warnings,
        };
    }

    /// <summary>Turns filling into bubbles and returns their number.</summary>
    private int Blow(byte[] labels, byte filling, CancellationToken cancellation)
    {
        long target = Box.Share(ResidualPorosity);
        if (target == 0)
        {
            return 0;
        }

        bool[] open = Array.ConvertAll(labels, label => label == filling);
        float[] distance = DistanceTransform.Compute(open, Box.Extent, Box.Size, periodic: true, cancellation);
        Capsule[] bubbles = Choose(Places(distance), distance, target);
        float[] field;
        double reach = 1.5;
        do
        {
            field = Around(bubbles, open, reach, cancellation);
            reach *= 1.5;
        }
        while (RankCut.Reached(field) < target);

        RankCut.Take(field, target, labels, 0);
        return bubbles.Length;
    }

    /// <summary>Returns squared distance over squared radius of the nearest bubble where there is room; infinity elsewhere.</summary>
    private float[] Around(Capsule[] bubbles, bool[] open, double reach, CancellationToken cancellation)
    {
        var field = new CapsuleField(Box, scaled: true);
        foreach (Capsule bubble in bubbles)
        {
            cancellation.ThrowIfCancellationRequested();
            field.Add(bubble, reach * bubble.Radius);
        }

        for (int k = 0; k < open.Length; k++)
        {
            field.Values[k] = open[k] ? field.Values[k] : float.PositiveInfinity;
        }

        return field.Values;
    }

    /// <summary>Takes places in random order until bubbles that fill them would hold a quarter more than wanted.</summary>
    private Capsule[] Choose(int[] places, float[] distance, long target)
    {
        new SeededGenerator(Seed ^ 0xB0BB1EUL).Shuffle<int>(places);
        var bubbles = new List<Capsule>();
        double held = 0.0;
        for (int k = 0; k < places.Length && held < 1.25 * target * Box.Size.Volume; k++)
        {
            (int x, int y, int z) = (places[k] % Box.Extent.Nx, places[k] / Box.Extent.Nx % Box.Extent.Ny, places[k] / Box.Extent.Nx / Box.Extent.Ny);
            double radius = distance[places[k]];
            bubbles.Add(Capsule.Sphere((x + 0.5) * Box.Size.X, (y + 0.5) * Box.Size.Y, (z + 0.5) * Box.Size.Z, radius));
            held += 4.0 / 3.0 * Math.PI * radius * radius * radius;
        }

        return [.. bubbles];
    }

    /// <summary>Finds the voxels that are at least as far from the wall as their neighbours, and half as far as the farthest.</summary>
    private int[] Places(float[] distance)
    {
        float least = 0.5F * distance.Max();
        var places = new List<int>();
        for (int k = 0; k < distance.Length; k++)
        {
            if (distance[k] >= least && distance[k] > 0.0F && IsHighest(distance, k))
            {
                places.Add(k);
            }
        }

        return [.. places];
    }

    private bool IsHighest(float[] distance, int at)
    {
        (int nx, int ny, int nz) = (Box.Extent.Nx, Box.Extent.Ny, Box.Extent.Nz);
        (int x, int y, int z) = (at % nx, at / nx % ny, at / nx / ny);
        for (int k = 0; k < 27; k++)
        {
            int i = (x + (k % 3) - 1 + nx) % nx, j = (y + (k / 3 % 3) - 1 + ny) % ny, l = (z + (k / 9) - 1 + nz) % nz;
            if (distance[i + (nx * (j + (ny * l)))] > distance[at])
            {
                return false;
            }
        }

        return true;
    }
}
