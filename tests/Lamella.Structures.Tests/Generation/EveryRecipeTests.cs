using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lamella.Core.Errors;
using Lamella.Structures.Generation;

namespace Lamella.Structures.Tests.Generation;

[Trait("Level", "identity")]
public sealed class EveryRecipeTests
{
    public static TheoryData<string> Kinds() => new(RecipeCases.All.Select(recipe => recipe.Kind));

    // Random voxels are one pass, over before anybody could cancel it.
    public static TheoryData<string> LongKinds() => new(RecipeCases.All.Where(recipe => recipe is not RandomVoxels).Select(recipe => recipe.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Generate_TargetFractions_AreMetToATenthOfAPercent(string kind)
    {
        GeneratedStructure made = RecipeCases.Of(kind).Generate();

        made.Phases.Sum(phase => phase.Fraction).ShouldBe(1.0, 1e-12);
        made.Phases.Where(phase => phase.Target is not null).ShouldNotBeEmpty();
        foreach (PhaseShare phase in made.Phases.Where(phase => phase.Target is not null))
        {
            phase.Fraction.ShouldBe(phase.Target!.Value, 1e-3 * phase.Target.Value, phase.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Generate_OtherSeed_GivesOtherVoxelsOfTheSameFractions(string kind)
    {
        StructureRecipe recipe = RecipeCases.Of(kind);
        GeneratedStructure first = recipe.Generate(), other = (recipe with { Seed = 4 }).Generate();

        Hash(other).ShouldNotBe(Hash(first));
        other.Phases.Where(phase => phase.Target is not null).Select(phase => phase.Fraction)
            .ShouldBe(first.Phases.Where(phase => phase.Target is not null).Select(phase => phase.Fraction), 1e-12);
    }

    /// <remarks>The hashes were computed once; a machine that gives others breaks the promise of the same bytes everywhere.</remarks>
    [Theory]
    [InlineData("overlapping-spheres", "B2A24C7BDAEB8626")]
    [InlineData("packed-spheres", "1D7A639AD5CD22DC")]
    [InlineData("level-cut-field", "776E0B00958132AE")]
    [InlineData("voronoi-polycrystal", "A931EA32905A0D5A")]
    [InlineData("fibres", "35F25F88FC9DDAFD")]
    [InlineData("layered", "0452B1F84D5F6CA6")]
    [InlineData("coated", "41D2F7D934AB5EA4")]
    [InlineData("random-voxels", "7CF97DAACBB66BA3")]
    [InlineData("burnt-template", "797DA101FFBFF814")]
    [InlineData("infiltrated", "35C11463E820DE06")]
    [InlineData("particles-in-polymer", "D955A06F08871756")]
    [InlineData("ceramic-under-polymer", "4106C3F1A771C2A4")]
    public void Generate_SameSeed_GivesTheSameBytesOnEveryMachine(string kind, string hash) =>
        Hash(RecipeCases.Of(kind).Generate()).ShouldStartWith(hash);

    [Theory]
    [MemberData(nameof(LongKinds))]
    public void Generate_Cancelled_StopsWithoutAResult(string kind) =>
        Should.Throw<OperationCanceledException>(() => RecipeCases.Of(kind).Generate(new CancellationToken(canceled: true)));

    [Fact]
    public void Kinds_OfRecipeFiles_AreAllTestedHere() =>
        RecipeCases.All.Select(recipe => recipe.Kind).ShouldBe(RecipeFile.Kinds, ignoreOrder: true);

    [Fact]
    public void Generate_BoxWithoutVoxels_IsRefusedWithTheReason()
    {
        var recipe = new RandomVoxels { Box = VoxelBox.Cube(0, 1e-6), Phases = [new("all", 1.0)] };

        Should.Throw<InputException>(() => recipe.Generate()).Message.ShouldContain("0 voxels");
    }

    private static string Hash(GeneratedStructure made) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<ushort>(made.Volume.ToWords())));
}
