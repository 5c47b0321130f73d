using System.Globalization;
using Lamella.Structures.Conduction;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>Conduction through a structure as text.</summary>
internal static class ConductionSheet
{
    private const double MilliSiemensPerCentimetre = 0.1; // [S/m]
    private const double MostShown = 10.0; // change with the resolution; beyond it the number says no more than "far too coarse"

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(ConductionReport report, TextWriter output)
    {
        output.WriteLine(Text($"{Path.GetFileName(report.Request.VolumeFile)}, {report.Extent.Nx} x {report.Extent.Ny} x {report.Extent.Nz} voxels, {report.RequiredBytes / 1e6:F0} MB to solve"));
        foreach ((ConductingPhase phase, double fraction) in report.Request.Phases.Zip(report.Result.Fractions))
        {
            string value = phase.Conductivity.X == phase.Conductivity.Y && phase.Conductivity.Y == phase.Conductivity.Z
                ? Text($"{phase.Conductivity.X / MilliSiemensPerCentimetre:G4}")
                : Text($"{phase.Conductivity.X / MilliSiemensPerCentimetre:G4}, {phase.Conductivity.Y / MilliSiemensPerCentimetre:G4}, {phase.Conductivity.Z / MilliSiemensPerCentimetre:G4}");
            output.WriteLine(Text($"  phase {phase.Name,-12} {100.0 * fraction,7:F2} vol%   {value} mS/cm"));
        }

        output.WriteLine("axis   effective      from first   from last    error of      error of    tortuosity   connected");
        output.WriteLine("       [mS/cm]        face         face         iteration     voxels      factor       [vol%]");
        foreach (DirectionResult direction in report.Result.Directions)
        {
            string voxels = direction.DiscretisationError is { } error ? error > MostShown ? Text($"> {100.0 * MostShown:F0} %") : Text($"{100.0 * error:F1} %") : "-";
            output.WriteLine(Text(
                $"{(char)('x' + direction.Axis)}      {direction.Conductivity / MilliSiemensPerCentimetre,-14:G6} {direction.ConductivityIn / MilliSiemensPerCentimetre,-12:G6} {direction.ConductivityOut / MilliSiemensPerCentimetre,-12:G6} {direction.AlgebraicError,-13:0.0e-0} {voxels,-11} {direction.TortuosityFactor,-12:G4} {100.0 * direction.ConnectedFraction:F2}"));
            if (direction.Reason is { } reason)
            {
                output.WriteLine($"       zero: {reason}");
            }

            if (!direction.Converged)
            {
                output.WriteLine("       warning: the tolerance was not reached");
            }
        }

        if (report.Mixed is { } mixed)
        {
            output.WriteLine("axis   electronic     share of ions  connected");
            output.WriteLine("       [mS/cm]        [%]            [vol%]");
            foreach ((DirectionResult electrons, double share) in mixed.Electronic.Directions.Zip(mixed.IonicShares))
            {
                output.WriteLine(Text(
                    $"{(char)('x' + electrons.Axis)}      {electrons.Conductivity / MilliSiemensPerCentimetre,-14:G6} {100.0 * share,-14:G6} {100.0 * electrons.ConnectedFraction:F2}"));
                if (electrons.Reason is { } reason)
                {
                    output.WriteLine($"       no electrons: {reason}");
                }
            }
        }

        output.WriteLine("The conductivities are effective in the host that the volume shows.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
