using Lamella.Core;
using Lamella.Numerics.Random;
using Lamella.Structures.Morphology;

namespace Lamella.Structures.Generation;

/// <summary>A ceramic skeleton whose polymer template was burnt out: pore 0, ceramic 1.</summary>
/// <remarks>
/// <para>Ceramic and template particles are packed together and pressed; the template leaves pores of its shape; necks grow
/// between ceramic particles. Porosity ε = 1 − (1 − ε_b)(1 − p)/(1 − S) with ε_b = (1/ρ_p)/(r/ρ_c + 1/ρ_p), r the mass ratio of
/// ceramic to polymer, p the porosity of the green body and S the shrinkage by volume.</para>
/// <para>A neck of radius x between particles of radius a has a fillet of radius ϱ = x²/2(a − x) from the right triangle of the
/// centres: the solid is closed by a ball of that radius. Surfaces are then moved until the porosity is met to the voxel.</para>
/// <para><b>Source.</b> Porosity: PHYSICS.md 2, burn-out; the neck is geometry. <b>Assumes</b> spheres; no coarsening.</para>
/// </remarks>
public sealed record BurntTemplate : StructureRecipe
{
    private const double Loose = 0.55; // packed this densely first, then pressed

    /// <inheritdoc/>
    public override string Kind => "burnt-template";

    /// <summary>Gets the mass of ceramic over the mass of polymer in the green body, above 0.</summary>
    [Unit("–")]
    public required double MassRatio { get; init; }

    /// <summary>Gets the density of the ceramic.</summary>
    [Unit("kg/m³")]
    public required double CeramicDensity { get; init; }

    /// <summary>Gets the density of the polymer template.</summary>
    [Unit("kg/m³")]
    public required double TemplateDensity { get; init; }

    /// <summary>Gets the porosity of the green body, 0 to 0.5: one less its relative density.</summary>
    [Unit("–")]
    public double GreenPorosity { get; init; }

    /// <summary>Gets the shrinkage by volume on sintering, 0 to 0.5.</summary>
    [Unit("–")]
    public double Shrinkage { get; init; }

    /// <summary>Gets the diameters of the ceramic particles.</summary>
    public required SizeDistribution CeramicDiameter { get; init; }

    /// <summary>Gets the diameters of the template particles.</summary>
    public required SizeDistribution TemplateDiameter { get; init; }

    /// <summary>Gets the radius of the necks over that of the particles, 0 to 0.8.</summary>
    [Unit("–")]
    public double NeckRatio { get; init; }

    /// <summary>Gets the volume fraction of the template in the dense green body.</summary>
    [Unit("–")]
    public double BurntFraction => (1.0 / TemplateDensity) / ((MassRatio / CeramicDensity) + (1.0 / TemplateDensity));

    /// <summary>Gets the porosity of the skeleton.</summary>
    [Unit("–")]
    public double Porosity => 1.0 - ((1.0 - BurntFraction) * (1.0 - GreenPorosity) / (1.0 - Shrinkage));

    /// <summary>Gets the radius of the fillet of a neck.</summary>
    [Unit("m")]
    public double FilletRadius => 0.25 * CeramicDiameter.Median * NeckRatio * NeckRatio / (1.0 - NeckRatio);

