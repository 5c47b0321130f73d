using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Straight fibres with round ends at random places and in random directions, free to cross: label 1 in label 0.</summary>
/// <remarks>
/// Directions are uniform on the sphere, then stretched along z by the alignment: 1 is isotropic, 0 puts all fibres into the
/// plane of the layer, large numbers align them along z. All diameters are scaled by one factor near 1 to meet the fraction.
/// </remarks>
public sealed record Fibres : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "fibres";

    /// <summary>Gets the volume fraction of the fibres, 0 to 0.9.</summary>
    [Unit("–")]
    public required double Fraction { get; init; }

    /// <summary>Gets the diameters.</summary>
    public required SizeDistribution Diameter { get; init; }

    /// <summary>Gets the length from end to end, at least the diameter; at most the shortest edge of the box.</summary>
    [Unit("m")]
    public required double Length { get; init; }

    /// <summary>Gets the stretch of the directions along z: 0 lie in the plane, 1 isotropic, above 1 along z; at most 100.</summary>
    [Unit("–")]
    public double Alignment { get; init; } = 1.0;

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        RecipeErrors.RequireWithin(Fraction, 0.0, 0.9, "the fraction of the fibres");
        RecipeErrors.RequireWithin(Alignment, 0.0, 100.0, "the alignment of the fibres");
        Diameter.Require("fibres");
        RecipeErrors.RequireWithin(Length, Diameter.Median, double.MaxValue, "the length of the fibres");
        Box.RequireFits(Math.Max(Length, Diameter.Largest), "a fibre");
        var generator = new SeededGenerator(Seed);
        double core = Length - Diameter.Median;
        double each = Diameter.MeanVolume + (Math.PI / 4.0 * Diameter.Median * Diameter.Median * PortableFunctions.Exp(2.0 * Diameter.Spread * Diameter.Spread) * core);
        int count = (int)Math.Max(1.0, Math.Round(-PortableFunctions.Log(1.0 - Fraction) * Box.Volume / each));
        Capsule[] fibres = [.. Enumerable.Range(0, count).Select(_ => Draw(generator, core))];
        long target = Box.Share(Fraction);
        byte[] labels = new byte[Box.Count];
        double scale = Math.Sqrt(RankCut.Take(CapsuleField.Scaled(Box, fibres, target, cancellation), target, labels, 1));
        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("matrix", 0, 1.0 - Fraction), DraftPhase.Of("fibres", 1, Fraction)],
            [new("number of fibres", count, "–"), new("factor on the diameters", target > 0 ? scale : 1.0, "–")])
        {
            Warnings = Box.WarnOfFewVoxels((Diameter, "the fibres")),
        };
    }

    private Capsule Draw(SeededGenerator generator, double core)
    {
        (double x, double y, double z) = RandomDirection.Draw(generator);
        z *= Alignment;
        double norm = Math.Sqrt((x * x) + (y * y) + (z * z)), half = 0.5 * core / Math.Max(norm, 1e-12);
        return new Capsule(
            generator.NextUniform() * Box.Length(0), generator.NextUniform() * Box.Length(1), generator.NextUniform() * Box.Length(2),
            half * x, half * y, half * z, Diameter.DrawRadius(generator));
    }
}
