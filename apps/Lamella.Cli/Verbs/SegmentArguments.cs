using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Structures.Segmentation;
using Lamella.Structures.Voxels;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella structure segment</c> that the parser cannot check by itself.</summary>
internal static class SegmentArguments
{
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

    /// <summary>Reads how to segment.</summary>
    internal static SegmentationOptions Options(string phases, string filter, string method, string? thresholds) => new()
    {
        Phases = [.. phases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Filter = filter switch
        {
            "median" => GreyFilter.Median,
            "means" => GreyFilter.NonLocalMeans,
            "none" => GreyFilter.None,
            _ => throw Unknown("--filter", filter, "median", "means", "none"),
        },
        Method = method switch
        {
            "thresholds" => SegmentationMethod.Thresholds,
            "watershed" => SegmentationMethod.Watershed,
            _ => throw Unknown("--method", method, "thresholds", "watershed"),
        },
        Thresholds = thresholds is null ? [] : [.. thresholds.Split(',').Select(Grey)],
    };

    private static double Grey(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double grey) && double.IsFinite(grey)
        ? grey
        : throw Wrong("--thresholds", $"'{text}' is no grey value.", "Write numbers, such as 80,150.");

    private static VoxelRange Range(string text)
    {
        string[] ends = text.Split(':');
        return ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? new VoxelRange(first, count)
            : throw Wrong("--crop", $"'{text}' is no range.", "Write the first voxel, ':' and the number of voxels, such as 50:100.");
    }

    private static InputException Unknown(string option, string word, params string[] known)
    {
        string hint = Suggestion.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
        return Wrong(option, $"'{word}' is not known.{hint}", $"Write one of: {string.Join(", ", known)}.");
    }

    private static InputException Wrong(string place, string problem, string remedy) => new(InputPlace.Whole(place), problem, string.Empty, remedy);
}
