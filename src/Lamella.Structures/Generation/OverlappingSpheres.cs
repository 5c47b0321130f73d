using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Spheres at random places, free to overlap: label 1 in label 0.</summary>
/// <remarks>
/// <para>φ = 1 − exp(−n·v) for n spheres of mean volume v in unit volume. The number is rounded, and all spheres are scaled by one
/// factor near 1 so that the fraction is met to the voxel. They percolate above φ = 0.2895.</para>
/// <para><b>Source.</b> Torquato, <i>Random Heterogeneous Materials</i> (2002), ch. 5. Threshold: 8η = 2.735 12 with φ = 1 − exp(−η), quoted by Xun,
/// Hao and Ziff, arXiv:2010.02895; the tests find it too.</para>
/// </remarks>
public sealed record OverlappingSpheres : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "overlapping-spheres";

    /// <summary>Gets the volume fraction of the spheres, above 0 and below 0.99.</summary>
    [Unit("–")]
    public required double Fraction { get; init; }

    /// <summary>Gets the diameters.</summary>
    public required SizeDistribution Diameter { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        RecipeErrors.RequireWithin(Fraction, 0.0, 0.99, "the fraction of the spheres");
        Diameter.Require("spheres");
        Box.RequireFits(Diameter.Largest, "a sphere");
        long target = Box.Share(Fraction);
        float[] field = Field(target, cancellation, out int count);
        byte[] labels = new byte[Box.Count];
        double scale = Math.Sqrt(RankCut.Take(field, target, labels, 1));
        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("matrix", 0, 1.0 - Fraction), DraftPhase.Of("spheres", 1, Fraction)],
            [new("number of spheres", count, "–"), new("factor on the diameters", target > 0 ? scale : 1.0, "–")])
        {
            Warnings = Box.WarnOfFewVoxels((Diameter, "the spheres")),
        };
    }

    /// <summary>Computes the squared distance over the squared radius of the nearest sphere, as far as it is needed.</summary>
    internal float[] Field(long target, CancellationToken cancellation, out int count)
    {
        Capsule[] spheres = Place();
        count = spheres.Length;
        return CapsuleField.Scaled(Box, spheres, target, cancellation);
    }

    /// <summary>Draws the spheres.</summary>
    internal Capsule[] Place()
    {
        var generator = new SeededGenerator(Seed);
        int count = (int)Math.Max(1.0, Math.Round(-PortableFunctions.Log(1.0 - Fraction) * Box.Volume / Diameter.MeanVolume));
        return [.. Enumerable.Range(0, count).Select(_ => Capsule.Sphere(
            generator.NextUniform() * Box.Length(0), generator.NextUniform() * Box.Length(1), generator.NextUniform() * Box.Length(2), Diameter.DrawRadius(generator)))];
    }
}
