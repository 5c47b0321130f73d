using System.Globalization;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Generation;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Printing;

/// <summary>A generated structure as text.</summary>
internal static class GenerationSheet
{
    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(GenerationReport report, TextWriter output)
    {
        GeneratedStructure made = report.Structure;
        LatticeExtent extent = made.Volume.Extent;
        output.WriteLine(Text($"{made.Kind} from {report.RecipeFile}, seed {made.Seed}, {extent.Nx} x {extent.Ny} x {extent.Nz} voxels"));
        foreach (PhaseShare phase in made.Phases)
        {
            string labels = phase.FirstLabel == phase.LastLabel ? Text($"{phase.FirstLabel}") : Text($"{phase.FirstLabel}-{phase.LastLabel}");
            string target = phase.Target is { } wanted ? Text($"(asked for {100.0 * wanted:F3})") : string.Empty;
            output.WriteLine(Text($"  label {labels,-8} {phase.Name,-18} {100.0 * phase.Fraction,8:F3} vol% {target}").TrimEnd());
        }

        foreach (StructureFact fact in made.Facts)
        {
            output.WriteLine(fact.Symbol == "m" ? Text($"  {fact.Name}: {1e6 * fact.Value:G4} um") : Text($"  {fact.Name}: {fact.Value:G6}"));
        }

        foreach (string warning in made.Warnings)
        {
            output.WriteLine($"  warning: {warning}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
