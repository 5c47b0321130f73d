using Lamella.Core.Files;
using Lamella.Structures.Generation;
using Lamella.Structures.Images;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>Follows a recipe and writes the structure that it gives.</summary>
public static class GenerateStructure
{
    /// <summary>Ending of the file that says what a volume is.</summary>
    internal const string DescriptionEnding = ".json";

    /// <summary>Runs a recipe.</summary>
    /// <param name="recipeFile">The recipe, a YAML file.</param>
    /// <param name="seed">A seed in place of that of the recipe, or null.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The recipe cannot be read or followed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GenerationReport Run(string recipeFile, ulong? seed = null, CancellationToken cancellation = default)
    {
        StructureRecipe recipe = RecipeFile.Read(recipeFile);
        recipe = seed is { } given ? recipe with { Seed = given } : recipe;
        return new GenerationReport(Path.GetFileName(recipeFile), recipe.Generate(cancellation));
    }

    /// <summary>Writes the volume, its description beside it and, where a path is given, a picture.</summary>
    /// <param name="report">The report.</param>
    /// <param name="volumeFile">The volume, in the format that its ending says; each file is written whole or not at all.</param>
    /// <param name="pictureFile">The picture (PNG), or null.</param>
    /// <exception cref="Core.Errors.InputException">The ending is no known format.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(GenerationReport report, string volumeFile, string? pictureFile)
    {
        ArgumentNullException.ThrowIfNull(report);
        VolumeFile.Write(volumeFile, report.Structure.Volume);
        AtomicFile.Write(volumeFile + DescriptionEnding, stream => JsonFile.Write(stream, report.Members));
        if (pictureFile is not null)
        {
            PngFile.Write(pictureFile, VolumePicture.Block(report.Structure.Volume));
        }
    }
}
