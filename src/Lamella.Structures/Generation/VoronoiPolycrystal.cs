using Lamella.Core;
using Lamella.Numerics.Random;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>Grains around random points, one label each from 1, with a boundary phase of label 0 between them where one is wanted.</summary>
/// <remarks>
/// Each voxel belongs to the nearest point (Voronoi 1908). A boundary phase takes the voxels nearest to the planes between two grains,
/// as many as its fraction asks for.
/// </remarks>
public sealed record VoronoiPolycrystal : StructureRecipe
{
    private const int MostGrains = 65_535;

    /// <inheritdoc/>
    public override string Kind => "voronoi-polycrystal";

    /// <summary>Gets the mean grain size: diameter of the sphere with the mean volume of a grain.</summary>
    [Unit("m")]
    public required double GrainSize { get; init; }

    /// <summary>Gets the volume fraction of the boundary phase, 0 to 0.5; 0 lets the grains touch.</summary>
    [Unit("–")]
    public double BoundaryFraction { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        RecipeErrors.RequirePositive(GrainSize, "the grain size");
        RecipeErrors.RequireWithin(BoundaryFraction, 0.0, 0.5, "the fraction of the boundary phase");
        double count = Math.Round(Box.Volume / (Math.PI / 6.0 * GrainSize * GrainSize * GrainSize));
        if (count is < 2.0 or > MostGrains)
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"grains of {1e6 * GrainSize:G6} um would be {count:G6} in number."), $"2 to {MostGrains}.", "Change the grain size or the box.");
        }

        (ushort[] grains, float[] gaps) = Tessellate((int)count, cancellation);
        byte[] boundary = new byte[grains.Length];
        double half = RankCut.Take(gaps, Box.Share(BoundaryFraction), boundary, 1);
        for (int k = 0; k < grains.Length; k++)
        {
            grains[k] = boundary[k] != 0 ? (ushort)0 : grains[k];
        }

        double thickness = BoundaryFraction > 0.0 ? 2.0 * half : 0.0;
        LabelVolume volume = count < 256 ? Volume(Array.ConvertAll(grains, grain => (byte)grain)) : new LabelVolume(Box.Extent, Box.Size, grains);
        return new StructureDraft(
            volume,
            [DraftPhase.Of("grain boundaries", 0, BoundaryFraction), new DraftPhase("grains", 1, (int)count, 1.0 - BoundaryFraction)],
            [new("number of grains", count, "–"), new("thickness of the boundaries", thickness, "m")])
        {
            Warnings = Box.WarnOfHoles(thickness, "the boundary between grains", "leave the boundary phase out and give a resistance between the grains instead"),
        };
    }

    private (ushort[] Grains, float[] Gaps) Tessellate(int count, CancellationToken cancellation)
    {
        var generator = new SeededGenerator(Seed);
        double[] points = new double[3 * count];
        for (int k = 0; k < points.Length; k++)
        {
            points[k] = generator.NextUniform() * Box.Length(k % 3);
        }

        var search = new NearestTwo(Box, points);
        ushort[] grains = new ushort[Box.Count];
        float[] gaps = new float[grains.Length];
        int at = 0;
        for (int z = 0; z < Box.Extent.Nz; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int y = 0; y < Box.Extent.Ny; y++)
            {
                for (int x = 0; x < Box.Extent.Nx; x++)
                {
                    (int nearest, double gap) = search.Find((x + 0.5) * Box.Size.X, (y + 0.5) * Box.Size.Y, (z + 0.5) * Box.Size.Z);
                    (grains[at], gaps[at]) = ((ushort)(nearest + 1), (float)gap);
                    at++;
                }
            }
        }

        return (grains, gaps);
    }
}
