using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>The impedance of a structure as text.</summary>
internal static class StructureImpedanceSheet
{
    private const double SquareCentimetres = 1e4; // in a square metre

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(StructureImpedanceReport report, TextWriter output)
    {
        char axis = (char)('x' + report.Request.Options.Axis);
        output.WriteLine(Text($"{Path.GetFileName(report.Request.VolumeFile)}, {report.Volume.Extent.Nx} x {report.Volume.Extent.Ny} x {report.Volume.Extent.Nz} voxels, field along {axis}, a layer of {1e6 * report.Thickness:G4} um"));
        if (!report.Conducts)
        {
            output.WriteLine($"At some frequency nothing conducts from face to face along {axis}: the impedance is infinite there.");
        }

        output.WriteLine("f [Hz]         Z' [ohm cm2]   -Z'' [ohm cm2]  sigma' [mS/cm]  sigma'' [mS/cm]");
        ImmutableArray<Complex> impedance = report.Impedance;
        for (int k = 0; k < impedance.Length; k++)
        {
            Complex conductivity = report.Result.Conductivity[k];
            output.WriteLine(Text(
                $"{report.Result.Frequencies[k],-14:G5} {SquareCentimetres * impedance[k].Real,-14:G6} {-SquareCentimetres * impedance[k].Imaginary,-15:G6} {10.0 * conductivity.Real,-15:G6} {10.0 * conductivity.Imaginary:G6}"));
        }

        if (!report.Result.Converged)
        {
            output.WriteLine("warning: at some frequency the tolerance was not reached");
        }

        output.WriteLine("The conductivities are effective in the host that the volume shows.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
