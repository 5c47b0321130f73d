using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Spheres that do not overlap, with a distribution of sizes, alone or in agglomerates: label 1 in label 0.</summary>
/// <remarks>
/// Agglomeration a is the probability that a particle starts touching an earlier one: 0 scatters them evenly, 1 makes
/// one cluster. Surfaces are moved by one distance, a small part of a voxel, so that the fraction is met to the voxel.
/// </remarks>
public sealed record PackedSpheres : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "packed-spheres";

    /// <summary>Gets the volume fraction of the spheres, 0 to 0.58.</summary>
    [Unit("–")]
    public required double Fraction { get; init; }

    /// <summary>Gets the diameters; the box must be at least twice as wide as the largest.</summary>
    public required SizeDistribution Diameter { get; init; }

    /// <summary>Gets the agglomeration, 0 to 1.</summary>
    [Unit("–")]
    public double Agglomeration { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        byte[] labels = new byte[Box.Count];
        Capsule[] spheres = Place(cancellation);
        long target = spheres.Length == 0 ? 0 : Box.Share(Fraction);
        double moved = Paint(Box, spheres, target, labels, 1, cancellation);
        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("matrix", 0, 1.0 - Fraction), DraftPhase.Of("spheres", 1, Fraction)],
            [new("number of spheres", spheres.Length, "–"), new("distance that the surfaces were moved", moved, "m")])
        {
            Warnings = Box.WarnOfFewVoxels((Diameter, "the spheres")),
        };
    }

    /// <summary>Gives a label to the voxels inside spheres, as many as wanted.</summary>
    /// <returns>The distance that the surfaces were moved for it [m].</returns>
    internal static double Paint(VoxelBox box, Capsule[] spheres, long target, byte[] labels, byte label, CancellationToken cancellation)
    {
        if (target == 0)
        {
            return 0.0;
        }

        double coarsest = Math.Max(box.Size.X, Math.Max(box.Size.Y, box.Size.Z));
        for (double margin = 2.0 * coarsest; ; margin *= 2.0)
        {
            var field = new CapsuleField(box, scaled: false);
            foreach (Capsule sphere in spheres)
            {
                cancellation.ThrowIfCancellationRequested();
                field.Add(sphere, sphere.Radius + margin);
            }

            if (RankCut.Reached(field.Values) >= target)
            {
                return RankCut.Take(field.Values, target, labels, label);
            }
        }
    }

    /// <summary>Places the spheres.</summary>
    internal Capsule[] Place(CancellationToken cancellation)
    {
        RecipeErrors.RequireWithin(Fraction, 0.0, SpherePacking.Densest, "the fraction of the spheres");
        RecipeErrors.RequireWithin(Agglomeration, 0.0, 1.0, "the agglomeration");
        Diameter.Require("spheres");
        Box.RequireFits(2.0 * Diameter.Largest, "a pair of spheres");
        if (Fraction == 0.0)
        {
            return [];
        }

        var generator = new SeededGenerator(Seed);
        double[] radii = SpherePacking.DrawRadii(Box, Fraction, Diameter, generator);
        return SpherePacking.Pack(Box, radii, Agglomeration, generator, cancellation);
    }
}
