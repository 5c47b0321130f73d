using Lamella.Structures.Generation;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Generation;

[Trait("Level", "published")]
public sealed class PublishedProcessTests
{
    private static readonly VoxelBox Box = VoxelBox.Cube(64, 0.1e-6);

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.05, 0.031)]
    [InlineData(0.10, 0.063)]
    [InlineData(0.125, 0.080)]
    public void ParticlesInPolymer_LatpByWeightInPvdf_HaveTheVolumeThatTheDensitiesGive(double mass, double volume)
    {
        GeneratedStructure made = Membrane(mass).Generate();

        made.Phases.Single(phase => phase.Name == "ceramic").Fraction.ShouldBe(volume, 5e-4);
    }

    [Fact]
    public void BurntTemplate_TwentyToThree_LeavesThePorosityOfTheSkeleton()
    {
        BurntTemplate dense = Skeleton(0.4) with { GreenPorosity = 0.0 };

        dense.BurntFraction.ShouldBe(0.405, 5e-4);
        dense.Porosity.ShouldBe(dense.BurntFraction, 1e-12);
        Skeleton(0.4).Porosity.ShouldBe(0.529, 5e-4);
        (Skeleton(0.4) with { GreenPorosity = 0.0, TemplateDensity = 1130.0 }).BurntFraction.ShouldBe(0.422, 5e-4);
        (dense with { Shrinkage = 0.1 }).Porosity.ShouldBe(1.0 - (0.595 / 0.9), 1e-3);
    }

    [Fact]
    public void BurntTemplate_Necks_HaveTheFilletOfTheirGeometry()
    {
        // Spheres of radius 0.4 um with necks of 0.16 um: 0.16²/(2·0.24) = 0.0533 um.
        Skeleton(0.4).FilletRadius.ShouldBe(0.16e-6 * 0.16e-6 / (2.0 * 0.24e-6), 1e-15);
    }

    [Fact]
    public void Infiltrated_Skeleton_LeavesBubblesAndFillsTheRest()
    {
        BurntTemplate core = Skeleton(0.4);
        GeneratedStructure made = new InfiltratedStructure { Box = Box, Seed = 2, Core = core, ResidualPorosity = 0.046, FillingName = "gel" }.Generate();

        made.Phases.Select(phase => phase.Name).ShouldBe(["residual pores", "ceramic", "gel"]);
        made.Phases.Select(phase => phase.Fraction).ShouldBe([0.046, 0.471, 0.483], 5e-4);
        LabelVolume bare = (core with { Seed = 2 }).Generate().Volume;
        Enumerable.Range(0, Box.Count).Where(k => bare[k] == 1).ShouldAllBe(k => made.Volume[k] == 1);
    }

    [Fact]
    public void CeramicUnderPolymer_LayerOfLagp_LiesAtTheBottom()
    {
        var recipe = new CeramicUnderPolymer
        {
            Box = Box, CeramicMassFraction = 0.3, CeramicDensity = 3400.0, PolymerDensity = 1200.0, PackingFraction = 0.5, Diameter = new(0.8e-6), Seed = 6,
        };
        GeneratedStructure made = recipe.Generate();
        double[] share = [.. Enumerable.Range(0, 64).Select(z => Enumerable.Range(0, 64 * 64).Count(k => made.Volume[k + (4096L * z)] == 1) / 4096.0)];
        int planes = (int)Math.Round(recipe.LayerShare * 64);

        share.Take(planes).Average().ShouldBe(0.5, 0.06);
        share.Skip(planes + 8).ShouldAllBe(value => value == 0.0);
    }

    private static ParticlesInPolymer Membrane(double mass) => new()
    {
        Box = Box, CeramicMassFraction = mass, CeramicDensity = 2930.0, PolymerDensity = 1780.0, Diameter = new(0.75e-6, 0.25), Agglomeration = 0.3,
    };

    private static BurntTemplate Skeleton(double neck) => new()
    {
        Box = Box, MassRatio = 20.0 / 3.0, CeramicDensity = 5500.0, TemplateDensity = 1210.0, GreenPorosity = 0.208,
        CeramicDiameter = new(0.8e-6), TemplateDiameter = new(1.6e-6), NeckRatio = neck,
    };
}
