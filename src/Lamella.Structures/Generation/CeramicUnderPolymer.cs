using Lamella.Core;

namespace Lamella.Structures.Generation;

/// <summary>Ceramic particles settled to a layer at the low end of z, polymer between and above them. Polymer 0, ceramic 1.</summary>
/// <remarks>
/// The mass fraction gives the volume fraction φ of the whole box; at a packing fraction f the layer takes φ/f of the height.
/// Its lower face is a plane through the packing, its upper one is rough. Opposite sides are joined, bottom and top are not.
/// </remarks>
public sealed record CeramicUnderPolymer : StructureRecipe
{
    private const double ThickestLayer = 0.85;

    /// <inheritdoc/>
    public override string Kind => "ceramic-under-polymer";

    /// <summary>Gets the mass fraction of the ceramic, above 0 and up to 0.9.</summary>
    [Unit("–")]
    public required double CeramicMassFraction { get; init; }

    /// <summary>Gets the density of the ceramic.</summary>
    [Unit("kg/m³")]
    public required double CeramicDensity { get; init; }

    /// <summary>Gets the density of the polymer electrolyte.</summary>
    [Unit("kg/m³")]
    public required double PolymerDensity { get; init; }

    /// <summary>Gets the volume fraction of the particles within their layer, 0.1 to 0.58.</summary>
    [Unit("–")]
    public double PackingFraction { get; init; } = 0.5;

    /// <summary>Gets the diameters of the particles.</summary>
    public required SizeDistribution Diameter { get; init; }

    /// <summary>Gets the volume fraction of the ceramic in the whole box.</summary>
    [Unit("–")]
    public double CeramicFraction => MassShares.Volume(CeramicMassFraction, CeramicDensity, PolymerDensity, 0.0);

    /// <summary>Gets the share of the height that the layer takes.</summary>
    [Unit("–")]
    public double LayerShare => CeramicFraction / PackingFraction;

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        RecipeErrors.RequireWithin(CeramicMassFraction, 1e-6, 0.9, "the mass fraction of the ceramic");
        RecipeErrors.RequirePositive(CeramicDensity, "the density of the ceramic");
        RecipeErrors.RequirePositive(PolymerDensity, "the density of the polymer");
        RecipeErrors.RequireWithin(PackingFraction, 0.1, SpherePacking.Densest, "the packing fraction of the layer");
        int planes = (int)Math.Round(LayerShare * Box.Extent.Nz);
        if (LayerShare > ThickestLayer || planes < 1)
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"the layer would take {LayerShare:P1} of the height, {planes} planes of voxels."),
                FormattableString.Invariant($"1 plane to {ThickestLayer:P0} of the height."),
                "Change the mass fraction, the packing fraction or the height of the box.");
        }

        VoxelBox layer = Box with { Extent = Box.Extent with { Nz = planes } };
        Capsule[] packed = new PackedSpheres { Box = layer, Seed = Seed, Fraction = PackingFraction, Diameter = Diameter }.Place(cancellation);
        byte[] labels = new byte[Box.Count];
        RankCut.Take(Field(packed, layer.Length(2), cancellation), Box.Share(CeramicFraction), labels, 1);
        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("polymer", 0, 1.0 - CeramicFraction), DraftPhase.Of("ceramic", 1, CeramicFraction)],
            [new("number of particles", packed.Length, "–"), new("thickness of the layer", layer.Length(2), "m")])
        {
            Warnings = Box.WarnOfFewVoxels((Diameter, "the particles")),
        };
    }

    private float[] Field(Capsule[] packed, double height, CancellationToken cancellation)
    {
        double margin = 2.0 * Box.Size.Z, top = height + (0.5 * Diameter.Largest) + margin;
        var field = new CapsuleField(Box, scaled: false);
        foreach (Capsule sphere in packed)
        {
            cancellation.ThrowIfCancellationRequested();
            field.Add(sphere, sphere.Radius + margin);
            if (sphere.Z + sphere.Radius > height)
            {
                field.Add(sphere with { Z = sphere.Z - height }, sphere.Radius + margin); // what the plane at the bottom cuts
            }
        }

        // Bottom and top are not joined: what reached below the bottom came out at the top.
        int first = (int)Math.Ceiling(top / Box.Size.Z) * Box.Extent.Nx * Box.Extent.Ny;
        if (first < field.Values.Length)
        {
            Array.Fill(field.Values, float.PositiveInfinity, first, field.Values.Length - first);
        }

        return field.Values;
    }
}
