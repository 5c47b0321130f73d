using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Generation;

/// <summary>A phase and the share of the volume that it should have.</summary>
/// <param name="Name">Name.</param>
/// <param name="Fraction">Share [–], 0 to 1.</param>
public sealed record PhaseFraction(string Name, [property: Unit("–")] double Fraction)
{
    private const double Slack = 1e-9;
    private const int MostPhases = 255;

    /// <summary>Refuses phases that do not fill the volume.</summary>
    internal static void Require(ImmutableArray<PhaseFraction> phases)
    {
        if (phases.IsDefaultOrEmpty || phases.Length > MostPhases)
        {
            throw RecipeErrors.Wrong($"there are {(phases.IsDefault ? 0 : phases.Length)} phases.", $"1 to {MostPhases}.", "List the phases with their fractions.");
        }

        foreach (PhaseFraction phase in phases)
        {
            RecipeErrors.RequireWithin(phase.Fraction, 0.0, 1.0, $"the fraction of {phase.Name}");
        }

        double sum = phases.Sum(phase => phase.Fraction);
        if (Math.Abs(sum - 1.0) > Slack)
        {
            throw RecipeErrors.Wrong(FormattableString.Invariant($"the fractions sum to {sum:G6}."), "a sum of 1.", "Correct the fractions.");
        }
    }

    /// <summary>Labels the voxels from the lowest number to the highest.</summary>
    internal static byte[] Cut(float[] field, ImmutableArray<PhaseFraction> phases, VoxelBox box)
    {
        byte[] labels = new byte[field.Length];
        Array.Fill(labels, (byte)(phases.Length - 1));
        // From the last cut to the first, so that each writes over what lies below it.
        for (int k = phases.Length - 2; k >= 0; k--)
        {
            RankCut.Take(field, Math.Min(box.Share(phases.Take(k + 1).Sum(phase => phase.Fraction)), field.Length), labels, (byte)k);
        }

        return labels;
    }

    /// <summary>Numbers the phases from 0.</summary>
    internal static ImmutableArray<DraftPhase> Drafts(ImmutableArray<PhaseFraction> phases) =>
        [.. phases.Select((phase, label) => DraftPhase.Of(phase.Name, label, phase.Fraction))];
}
