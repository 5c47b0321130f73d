using System.Text.Json;
using Lamella.Structures.Generation;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>A generated structure, with where it comes from.</summary>
/// <param name="RecipeFile">Name of the recipe.</param>
/// <param name="Structure">The structure.</param>
public sealed record GenerationReport(string RecipeFile, GeneratedStructure Structure)
{
    /// <summary>Returns the description as JSON.</summary>
    /// <returns>The text that stands beside the volume.</returns>
    public string ToJson() => JsonFile.Text(Members);

    /// <summary>Writes the members of the description.</summary>
    internal void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", $"{Structure.Kind}/1");
        writer.WriteString("recipe", RecipeFile);
        writer.WriteNumber("seed", Structure.Seed);
        StructureJson.Box(writer, Structure.Volume);
        writer.Objects("phases", Structure.Phases, phase =>
        {
            writer.WriteString("name", phase.Name);
            writer.WriteNumber("first_label", phase.FirstLabel);
            writer.WriteNumber("last_label", phase.LastLabel);
            writer.Number("target_fraction", phase.Target);
            writer.WriteNumber("fraction", phase.Fraction);
        });
        writer.Objects("facts", Structure.Facts, fact =>
        {
            writer.WriteString("name", fact.Name);
            writer.Number("value", fact.Value);
            writer.WriteString("unit", fact.Symbol);
        });
        writer.WriteStartArray("warnings");
        foreach (string warning in Structure.Warnings)
        {
            writer.WriteStringValue(warning);
        }

        writer.WriteEndArray();
    }
}
