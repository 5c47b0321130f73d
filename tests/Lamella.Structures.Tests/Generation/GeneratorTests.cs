using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Generation;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Generation;

[Trait("Level", "unit")]
public sealed class GeneratorTests
{
    private static readonly VoxelBox Cube = VoxelBox.Cube(48, 0.25e-6);

    [Fact]
    public void PackedSpheres_Denser_StayApartFromEachOther()
    {
        var recipe = new PackedSpheres { Box = Cube, Fraction = 0.52, Diameter = new(2e-6, 0.1), Seed = 11 };
        Capsule[] spheres = recipe.Place(CancellationToken.None);

        spheres.Sum(sphere => 4.0 / 3.0 * Math.PI * Math.Pow(sphere.Radius, 3)).ShouldBe(0.52 * Cube.Volume, 1e-9 * Cube.Volume);
        for (int a = 0; a < spheres.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                Distance(spheres[a], spheres[b]).ShouldBeGreaterThan(0.995 * (spheres[a].Radius + spheres[b].Radius));
            }
        }
    }

    [Fact]
    public void PackedSpheres_Agglomerated_HaveNearerNeighbours()
    {
        Capsule[] alone = new PackedSpheres { Box = Cube, Fraction = 0.08, Diameter = new(1.5e-6), Seed = 5 }.Place(CancellationToken.None);
        Capsule[] together = new PackedSpheres { Box = Cube, Fraction = 0.08, Diameter = new(1.5e-6), Seed = 5, Agglomeration = 0.95 }.Place(CancellationToken.None);

        Neighbours(together).ShouldBeGreaterThan(2.0 * Neighbours(alone));
    }

    [Fact]
    public void PackedSpheres_TooDense_SayWhatIsAllowed() =>
        Should.Throw<InputException>(() => new PackedSpheres { Box = Cube, Fraction = 0.7, Diameter = new(2e-6) }.Generate())
            .Message.ShouldContain("0 to 0.58");

    [Fact]
    public void Fibres_InThePlane_CrossIt()
    {
        GeneratedStructure made = new Fibres { Box = Cube, Fraction = 0.1, Diameter = new(1e-6), Length = 10e-6, Alignment = 0.0, Seed = 2 }.Generate();
        long[] changes = [.. Enumerable.Range(0, 3).Select(axis => Changes(made.Volume, axis))];

        changes[2].ShouldBeGreaterThan(changes[0] * 5 / 4);
        changes[2].ShouldBeGreaterThan(changes[1] * 5 / 4);
    }

    [Fact]
    public void VoronoiPolycrystal_EveryVoxel_BelongsToTheNearestPoint()
    {
        var box = new VoxelBox(new LatticeExtent(14, 11, 9), new VoxelSize(1e-6, 1.3e-6, 0.9e-6));
        var generator = new Numerics.Random.SeededGenerator(8);
        double[] points = [.. Enumerable.Range(0, 60).Select(k => generator.NextUniform() * box.Length(k % 3))];
        var search = new NearestTwo(box, points);
        for (int k = 0; k < box.Count; k++)
        {
            double[] at = [(k % 14 + 0.5) * 1e-6, ((k / 14 % 11) + 0.5) * 1.3e-6, ((k / 154) + 0.5) * 0.9e-6];
            int nearest = Enumerable.Range(0, 20).MinBy(point => Squared(box, at, points, point));

            search.Find(at[0], at[1], at[2]).Nearest.ShouldBe(nearest);
        }
    }

    [Fact]
    public void VoronoiPolycrystal_Boundaries_AreSheetsOfTheirThickness()
    {
        GeneratedStructure made = new VoronoiPolycrystal { Box = Cube, GrainSize = 5e-6, BoundaryFraction = 0.12, Seed = 1 }.Generate();
        GeneratedStructure bare = new VoronoiPolycrystal { Box = Cube, GrainSize = 5e-6, Seed = 1 }.Generate();
        double thickness = made.Facts.Single(fact => fact.Name == "thickness of the boundaries").Value;
        double area = 2.0 / 3.0 * Enumerable.Range(0, 3).Sum(axis => Changes(bare.Volume, axis) * bare.Volume.Size.Face(axis));

        // Sheets overlap along the edges of the grains, so that area times thickness is somewhat too much.
        (area * thickness / Cube.Volume).ShouldBeInRange(0.12, 0.15);
    }

    [Fact]
    public void Generate_SheetsThinnerThanAVoxel_WarnOfTheirHoles()
    {
        var grains = new VoronoiPolycrystal { Box = Cube, GrainSize = 5e-6, BoundaryFraction = 0.03, Seed = 1 };
        var coat = new CoatedStructure { Box = Cube, Core = new OverlappingSpheres { Box = Cube, Fraction = 0.3, Diameter = new(4e-6) }, Thickness = 0.1e-6 };

        grains.Generate().Warnings.ShouldHaveSingleItem().ShouldContain("less than a voxel of 0.25 um: it has holes");
        coat.Generate().Warnings.ShouldHaveSingleItem().ShouldContain("the coat is 0.1 um thick");
        (grains with { BoundaryFraction = 0.25 }).Generate().Warnings.ShouldBeEmpty();
        (coat with { Thickness = 0.5e-6 }).Generate().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Generate_ParticlesOfFewVoxels_WarnOfTheirTouch()
    {
        var spheres = new PackedSpheres { Box = Cube, Fraction = 0.2, Diameter = new(1e-6) };

        spheres.Generate().Warnings.ShouldHaveSingleItem().ShouldContain("have 4.0 voxels across");
        (spheres with { Diameter = new(2e-6) }).Generate().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Generate_BoxBeyondTheMemory_SaysHowMuchIsNeededBeforeItStarts()
    {
        var recipe = new LevelCutField { Box = VoxelBox.Cube(1290, 1e-7), Phases = [new("a", 0.5), new("b", 0.5)], LengthX = 1e-6 };
        var coated = new CoatedStructure { Box = recipe.Box, Core = recipe, Thickness = 1e-6 };
        Assert.SkipUnless(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 50_000_000_000, "this machine has the memory");

        Should.Throw<InputException>(() => coated.Generate()).Message.ShouldContain("1290×1290×1290 voxels need 51521 MB to make the structure");
    }

    [Fact]
    public void Layered_FlatShareBetweenTwoPlanes_IsRefusedWithTheWayOut() =>
        Should.Throw<InputException>(() => new LayeredStructure { Box = Cube, Layers = [new("a", 0.33), new("b", 0.67)] }.Generate())
            .Message.ShouldContain("give the interfaces a roughness");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Layered_Flat_FillsWholePlanes(int axis)
    {
        LabelVolume volume = new LayeredStructure { Box = Cube, Axis = axis, Layers = [new("a", 0.25), new("b", 0.75)] }.Generate().Volume;

        Changes(volume, axis).ShouldBe(2 * 48 * 48); // once inside, once across the joined faces
        Changes(volume, (axis + 1) % 3).ShouldBe(0);
    }

    [Fact]
    public void Coated_ByThickness_PutsThatManyVoxelsAroundASlab()
    {
        var slab = new LayeredStructure { Box = Cube, Layers = [new("left", 0.25), new("right", 0.75)] };
        GeneratedStructure made = new CoatedStructure { Box = Cube, Core = slab, CoatedLabel = 0, Thickness = 0.75e-6 }.Generate();

        made.Phases.Select(phase => phase.Fraction).ShouldBe([12.0 / 48, 30.0 / 48, 6.0 / 48], 1e-12); // three planes on either side
    }

    [Fact]
    public void Coated_Inward_TakesTheShellFromTheCore()
    {
        var spheres = new OverlappingSpheres { Box = Cube, Fraction = 0.3, Diameter = new(4e-6) };
        GeneratedStructure made = new CoatedStructure { Box = Cube, Core = spheres, Fraction = 0.1, IsInward = true, Seed = 4 }.Generate();

        made.Phases.Select(phase => phase.Fraction).ShouldBe([0.7, 0.2, 0.1], 1e-4);
    }

    [Fact]
    public void RankCut_EqualNumbers_PrefersNoSide()
    {
        float[] field = new float[1000];
        byte[] labels = new byte[1000];
        RankCut.Take(field, 500, labels, 1);

        labels.Sum(label => label).ShouldBe(500);
        labels.Take(500).Sum(label => label).ShouldBeInRange(200, 300);
    }

    [Fact]
    public void RankCut_MixedSigns_TakesTheLowest()
    {
        float[] field = [3.0F, -1.0F, 0.5F, -7.0F, float.PositiveInfinity, 0.25F];
        byte[] labels = new byte[6];

        RankCut.Take(field, 3, labels, 9).ShouldBe(0.25F);
        labels.ShouldBe(new byte[] { 0, 9, 0, 9, 0, 9 });
    }

    private static double Neighbours(Capsule[] spheres) => spheres.Average(own =>
        spheres.Count(other => other != own && Distance(own, other) < 1.25 * (own.Radius + other.Radius)));

    private static double Distance(Capsule a, Capsule b)
    {
        double squared = 0.0;
        for (int axis = 0; axis < 3; axis++)
        {
            double d = a.Centre(axis) - b.Centre(axis);
            d -= Cube.Length(axis) * Math.Round(d / Cube.Length(axis));
            squared += d * d;
        }

        return Math.Sqrt(squared);
    }

    private static double Squared(VoxelBox box, double[] at, double[] points, int point)
    {
        double squared = 0.0;
        for (int axis = 0; axis < 3; axis++)
        {
            double d = at[axis] - points[(3 * point) + axis];
            d -= box.Length(axis) * Math.Round(d / box.Length(axis));
            squared += d * d;
        }

        return squared;
    }

    private static long Changes(LabelVolume volume, int axis)
    {
        LatticeExtent extent = volume.Extent;
        long changes = 0;
        for (int k = 0; k < extent.Count; k++)
        {
            int[] at = [k % extent.Nx, k / extent.Nx % extent.Ny, k / extent.Nx / extent.Ny];
            at[axis] = (at[axis] + 1) % extent.Along(axis);
            changes += volume[k] != volume[at[0], at[1], at[2]] ? 1 : 0;
        }

        return changes;
    }
}
