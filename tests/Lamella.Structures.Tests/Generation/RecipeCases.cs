using Lamella.Structures.Generation;

namespace Lamella.Structures.Tests.Generation;

/// <summary>One recipe of every kind, in a box of 40 × 36 × 32 voxels that are no cubes.</summary>
internal static class RecipeCases
{
    private static readonly VoxelBox Box = new(new(40, 36, 32), new(0.5e-6, 0.5e-6, 0.6e-6));

    internal static IReadOnlyList<StructureRecipe> All { get; } =
    [
        new OverlappingSpheres { Box = Box, Seed = 3, Fraction = 0.437, Diameter = new(4e-6, 0.2) },
        new PackedSpheres { Box = Box, Seed = 3, Fraction = 0.31, Diameter = new(3e-6, 0.2), Agglomeration = 0.4 },
        new LevelCutField { Box = Box, Seed = 3, Phases = [new("pore", 0.123), new("binder", 0.2), new("ceramic", 0.677)], LengthX = 2.5e-6, LengthZ = 4e-6 },
        new VoronoiPolycrystal { Box = Box, Seed = 3, GrainSize = 6e-6, BoundaryFraction = 0.081 },
        new Fibres { Box = Box, Seed = 3, Fraction = 0.211, Diameter = new(1.5e-6), Length = 12e-6, Alignment = 0.2 },
        new LayeredStructure { Box = Box, Seed = 3, Layers = [new("gel", 0.333), new("ceramic", 0.667)], Roughness = 0.8e-6, RoughnessLength = 4e-6 },
        new CoatedStructure { Box = Box, Seed = 3, Fraction = 0.05, Core = new OverlappingSpheres { Box = Box, Fraction = 0.2, Diameter = new(4e-6) } },
        new RandomVoxels { Box = Box, Seed = 3, Phases = [new("empty", 0.6884), new("full", 0.3116)] },
        Skeleton,
        new InfiltratedStructure { Box = Box, Seed = 3, Core = Skeleton, ResidualPorosity = 0.046, FillingName = "gel" },
        new ParticlesInPolymer
        {
            Box = Box, Seed = 3, CeramicMassFraction = 0.125, CeramicDensity = 2930.0, PolymerDensity = 1780.0, Diameter = new(2.5e-6, 0.2),
            Agglomeration = 0.5, Porosity = 0.1, PoreDiameter = new(2e-6),
        },
        new CeramicUnderPolymer { Box = Box, Seed = 3, CeramicMassFraction = 0.4, CeramicDensity = 3400.0, PolymerDensity = 1200.0, Diameter = new(2e-6) },
    ];

    private static BurntTemplate Skeleton => new()
    {
        Box = Box, Seed = 3, MassRatio = 20.0 / 3.0, CeramicDensity = 5500.0, TemplateDensity = 1210.0, GreenPorosity = 0.208,
        CeramicDiameter = new(2.5e-6, 0.1), TemplateDiameter = new(4e-6), NeckRatio = 0.4,
    };

    internal static StructureRecipe Of(string kind) => All.Single(recipe => recipe.Kind == kind);
}
