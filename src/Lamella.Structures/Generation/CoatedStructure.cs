using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>Another structure whose phase gets a coat: core and shell, or an interphase of given thickness.</summary>
/// <remarks>
/// The coat grows from the phase into its surroundings, or inwards. A voxel belongs to it when its centre is less than the
/// thickness away from the surface, which lies half a voxel before the next voxel of the other side. Opposite faces are joined.
/// </remarks>
public sealed record CoatedStructure : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "coated";

    /// <summary>Gets the structure that is coated; its box and seed are replaced by those given here.</summary>
    public required StructureRecipe Core { get; init; }

    /// <summary>Gets the label that is coated.</summary>
    public int CoatedLabel { get; init; } = 1;

    /// <summary>Gets the name of the coat.</summary>
    public string CoatName { get; init; } = "coat";

    /// <summary>Gets the thickness; null where the fraction is given.</summary>
    [Unit("m")]
    public double? Thickness { get; init; }

    /// <summary>Gets the volume fraction of the coat; null where the thickness is given.</summary>
    [Unit("–")]
    public double? Fraction { get; init; }

    /// <summary>Gets a value indicating whether the coat takes the outer part of the phase instead of its surroundings.</summary>
    public bool IsInward { get; init; }

    /// <inheritdoc/>
    internal override long BytesPerVoxel => Math.Max(Core.BytesPerVoxel, 1) + 14;

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        if (Thickness is null == Fraction is null)
        {
            throw RecipeErrors.Wrong("the coat has both or neither of thickness and fraction.", "one of the two.", "Give the thickness or the fraction of the coat.");
        }

        StructureDraft core = (Core with { Box = Box, Seed = Seed }).Build(cancellation);
        int most = core.Phases.Max(phase => phase.LastLabel);
        if (most >= byte.MaxValue || !core.Phases.Any(phase => phase.FirstLabel <= CoatedLabel && CoatedLabel <= phase.LastLabel))
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"label {CoatedLabel} of {Core.Kind} cannot be coated."), FormattableString.Invariant($"0 to {most}, at most 254 labels."), "Name a label of the structure.");
        }

        (byte[] labels, float[] distance) = Distances(core.Volume, cancellation);
        byte coat = (byte)(most + 1);
        double thickness = Thickness is { } given ? Paint(labels, distance, given, coat) : Fill(labels, distance, coat);
        ImmutableArray<DraftPhase> phases = [.. core.Phases.Select(phase => phase with { Target = null }), DraftPhase.Of(CoatName, coat, Fraction)];
        return new StructureDraft(Volume(labels), phases, [.. core.Facts, new("thickness of the coat", thickness, "m")])
        {
            Warnings = [.. core.Warnings, .. Box.WarnOfHoles(thickness, "the coat", "leave it out and give a resistance or a sheet between the phases instead")],
        };
    }

    /// <summary>Returns the labels and, where the coat may grow, the distance from the surface [m]; infinity elsewhere.</summary>
    private (byte[] Labels, float[] Distance) Distances(LabelVolume volume, CancellationToken cancellation)
    {
        byte[] labels = volume.ToBytes();
        bool[] free = Array.ConvertAll(labels, label => (label == CoatedLabel) == IsInward);
        float[] distance = DistanceTransform.Compute(free, Box.Extent, Box.Size, periodic: true, cancellation);
        float half = (float)(0.5 * Math.Min(Box.Size.X, Math.Min(Box.Size.Y, Box.Size.Z)));
        for (int k = 0; k < distance.Length; k++)
        {
            distance[k] = free[k] ? distance[k] - half : float.PositiveInfinity;
        }

        return (labels, distance);
    }

    private static double Paint(byte[] labels, float[] distance, double thickness, byte coat)
    {
        RecipeErrors.RequirePositive(thickness, "the thickness of the coat");
        for (int k = 0; k < labels.Length; k++)
        {
            labels[k] = distance[k] < thickness ? coat : labels[k];
        }

        return thickness;
    }

    private double Fill(byte[] labels, float[] distance, byte coat)
    {
        long room = RankCut.Reached(distance), target = Box.Share(Fraction!.Value);
        RecipeErrors.RequireWithin(Fraction.Value, 0.0, room / (double)Box.Count, "the fraction of the coat");
        return RankCut.Take(distance, target, labels, coat);
    }
}
