using System.Globalization;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Segmentation;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>A segmented image as text.</summary>
internal static class SegmentationSheet
{
    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(SegmentationReport report, TextWriter output)
    {
        LatticeExtent extent = report.Result.Volume.Extent;
        output.WriteLine(Text($"{Path.GetFileName(report.Request.ImageFile)}, {extent.Nx} x {extent.Ny} x {extent.Nz} voxels"));
        output.WriteLine(Text($"  thresholds (grey): {string.Join(", ", report.Result.Thresholds.Select(grey => grey.ToString("G5", CultureInfo.InvariantCulture)))}"));
        output.WriteLine("label phase          fraction   with the thresholds moved    mean grey");
        foreach (SegmentedPhase phase in report.Result.Phases)
        {
            output.WriteLine(Text(
                $"{phase.Label,-5} {phase.Name,-12} {100.0 * phase.Fraction,9:F2} %   {100.0 * phase.Low,6:F2} % to {100.0 * phase.High,6:F2} %        {phase.MeanGrey:G5}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
