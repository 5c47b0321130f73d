using System.Globalization;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Morphology;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>The shape of a structure as text.</summary>
internal static class MeasurementSheet
{
    private const double Micrometres = 1e6;
    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(MeasurementReport report, TextWriter output)
    {
        LatticeExtent extent = report.Volume.Extent;
        output.WriteLine(Text($"{Path.GetFileName(report.Request.VolumeFile)}, {extent.Nx} x {extent.Ny} x {extent.Nz} voxels"));
        foreach (PhaseMorphology phase in report.Result.Phases)
        {
            RepresentativeVolume sample = phase.Representative;
            string half = sample.FractionHalfWidth is { } width ? Text($" +- {100.0 * width:F2} ({100.0 * sample.Confidence:G4} % confidence)") : string.Empty;
            output.WriteLine(Text($"{phase.Name}: {100.0 * phase.Fraction:F3} vol%{half}"));
            output.WriteLine(Text($"  percolates along x, y, z   {Triple(phase.Percolating.Select(share => 100.0 * share), "F1")} % of the phase"));
            output.WriteLine(Text($"  connected parts            {phase.Components} ({phase.ComponentsByCorners} when corners connect), the largest {100.0 * phase.LargestShare:F1} %"));
            output.WriteLine(Text($"  surface a volume           {phase.SurfacePerVolume / Micrometres:G4} 1/um"));
            output.WriteLine(Text($"  mean chord x, y, z         {Triple(phase.Chords.Select(chords => Micrometres * chords.Mean), "G4")} um"));
            output.WriteLine(Text($"  correlation length x, y, z {Triple(phase.TwoPoint.Select(function => Micrometres * (function.CorrelationLength ?? double.NaN)), "G4")} um"));
            output.WriteLine(Text($"  bodies                     {phase.Bodies.Diameters.Length}, diameter d10 d50 d90 {Sizes(phase.Bodies.DiameterAt)} um, largest inscribed radius {Micrometres * phase.LargestRadius:G4} um"));
            output.WriteLine(Text($"  throats                    {phase.Bodies.Throats.Length}, diameter d10 d50 d90 {Sizes(phase.Bodies.ThroatAt)} um"));
            if (sample is { IntegralRange: { } range, IntegralRangeLow: { } low, IntegralRangeHigh: { } high })
            {
                output.WriteLine(Text(
                    $"  representative edge        {Micrometres * sample.Edge(0.05, range):G3} um for the fraction to 5 % ({Micrometres * sample.Edge(0.05, low):G3} to {Micrometres * sample.Edge(0.05, high):G3} um)"));
            }
        }

        foreach (InterfaceMorphology between in report.Result.Interfaces)
        {
            output.WriteLine(Text($"interface {between.First} | {between.Second}: {between.AreaPerVolume / Micrometres:G4} 1/um"));
        }
    }

    private static string Sizes(Func<double, double> at) => string.Join(' ', Shares.Select(share =>
        double.IsNaN(at(share)) ? "-" : (Micrometres * at(share)).ToString("G3", CultureInfo.InvariantCulture)));

    private static string Triple(IEnumerable<double> values, string format) =>
        string.Join(", ", values.Select(value => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
