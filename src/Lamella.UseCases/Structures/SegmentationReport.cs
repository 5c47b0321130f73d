using System.Globalization;
using System.Text.Json;
using Lamella.Core.Files;
using Lamella.Structures.Images;
using Lamella.Structures.Segmentation;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>A segmented image, with what went in.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Result">What was found.</param>
public sealed record SegmentationReport(SegmentationRequest Request, SegmentationResult Result)
{
    /// <summary>Returns the report as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonFile.Text(Members);

    /// <summary>Writes the labels and their description beside them.</summary>
    /// <param name="path">The volume, in the format that its ending says; each file is written whole or not at all.</param>
    public void WriteVolume(string path)
    {
        VolumeFile.Write(path, Result.Volume);
        AtomicFile.Write(path + GenerateStructure.DescriptionEnding, stream => JsonFile.Write(stream, Members));
    }

    /// <summary>Writes the middle slices with the boundaries drawn.</summary>
    /// <param name="path">The picture (PNG).</param>
    public void WritePreview(string path) => PngFile.Write(path, SegmentationPreview.Draw(Result.Filtered, Result.Volume));

    /// <summary>Writes the histogram of the filtered image.</summary>
    /// <param name="path">The table (CSV): middle of a bin, voxels, label that the thresholds give.</param>
    public void WriteHistogram(string path) => AtomicFile.WriteText(path, text =>
    {
        text.WriteLine("grey,voxels,label");
        for (int bin = 0; bin < Result.Histogram.Counts.Length; bin++)
        {
            double middle = Result.Histogram.Middle(bin);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{middle:R},{Result.Histogram.Counts[bin]},{Result.Thresholds.Count(threshold => middle >= threshold)}"));
        }
    });

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", "segmentation/1");
        writer.WriteString("image", Path.GetFileName(Request.ImageFile));
        StructureJson.Box(writer, Result.Volume);
        writer.WriteString("filter", Request.Options.Filter.ToString());
        writer.WriteString("method", Request.Options.Method.ToString());
        StructureJson.Numbers(writer, "thresholds_grey", Result.Thresholds);
        writer.WriteNumber("threshold_uncertainty_of_gap", Request.Options.ThresholdUncertainty);
        writer.Objects("phases", Result.Phases, phase =>
        {
            writer.WriteString("name", phase.Name);
            writer.WriteNumber("label", phase.Label);
            writer.WriteNumber("fraction", phase.Fraction);
            writer.WriteNumber("fraction_low", phase.Low);
            writer.WriteNumber("fraction_high", phase.High);
            writer.WriteNumber("mean_grey", phase.MeanGrey);
        });
    }
}
