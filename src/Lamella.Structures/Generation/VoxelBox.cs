using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>The box that a structure is made in: voxels along each axis and their edges.</summary>
/// <param name="Extent">Voxels along each axis, each ≥ 1, at most 2 147 483 591 in all.</param>
/// <param name="Size">Edges of a voxel.</param>
public readonly record struct VoxelBox(LatticeExtent Extent, VoxelSize Size)
{
    private const int FewestVoxels = 6; // across a particle

    /// <summary>Gets the volume of the box.</summary>
    [Unit("m³")]
    public double Volume => Extent.Count * Size.Volume;

    /// <summary>Gets the number of voxels.</summary>
    internal int Count => checked((int)Extent.Count);

    /// <summary>Makes a cube of cubic voxels.</summary>
    /// <param name="voxels">Voxels along each edge, ≥ 1.</param>
    /// <param name="edge">Edge of a voxel [m], above 0.</param>
    /// <returns>The box.</returns>
    public static VoxelBox Cube(int voxels, double edge) => new(new LatticeExtent(voxels, voxels, voxels), VoxelSize.Cube(edge));

    /// <summary>Gets the length of an edge of the box.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The length [m].</returns>
    public double Length(int axis) => Extent.Along(axis) * Size.Along(axis);

    /// <summary>Gets the voxels that a share of the box is.</summary>
    internal long Share(double fraction) => (long)Math.Round(fraction * Extent.Count, MidpointRounding.AwayFromZero);

    /// <summary>Refuses a box that cannot be filled.</summary>
    internal void Require()
    {
        for (int axis = 0; axis < 3; axis++)
        {
            if (Extent.Along(axis) < 1 || !(Size.Along(axis) > 0.0 && double.IsFinite(Size.Along(axis))))
            {
                throw RecipeErrors.Wrong(
                    FormattableString.Invariant($"the box has {Extent.Along(axis)} voxels of {Size.Along(axis)} m along {(char)('x' + axis)}."),
                    "at least 1 voxel with an edge above 0 along every axis.",
                    "Give voxels and voxel size.");
            }
        }

        if (Extent.Count > Array.MaxLength)
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"the box has {Extent.Count} voxels."), FormattableString.Invariant($"at most {Array.MaxLength}."), "Make the voxels larger or the box smaller.");
        }
    }

    /// <summary>Says that a sheet has holes where it is thinner than a voxel.</summary>
    /// <param name="thickness">Thickness [m]; 0 where there is no sheet.</param>
    /// <param name="what">The sheet, such as "the boundary between grains".</param>
    /// <param name="remedy">What else could stand for it.</param>
    internal ImmutableArray<string> WarnOfHoles(double thickness, string what, string remedy)
    {
        double edge = Math.Max(Size.X, Math.Max(Size.Y, Size.Z));
        return thickness > 0.0 && thickness < edge
            ? [FormattableString.Invariant($"{what} is {1e6 * thickness:G3} um thick, less than a voxel of {1e6 * edge:G3} um: it has holes. Make the voxels finer, or {remedy}.")]
            : [];
    }

    /// <summary>Says that particles are of few voxels, so that what is near to each other touches.</summary>
    /// <param name="particles">Diameters, and whose they are, such as "the spheres".</param>
    internal ImmutableArray<string> WarnOfFewVoxels(params (SizeDistribution Diameter, string What)[] particles)
    {
        double edge = Math.Max(Size.X, Math.Max(Size.Y, Size.Z));
        return
        [
            .. particles.Where(particle => particle.Diameter.Median > 0.0 && particle.Diameter.Median < FewestVoxels * edge).Select(particle => FormattableString.Invariant(
                $"{particle.What} have {particle.Diameter.Median / edge:F1} voxels across: surfaces are rough and near neighbours touch. Make the voxels finer, {FewestVoxels} a diameter or more.")),
        ];
    }

    /// <summary>Refuses features that do not fit into a box whose opposite faces are joined.</summary>
    internal void RequireFits(double length, string what)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            if (length > Length(axis))
            {
                throw RecipeErrors.Wrong(
                    FormattableString.Invariant($"{what} of {1e6 * length:G6} um does not fit into {1e6 * Length(axis):G6} um along {(char)('x' + axis)}."),
                    FormattableString.Invariant($"at most the shortest edge of the box, since opposite faces are joined."),
                    "Make the box larger or the feature smaller.");
            }
        }
    }
}
