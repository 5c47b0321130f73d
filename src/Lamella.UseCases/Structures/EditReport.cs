using System.Text.Json;
using Lamella.Core.Files;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>An edited volume, with what went in.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Volume">The volume.</param>
public sealed record EditReport(EditRequest Request, LabelVolume Volume)
{
    /// <summary>Returns the description as JSON.</summary>
    /// <returns>The text that stands beside the volume.</returns>
    public string ToJson() => JsonFile.Text(Members);

    /// <summary>Writes the volume and its description beside it.</summary>
    /// <param name="path">The volume, in the format that its ending says, or a folder of slices; each is written whole or not at all.</param>
    /// <param name="options">How pixels of TIFF files are stored, or null.</param>
    public void Write(string path, TiffOptions? options = null)
    {
        VolumeFile.Write(path, Volume, options);
        AtomicFile.Write(Path.TrimEndingDirectorySeparator(path) + GenerateStructure.DescriptionEnding, stream => JsonFile.Write(stream, Members));
    }

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", "volume-edit/1");
        writer.WriteString("volume", Path.GetFileName(Path.TrimEndingDirectorySeparator(Request.VolumeFile)));
        StructureJson.Box(writer, Volume);
        VoxelRange?[] ranges = [Request.Part.X, Request.Part.Y, Request.Part.Z];
        writer.Objects("crop", Enumerable.Range(0, 3).Where(axis => ranges[axis] is not null), axis =>
        {
            writer.WriteString("axis", ConductionPage.Axis(axis));
            writer.Number("first", ranges[axis]?.First);
            writer.Number("count", ranges[axis]?.Count);
        });
        writer.WriteNumber("bin", Request.Part.Bin);
        writer.WriteString("mirrored", string.Concat(Request.Mirrored.Select(ConductionPage.Axis)));
        writer.Objects("padding", Request.Paddings, padding =>
        {
            writer.WriteString("axis", ConductionPage.Axis(padding.Axis));
            writer.WriteNumber("before", padding.Before);
            writer.WriteNumber("after", padding.After);
            writer.WriteNumber("label", padding.Label);
        });
        writer.Objects("labels", Volume.Count(), entry =>
        {
            writer.WriteNumber("label", entry.Key);
            writer.WriteNumber("voxels", entry.Value);
            writer.WriteNumber("fraction", entry.Value / (double)Volume.Extent.Count);
        });
    }
}
