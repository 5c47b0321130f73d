using Lamella.Core;

namespace Lamella.Structures.Voxels;

/// <summary>Edges of a voxel.</summary>
/// <param name="X">Edge along x [m], above 0.</param>
/// <param name="Y">Edge along y [m], above 0.</param>
/// <param name="Z">Edge along z [m], above 0.</param>
public readonly record struct VoxelSize([property: Unit("m")] double X, [property: Unit("m")] double Y, [property: Unit("m")] double Z)
{
    /// <summary>Gets the volume of a voxel.</summary>
    [Unit("m³")]
    public double Volume => X * Y * Z;

    /// <summary>Makes the size of a cube.</summary>
    /// <param name="edge">Edge [m], above 0.</param>
    /// <returns>The size.</returns>
    public static VoxelSize Cube(double edge) => new(edge, edge, edge);

    /// <summary>Gets the edge along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The edge [m].</returns>
    public double Along(int axis) => axis == 0 ? X : axis == 1 ? Y : Z;

    /// <summary>Gets the area of a face.</summary>
    /// <param name="axis">The axis that the face is perpendicular to.</param>
    /// <returns>The area [m²].</returns>
    public double Face(int axis) => Volume / Along(axis);
}
