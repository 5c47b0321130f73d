using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>A Gaussian random field, cut at levels: bicontinuous structures of two or more phases.</summary>
/// <remarks>
/// <para>Correlation ρ(r) = exp(−(r/ℓ)²). Two phases at one half: two-point function S₂ = ¼ + arcsin(ρ)/2π; at a cut of level u the
/// area a volume is S/V = (2/π)·√(2/ℓ²)·exp(−u²/2). Three phases put the middle one between the other two, as an interphase.</para>
/// <para><b>Source.</b> Models of this kind: Roberts and Knackstedt, Phys. Rev. E 54 (1996) 2313, arXiv:cond-mat/9902071. S₂ is the chance that two
/// normal numbers of correlation ρ are both positive; S/V follows from the mean gradient of the field. Both are tested.</para>
/// </remarks>
public sealed record LevelCutField : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "level-cut-field";

    /// <summary>Gets the phases from the lowest level to the highest; their fractions sum to 1.</summary>
    public required ImmutableArray<PhaseFraction> Phases { get; init; }

    /// <summary>Gets the correlation length ℓ along x; at most half the edge of the box.</summary>
    [Unit("m")]
    public required double LengthX { get; init; }

    /// <summary>Gets the correlation length along y; null for that along x.</summary>
    [Unit("m")]
    public double? LengthY { get; init; }

    /// <summary>Gets the correlation length along z; null for that along x.</summary>
    [Unit("m")]
    public double? LengthZ { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        PhaseFraction.Require(Phases);
        (double X, double Y, double Z) lengths = (LengthX, LengthY ?? LengthX, LengthZ ?? LengthX);
        RequireLength(lengths.X, 0);
        RequireLength(lengths.Y, 1);
        RequireLength(lengths.Z, 2);
        float[] field = GaussianField.Make(Box, lengths, new SeededGenerator(Seed), cancellation);
        return new StructureDraft(Volume(PhaseFraction.Cut(field, Phases, Box)), PhaseFraction.Drafts(Phases), []);
    }

    private void RequireLength(double length, int axis)
    {
        RecipeErrors.RequirePositive(length, $"the correlation length along {(char)('x' + axis)}");
        if (Box.Extent.Along(axis) > 1)
        {
            RecipeErrors.RequireWithin(length, 0.0, 0.5 * Box.Length(axis), $"the correlation length along {(char)('x' + axis)} (in m)");
        }
    }
}
