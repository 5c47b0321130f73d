using Lamella.Core;
using Lamella.Core.Arrays;
using Lamella.Numerics.Lattice;

namespace Lamella.UseCases.Structures;

/// <summary>The maps of one direction of the field, voxel by voxel, x fastest.</summary>
/// <param name="Axis">0 for x, 1 for y, 2 for z.</param>
/// <param name="Current">Magnitude of the current density over its mean along the field [–]; 0 where no current flows.</param>
/// <param name="Power">Dissipated power per volume over its mean [–].</param>
public sealed record DirectionMaps(
    int Axis, [property: Unit("–")] IReadOnlyList<float> Current, [property: Unit("–")] IReadOnlyList<float> Power)
{
    /// <summary>Gets the memory that the maps take [bytes].</summary>
    internal long Bytes => sizeof(float) * ((long)Current.Count + Power.Count);

    /// <summary>Makes the arrays of a NumPy archive, shape (z, y, x): <c>current_x</c> and <c>power_x</c> for a field along x.</summary>
    internal IEnumerable<NamedArray> Arrays(LatticeExtent extent)
    {
        string axis = ConductionPage.Axis(Axis);
        yield return NamedArray.Of<float>($"current_{axis}", Numbers(Current), extent.Nz, extent.Ny, extent.Nx);
        yield return NamedArray.Of<float>($"power_{axis}", Numbers(Power), extent.Nz, extent.Ny, extent.Nx);
    }

    private static float[] Numbers(IReadOnlyList<float> map) => map as float[] ?? [.. map];
}
