using System.Globalization;
using Lamella.Numerics.Lattice;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>An edited volume as text.</summary>
internal static class EditSheet
{
    private const int MostLabels = 20;

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">Where the volume was written.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(EditReport report, string file, TextWriter output)
    {
        LatticeExtent extent = report.Volume.Extent;
        output.WriteLine(Text($"{file}, {extent.Nx} x {extent.Ny} x {extent.Nz} voxels of {1e6 * report.Volume.Size.X:G4} x {1e6 * report.Volume.Size.Y:G4} x {1e6 * report.Volume.Size.Z:G4} um"));
        var labels = report.Volume.Count();
        foreach ((int label, long voxels) in labels.Take(MostLabels))
        {
            output.WriteLine(Text($"  label {label,-6} {100.0 * voxels / extent.Count,8:F3} vol%"));
        }

        if (labels.Count > MostLabels)
        {
            output.WriteLine(Text($"  and {labels.Count - MostLabels} more labels"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
