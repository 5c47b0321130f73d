using System.Collections.Immutable;

namespace Lamella.Structures.Generation;

/// <summary>A kind of recipe: its name, its keys besides the common ones, and how it is read.</summary>
internal sealed record RecipeKind(string Kind, ImmutableArray<string> Keys, Func<RecipeReader, StructureRecipe> Read);

/// <summary>The kinds of recipes. A new one is one file and one entry here.</summary>
internal static class RecipeRegistry
{
    /// <summary>Gets the kinds in the order of the documentation.</summary>
    internal static ImmutableArray<RecipeKind> All { get; } =
    [
        new("overlapping-spheres", ["fraction", "diameter", "diameter spread"], recipe => new OverlappingSpheres
        {
            Box = recipe.Box, Seed = recipe.Seed, Fraction = recipe.Fraction("fraction"), Diameter = recipe.Diameter("diameter"),
        }),
        new("packed-spheres", ["fraction", "diameter", "diameter spread", "agglomeration"], recipe => new PackedSpheres
        {
            Box = recipe.Box, Seed = recipe.Seed, Fraction = recipe.Fraction("fraction"), Diameter = recipe.Diameter("diameter"), Agglomeration = recipe.Number("agglomeration", 0.0),
        }),
        new("level-cut-field", ["phases", "correlation length", "correlation length y", "correlation length z"], recipe => new LevelCutField
        {
            Box = recipe.Box, Seed = recipe.Seed, Phases = recipe.Phases("phases"), LengthX = recipe.Length("correlation length"),
            LengthY = recipe.OptionalLength("correlation length y"), LengthZ = recipe.OptionalLength("correlation length z"),
        }),
        new("voronoi-polycrystal", ["grain size", "boundary fraction"], recipe => new VoronoiPolycrystal
        {
            Box = recipe.Box, Seed = recipe.Seed, GrainSize = recipe.Length("grain size"), BoundaryFraction = recipe.OptionalFraction("boundary fraction") ?? 0.0,
        }),
        new("fibres", ["fraction", "diameter", "diameter spread", "length", "alignment"], recipe => new Fibres
        {
            Box = recipe.Box, Seed = recipe.Seed, Fraction = recipe.Fraction("fraction"), Diameter = recipe.Diameter("diameter"),
            Length = recipe.Length("length"), Alignment = recipe.Number("alignment", 1.0),
        }),
        new("layered", ["layers", "axis", "roughness", "roughness length"], recipe => new LayeredStructure
        {
            Box = recipe.Box, Seed = recipe.Seed, Layers = recipe.Phases("layers"), Axis = recipe.Axis("axis"),
            Roughness = recipe.OptionalLength("roughness") ?? 0.0, RoughnessLength = recipe.OptionalLength("roughness length") ?? 0.0,
        }),
        new("coated", ["core", "label", "coat", "thickness", "fraction", "grows"], recipe => new CoatedStructure
        {
            Box = recipe.Box, Seed = recipe.Seed, Core = recipe.Core(), CoatedLabel = recipe.Integer("label", 1, 254), CoatName = recipe.Text("coat", "coat"),
            Thickness = recipe.OptionalLength("thickness"), Fraction = recipe.OptionalFraction("fraction"), IsInward = recipe.Flag("grows", "inwards", "outwards"),
        }),
        new("random-voxels", ["phases"], recipe => new RandomVoxels { Box = recipe.Box, Seed = recipe.Seed, Phases = recipe.Phases("phases") }),
        new(
            "burnt-template",
            [
                "ceramic to polymer", "ceramic density", "template density", "green porosity", "shrinkage", "ceramic diameter", "ceramic diameter spread",
                "template diameter", "template diameter spread", "neck ratio",
            ],
            recipe => new BurntTemplate
            {
                Box = recipe.Box, Seed = recipe.Seed, MassRatio = recipe.Number("ceramic to polymer"), CeramicDensity = recipe.Density("ceramic density"),
                TemplateDensity = recipe.Density("template density"), GreenPorosity = recipe.OptionalFraction("green porosity") ?? 0.0,
                Shrinkage = recipe.OptionalFraction("shrinkage") ?? 0.0, CeramicDiameter = recipe.Diameter("ceramic diameter"),
                TemplateDiameter = recipe.Diameter("template diameter"), NeckRatio = recipe.Number("neck ratio", 0.0),
            }),
        new("infiltrated", ["core", "residual porosity", "filling"], recipe => new InfiltratedStructure
        {
            Box = recipe.Box, Seed = recipe.Seed, Core = recipe.Core(), ResidualPorosity = recipe.Fraction("residual porosity"), FillingName = recipe.Text("filling", "filling"),
        }),
        new(
            "particles-in-polymer",
            ["ceramic", "ceramic density", "polymer density", "diameter", "diameter spread", "agglomeration", "porosity", "pore diameter", "pore diameter spread"],
            recipe => new ParticlesInPolymer
            {
                Box = recipe.Box, Seed = recipe.Seed, CeramicMassFraction = recipe.MassFraction("ceramic"), CeramicDensity = recipe.Density("ceramic density"),
                PolymerDensity = recipe.Density("polymer density"), Diameter = recipe.Diameter("diameter"), Agglomeration = recipe.Number("agglomeration", 0.0),
                Porosity = recipe.OptionalFraction("porosity") ?? 0.0, PoreDiameter = recipe.Has("pore diameter") ? recipe.Diameter("pore diameter") : default,
            }),
        new("ceramic-under-polymer", ["ceramic", "ceramic density", "polymer density", "packing fraction", "diameter", "diameter spread"], recipe => new CeramicUnderPolymer
        {
            Box = recipe.Box, Seed = recipe.Seed, CeramicMassFraction = recipe.MassFraction("ceramic"), CeramicDensity = recipe.Density("ceramic density"),
            PolymerDensity = recipe.Density("polymer density"), PackingFraction = recipe.OptionalFraction("packing fraction") ?? 0.5, Diameter = recipe.Diameter("diameter"),
        }),
    ];
}
