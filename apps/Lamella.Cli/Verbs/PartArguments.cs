using System.CommandLine;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary>The options that name a part of a volume, the same for every command that reads one.</summary>
internal static class PartArguments
{
    /// <summary>Makes the option of the box.</summary>
    internal static Option<string?> Crop() => new("--crop") { Description = "First voxel and number along x, y and z, such as 0:200,0:200,50:100." };

    /// <summary>Makes the option of the number of voxels that become one.</summary>
    internal static Option<int> Bin() => new("--bin") { Description = "Voxels along every axis that become one; default 1. What is left over at the far ends is left out.", DefaultValueFactory = _ => 1 };

    /// <summary>Reads the crop and the number of voxels that become one.</summary>
    internal static VolumePart Part(string? crop, int bin)
    {
        if (crop is null)
        {
            return new VolumePart { Bin = bin };
        }

        VoxelRange[] ranges = [.. crop.Split(',').Select(Range)];
        return ranges.Length == 3
            ? new VolumePart { X = ranges[0], Y = ranges[1], Z = ranges[2], Bin = bin }
            : throw Wrong("--crop", $"'{crop}' holds {ranges.Length} ranges.", "Write three, for x, y and z, such as 0:200,0:200,50:100.");
    }

    private static VoxelRange Range(string text)
    {
        string[] ends = text.Split(':');
        return ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? new VoxelRange(first, count)
            : throw Wrong("--crop", $"'{text}' is no range.", "Write the first voxel, ':' and the number of voxels, such as 50:100.");
    }

    /// <summary>Reads the planes that are added at the ends of an axis.</summary>
    internal static VolumePadding Padding(string text)
    {
        (string axis, string value) = StructureArguments.Halves("--pad", text, "z=5:5:3");
        string[] parts = value.Split(':');
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return axis is "x" or "y" or "z" && numbers.Length == 3 && numbers.All(number => number is >= 0 and <= ushort.MaxValue)
            ? new VolumePadding(axis[0] - 'x', numbers[0], numbers[1], numbers[2])
            : throw Wrong("--pad", $"'{text}' does not name planes.", "Write the axis, '=', the planes before, behind and their label, such as z=5:5:3.");
    }

    /// <summary>Reads how TIFF files are packed.</summary>
    internal static TiffCompression Compression(string? word) => word switch
    {
        null or "deflate" => TiffCompression.Deflate,
        "none" => TiffCompression.None,
        "lzw" => TiffCompression.Lzw,
        "packbits" => TiffCompression.PackBits,
        _ => throw Wrong("--compression", $"'{word}' is no packing.{Hint(word)}", "Write none, lzw, deflate or packbits."),
    };

    private static string Hint(string word) =>
        Suggestion.Nearest(word, ["none", "lzw", "deflate", "packbits"]) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;

    private static InputException Wrong(string place, string problem, string remedy) => new(InputPlace.Whole(place), problem, string.Empty, remedy);
}
