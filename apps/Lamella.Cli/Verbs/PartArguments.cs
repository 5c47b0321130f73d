using System.CommandLine;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Structures.Voxels;

namespace Lamella.Cli.Verbs;

/// <summary>The options that name a part of a volume, the same for every command that reads one.</summary>
internal static class PartArguments
{
    /// <summary>Makes the option of the box.</summary>
    internal static Option<string?> Crop() => new("--crop") { Description = "First voxel and number along x, y and z, such as 0:200,0:200,50:100." };

    /// <summary>Makes the option of the number of voxels that become one.</summary>
    internal static Option<int> Bin() => new("--bin") { Description = "Voxels along every axis that become one; default 1.", DefaultValueFactory = _ => 1 };

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


    private static InputException Wrong(string place, string problem, string remedy) => new(InputPlace.Whole(place), problem, string.Empty, remedy);
}
