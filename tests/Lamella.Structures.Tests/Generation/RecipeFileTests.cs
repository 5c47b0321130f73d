using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Structures.Generation;

namespace Lamella.Structures.Tests.Generation;

[Trait("Level", "unit")]
public sealed class RecipeFileTests
{
    private const string Spheres = "structure: packed-spheres\nvoxels: [40, 30, 20]\nvoxel size: 0.25 um\nseed: 7\nfraction: 20 %\ndiameter: 1.5 um\ndiameter spread: 0.1\n";

    [Fact]
    public void Read_PackedSpheres_TakesEveryKey()
    {
        var recipe = (PackedSpheres)RecipeFile.Read(YamlFile.ReadText("recipe.yaml", Spheres + "agglomeration: 0.4\n"));

        recipe.Box.ShouldBe(new VoxelBox(new(40, 30, 20), new(0.25e-6, 0.25e-6, 0.25e-6)));
        (recipe.Seed, recipe.Fraction, recipe.Agglomeration).ShouldBe((7UL, 0.2, 0.4));
        recipe.Diameter.ShouldBe(new SizeDistribution(1.5e-6, 0.1));
    }

    [Fact]
    public void Read_NestedCore_SharesBoxAndSeed()
    {
        var coated = (CoatedStructure)RecipeFile.Read(YamlFile.ReadText(
            "recipe.yaml",
            "structure: coated\nvoxels: 32\nvoxel size: [1 um, 1 um, 2 um]\nseed: 3\nthickness: 2 um\ngrows: inwards\ncore:\n  structure: fibres\n  fraction: 0.2\n  diameter: 4 um\n  length: 20 um\n"));

        coated.IsInward.ShouldBeTrue();
        coated.Core.ShouldBeOfType<Fibres>().Box.ShouldBe(coated.Box);
        coated.Core.Seed.ShouldBe(3UL);
    }

    [Theory]
    [InlineData("structure: packed-sphere\nvoxels: 8\nvoxel size: 1 um\n", "packed-spheres")]
    [InlineData("structure: fibres\nvoxels: 8\n", "voxel size")]
    [InlineData("structure: fibres\nvoxels: 8\nvoxel size: 1\n", "has no unit")]
    [InlineData("structure: fibres\nvoxels: [8, 8]\nvoxel size: 1 um\n", "2 numbers of voxels")]
    [InlineData("structure: random-voxels\nvoxels: 8\nvoxel size: 1 um\nphase: {a: 1}\n", "phases")]
    [InlineData("structure: random-voxels\nvoxels: 8\nvoxel size: -1 um\nphases: {a: 1}\n", "above 0 um")]
    public void Read_BadRecipe_SaysWhereAndWhatIsAllowed(string text, string said)
    {
        InputException error = Should.Throw<InputException>(() => RecipeFile.Read(YamlFile.ReadText("recipe.yaml", text)));

        error.Message.ShouldContain("recipe.yaml(");
        error.Message.ShouldContain(said);
    }

    [Fact]
    public void Generate_FractionsThatDoNotFill_AreRefused() =>
        Should.Throw<InputException>(() => RecipeFile.Read(YamlFile.ReadText(
            "recipe.yaml", "structure: random-voxels\nvoxels: 8\nvoxel size: 1 um\nphases: {a: 0.5, b: 0.4}\n")).Generate()).Message.ShouldContain("sum to 0.9");
}
