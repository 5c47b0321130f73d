using System.Text.Json;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Members that several descriptions of volumes share.</summary>
internal static class StructureJson
{
    private const double Micrometres = 1e6;

    /// <summary>Writes the voxels and their edges.</summary>
    internal static void Box(Utf8JsonWriter writer, LabelVolume volume)
    {
        Numbers(writer, "voxels", [volume.Extent.Nx, volume.Extent.Ny, volume.Extent.Nz]);
        Numbers(writer, "voxel_size_um", [Micrometres * volume.Size.X, Micrometres * volume.Size.Y, Micrometres * volume.Size.Z]);
    }

    /// <summary>Writes an array of numbers; null for what is no finite number.</summary>
    internal static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
