using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Structures.Segmentation;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella structure segment</c> that the parser cannot check by itself.</summary>
internal static class SegmentArguments
{
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

    private static InputException Unknown(string option, string word, params string[] known)
    {
        string hint = Suggestion.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
        return Wrong(option, $"'{word}' is not known.{hint}", $"Write one of: {string.Join(", ", known)}.");
    }

    private static InputException Wrong(string place, string problem, string remedy) => new(InputPlace.Whole(place), problem, string.Empty, remedy);
}
