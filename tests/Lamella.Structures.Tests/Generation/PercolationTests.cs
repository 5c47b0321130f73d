using Lamella.Structures.Generation;
using Lamella.Structures.Morphology;

namespace Lamella.Structures.Tests.Generation;

/// <summary>Thresholds of percolation, from the fraction at which a way from face to face first opens as a structure is filled.</summary>
/// <remarks>
/// In a box of edge L the mean of that fraction is p + a·L^(−1/ν) with ν = 0.8765, so that two sizes give p, and its spread falls by
/// the same power. LAMELLA_NIGHTLY = 1 takes ten times the samples.
/// </remarks>
[Trait("Level", "reference")]
public sealed class PercolationTests
{
    private const double Exponent = 1.0 / 0.8765;
    private const double Radius = 5.0;

    private static int Samples(int usual) => Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 10 * usual : usual;

    [Fact]
    public void RandomVoxels_Filled_PercolateAtTheThresholdOfTheCubicLattice()
    {
        (double small, double smallError) = Mean(Samples(150), seed => Opening(Sites(16, seed), 16));
        (double large, double largeError) = Mean(Samples(24), seed => Opening(Sites(40, seed), 40));
        (double limit, double error) = Limit(16, small, smallError, 40, large, largeError);

        limit.ShouldBe(0.3116, 0.005);
        error.ShouldBeLessThan(0.003);
    }

    [Fact]
    public void OverlappingSpheres_Grown_PercolateAtTheirThreshold()
    {
        // The spheres themselves, without voxels: fraction 1 − exp(−n·v) at the radius that opens the way.
        (double _, double smallError) = Mean(Samples(300), seed => Grown(8, seed));
        (double large, double largeError) = Mean(Samples(40), seed => Grown(24, seed));

        // With joined sides the mean hardly depends on the box; what narrows is the spread, as L^(−1/ν).
        large.ShouldBe(0.2895, 0.008);
        double narrowing = Math.Log(smallError * Math.Sqrt(Samples(300)) / (largeError * Math.Sqrt(Samples(40)))) / Math.Log(24.0 / 8.0);
        narrowing.ShouldBe(Exponent, 0.3);
    }

    [Fact]
    public void OverlappingSpheres_FinerVoxels_ComeCloserToTheThresholdOfTheSpheres()
    {
        // Voxels join spheres that are less than a voxel apart, so that coarse voxels percolate too early, by an error of first order.
        double[] early = [.. new[] { 1, 2 }.Select(finer => Mean(
            20, seed => Grown(8, seed) - Opening(Spheres(40 * finer, Radius * finer, seed), 40 * finer)).Mean)];

        early[0].ShouldBeInRange(0.02, 0.08);
        (early[0] / early[1]).ShouldBe(2.0, 0.6);
    }

    private static (double Limit, double Error) Limit(int small, double atSmall, double smallError, int large, double atLarge, double largeError)
    {
        double ratio = Math.Pow(small / (double)large, Exponent); // how much of the deviation is left in the larger box
        double limit = (atLarge - (ratio * atSmall)) / (1.0 - ratio);
        return (limit, Math.Sqrt((largeError * largeError) + (ratio * ratio * smallError * smallError)) / (1.0 - ratio));
    }

    private static (double Mean, double Error) Mean(int samples, Func<ulong, double> opening)
    {
        double[] found = [.. Enumerable.Range(0, samples).Select(k => opening((ulong)(1000 + k)))];
        double mean = found.Average();
        return (mean, Math.Sqrt(found.Sum(value => (value - mean) * (value - mean)) / (samples - 1) / samples));
    }

    private static float[] Sites(int edge, ulong seed) =>
        new RandomVoxels { Box = VoxelBox.Cube(edge, 1.0), Phases = [new("all", 1.0)], Seed = seed }.Field();

    private static OverlappingSpheres Recipe(int edge, double radius, ulong seed) =>
        new() { Box = VoxelBox.Cube(edge, 1.0), Fraction = 0.2895, Diameter = new(2.0 * radius), Seed = seed };

    /// <summary>Squared distance over squared radius of the nearest sphere: filling it lets all spheres grow.</summary>
    private static float[] Spheres(int edge, double radius, ulong seed) =>
        Recipe(edge, radius, seed).Field((long)(0.6 * edge * edge * edge), CancellationToken.None, out _);

    /// <summary>Lets spheres grow until they connect the first face of z with the last; sides are joined.</summary>
    private static double Grown(int edgeInRadii, ulong seed)
    {
        double edge = edgeInRadii * Radius;
        Capsule[] placed = Recipe((int)edge, Radius, seed).Place();
        // What leaves the box at one end of z comes in at the other.
        Capsule[] all = [.. placed, .. placed.Where(sphere => sphere.Z > edge - (2.0 * Radius)).Select(sphere => sphere with { Z = sphere.Z - edge }),
            .. placed.Where(sphere => sphere.Z < 2.0 * Radius).Select(sphere => sphere with { Z = sphere.Z + edge })];
        var ways = new List<(double Radius, int First, int Second)>();
        for (int a = 0; a < all.Length; a++)
        {
            ways.Add((Math.Abs(all[a].Z), a, all.Length));
            ways.Add((Math.Abs(all[a].Z - edge), a, all.Length + 1));
            for (int b = 0; b < a; b++)
            {
                double dx = Nearest(all[a].X - all[b].X, edge), dy = Nearest(all[a].Y - all[b].Y, edge), dz = all[a].Z - all[b].Z;
                double squared = (dx * dx) + (dy * dy) + (dz * dz);
                if (squared < 16.0 * Radius * Radius)
                {
                    ways.Add((0.5 * Math.Sqrt(squared), a, b));
                }
            }
        }

        var sets = new DisjointSets(all.Length + 2);
        foreach ((double radius, int first, int second) in ways.OrderBy(way => way.Radius))
        {
            sets.Join(first, second);
            if (sets.Root(all.Length) == sets.Root(all.Length + 1))
            {
                return 1.0 - Math.Exp(-placed.Length * 4.0 / 3.0 * Math.PI * Math.Pow(radius / edge, 3));
            }
        }

        return 1.0;
    }

    private static double Nearest(double distance, double edge) => distance - (edge * Math.Round(distance / edge));

    /// <summary>Fills voxels from the lowest number up until they connect the first plane of z with the last; sides are joined.</summary>
    private static double Opening(float[] field, int edge)
    {
        int[] order = [.. Enumerable.Range(0, field.Length)];
        Array.Sort((float[])field.Clone(), order);
        var sets = new DisjointSets(field.Length + 2);
        bool[] filled = new bool[field.Length];
        int area = edge * edge, bottom = field.Length, top = field.Length + 1;
        for (int k = 0; k < order.Length; k++)
        {
            int own = order[k], x = own % edge, y = own / edge % edge, z = own / area;
            filled[own] = true;
            Join(own, own + (x > 0 ? -1 : edge - 1));
            Join(own, own + (x < edge - 1 ? 1 : 1 - edge));
            Join(own, own + (y > 0 ? -edge : area - edge));
            Join(own, own + (y < edge - 1 ? edge : edge - area));
            Join(own, z > 0 ? own - area : own);
            Join(own, z < edge - 1 ? own + area : own);
            sets.Join(z == 0 ? bottom : own, own);
            sets.Join(z == edge - 1 ? top : own, own);
            if (sets.Root(bottom) == sets.Root(top))
            {
                return (k + 1) / (double)field.Length;
            }
        }

        return 1.0;

        void Join(int own, int other)
        {
            if (filled[other])
            {
                sets.Join(own, other);
            }
        }
    }
}
