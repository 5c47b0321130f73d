using Lamella.Core;

namespace Lamella.Structures.Generation;

/// <summary>A cast membrane: ceramic particles by mass fraction in a polymer with pores. Polymer 0, ceramic 1, pore 2.</summary>
/// <remarks>
/// φ = (1 − p)(w/ρ_c)/(w/ρ_c + (1 − w)/ρ_p): 10 wt% LATP (2 930 kg/m³) in dense PVDF (1 780 kg/m³) are 6.3 vol%. Particles do not
/// overlap and may agglomerate; pores are overlapping spheres in what is left.
/// </remarks>
public sealed record ParticlesInPolymer : StructureRecipe
{
    /// <inheritdoc/>
    public override string Kind => "particles-in-polymer";

    /// <summary>Gets the mass fraction of the ceramic in the solids, 0 to 0.7.</summary>
    [Unit("–")]
    public required double CeramicMassFraction { get; init; }

    /// <summary>Gets the density of the ceramic.</summary>
    [Unit("kg/m³")]
    public required double CeramicDensity { get; init; }

    /// <summary>Gets the density of the polymer.</summary>
    [Unit("kg/m³")]
    public required double PolymerDensity { get; init; }

    /// <summary>Gets the diameters of the particles.</summary>
    public required SizeDistribution Diameter { get; init; }

    /// <summary>Gets the agglomeration, 0 to 1, as for packed spheres.</summary>
    [Unit("–")]
    public double Agglomeration { get; init; }

    /// <summary>Gets the porosity, 0 to 0.7.</summary>
    [Unit("–")]
    public double Porosity { get; init; }

    /// <summary>Gets the diameters of the pores; needed where there are pores.</summary>
    public SizeDistribution PoreDiameter { get; init; }

    /// <summary>Gets the volume fraction of the ceramic.</summary>
    [Unit("–")]
    public double CeramicFraction => MassShares.Volume(CeramicMassFraction, CeramicDensity, PolymerDensity, Porosity);

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        RecipeErrors.RequireWithin(CeramicMassFraction, 0.0, 0.7, "the mass fraction of the ceramic");
        RecipeErrors.RequirePositive(CeramicDensity, "the density of the ceramic");
        RecipeErrors.RequirePositive(PolymerDensity, "the density of the polymer");
        RecipeErrors.RequireWithin(Porosity, 0.0, 0.7, "the porosity");
        var packing = new PackedSpheres { Box = Box, Seed = Seed, Fraction = CeramicFraction, Diameter = Diameter, Agglomeration = Agglomeration };
        Capsule[] spheres = packing.Place(cancellation);
        byte[] labels = new byte[Box.Count];
        PackedSpheres.Paint(Box, spheres, Box.Share(CeramicFraction), labels, 1, cancellation);
        if (Porosity > 0.0)
        {
            Perforate(labels, cancellation);
        }

        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("polymer", 0, 1.0 - CeramicFraction - Porosity), DraftPhase.Of("ceramic", 1, CeramicFraction), DraftPhase.Of("pore", 2, Porosity)],
            [new("number of particles", spheres.Length, "–")])
        {
            Warnings = Box.WarnOfFewVoxels((Diameter, "the particles"), (PoreDiameter, "the pores")),
        };
    }

    private void Perforate(byte[] labels, CancellationToken cancellation)
    {
        PoreDiameter.Require("pores");
        Box.RequireFits(PoreDiameter.Largest, "a pore");
        double ofPolymer = Porosity / (1.0 - CeramicFraction);
        RecipeErrors.RequireWithin(ofPolymer, 0.0, 0.95, "the share of the pores in what the ceramic leaves");
        var pores = new OverlappingSpheres { Box = Box, Seed = Seed + 1, Fraction = ofPolymer, Diameter = PoreDiameter };
        long target = Box.Share(Porosity);
        for (long reach = target; ; reach = Math.Min(2 * reach, labels.Length))
        {
            float[] field = pores.Field(reach, cancellation, out _);
            for (int k = 0; k < field.Length; k++)
            {
                field[k] = labels[k] == 0 ? field[k] : float.PositiveInfinity;
            }

            if (RankCut.Reached(field) >= target)
            {
                RankCut.Take(field, target, labels, 2);
                return;
            }
        }
    }
}