    /// <inheritdoc/>
    internal override long BytesPerVoxel => 24;

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        Require();
        var generator = new SeededGenerator(Seed);
        double solid = (1.0 - BurntFraction) * (1.0 - GreenPorosity), template = BurntFraction * (1.0 - GreenPorosity);
        double[] ceramic = SpherePacking.DrawRadii(Box, solid, CeramicDiameter, generator), burnt = SpherePacking.DrawRadii(Box, template, TemplateDiameter, generator);
        double pressed = solid + template > Loose ? PortableFunctions.Exp(PortableFunctions.Log((solid + template) / Loose) / 3.0) : 1.0;
        Capsule[] placed = SpherePacking.Pack(Box, [.. ceramic.Concat(burnt).Select(radius => radius / pressed)], 0.0, generator, cancellation);
        float[] depth = Depth([.. placed.Select(sphere => sphere with { Radius = pressed * sphere.Radius })], ceramic.Length, cancellation);
        float[] closed = FilletRadius > 0.0 ? Close(depth, cancellation) : depth;
        byte[] labels = new byte[Box.Count];
        RankCut.Take(closed, Box.Share(1.0 - Porosity), labels, 1);
        return new StructureDraft(
            Volume(labels),
            [DraftPhase.Of("pore", 0, Porosity), DraftPhase.Of("ceramic", 1, 1.0 - Porosity)],
            [new("ceramic particles", ceramic.Length, "–"), new("template particles", burnt.Length, "–"), new("fillet radius of the necks", FilletRadius, "m")])
        {
            Warnings = Box.WarnOfFewVoxels((CeramicDiameter, "the ceramic particles"), (TemplateDiameter, "the template particles")),
        };
    }

    private void Require()
    {
        RecipeErrors.RequirePositive(MassRatio, "the mass ratio of ceramic to polymer");
        RecipeErrors.RequirePositive(CeramicDensity, "the density of the ceramic");
        RecipeErrors.RequirePositive(TemplateDensity, "the density of the template");
        RecipeErrors.RequireWithin(GreenPorosity, 0.0, 0.5, "the porosity of the green body");
        RecipeErrors.RequireWithin(Shrinkage, 0.0, 0.5, "the shrinkage");
        RecipeErrors.RequireWithin(NeckRatio, 0.0, 0.8, "the neck ratio");
        CeramicDiameter.Require("ceramic particles");
        TemplateDiameter.Require("template particles");
        Box.RequireFits(2.0 * Math.Max(CeramicDiameter.Largest, TemplateDiameter.Largest), "a pair of particles");
        if (Porosity < 0.02)
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"the skeleton would have a porosity of {Porosity:F4}."), "at least 0.02.", "Lower the shrinkage or the mass ratio, or raise the porosity of the green body.");
        }
    }

    /// <summary>Returns the distance from the ceramic surface [m], negative inside; where the template lay, at least the depth in it.</summary>
    private float[] Depth(Capsule[] spheres, int ceramics, CancellationToken cancellation)
    {
        var ceramic = new CapsuleField(Box, scaled: false);
        var template = new CapsuleField(Box, scaled: false);
        double margin = 2.0 * Math.Max(CeramicDiameter.Largest, TemplateDiameter.Largest);
        for (int k = 0; k < spheres.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            (k < ceramics ? ceramic : template).Add(spheres[k], spheres[k].Radius + (k < ceramics ? margin : 0.0));
        }

        for (int k = 0; k < ceramic.Values.Length; k++)
        {
            ceramic.Values[k] = Math.Max(ceramic.Values[k], -template.Values[k]);
        }

        return ceramic.Values;
    }

    /// <summary>Closes the solid by the ball of the fillet: everything that the ball cannot reach from outside becomes solid.</summary>
    private float[] Close(float[] depth, CancellationToken cancellation)
    {
        float fillet = (float)FilletRadius, half = (float)(0.5 * Box.Size.X);
        float[] away = DistanceTransform.Compute(Array.ConvertAll(depth, value => value > 0.0F), Box.Extent, Box.Size, periodic: true, cancellation);
        bool[] covered = Array.ConvertAll(away, distance => distance - half < fillet);
        float[] back = DistanceTransform.Compute(covered, Box.Extent, Box.Size, periodic: true, cancellation);
        float[] closed = new float[depth.Length];
        for (int k = 0; k < closed.Length; k++)
        {
            // Negative where the closed solid is; the depth itself, weighed little, orders voxels at equal distances.
            float surface = covered[k] ? fillet - (back[k] - half) : away[k] + half;
            closed[k] = surface + (0.02F * Math.Clamp(depth[k], -half, half));
        }

        return closed;
    }
}
