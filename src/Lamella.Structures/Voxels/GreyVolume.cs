using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>A volume of grey values as an instrument recorded it.</summary>
/// <remarks>
/// Values are kept with 16 bits: those of 8 and 16 bits as they are, others scaled linearly from their range. Voxel (x, y, z) is
/// element x + Nx·(y + Ny·z).
/// </remarks>
public sealed class GreyVolume
{
    /// <summary>Initializes a new instance of the <see cref="GreyVolume"/> class.</summary>
    /// <param name="extent">Voxels along each axis.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="values">Stored values, x fastest. Taken over, not copied.</param>
    /// <param name="scale">Grey value of one stored unit, above 0.</param>
    /// <param name="offset">Grey value of a stored 0.</param>
    /// <exception cref="InputException">The number of values does not fit the extent.</exception>
    public GreyVolume(LatticeExtent extent, VoxelSize size, ushort[] values, double scale = 1.0, double offset = 0.0)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (extent.Count != values.LongLength)
        {
            throw new InputException(
                InputPlace.Whole("volume"), $"{extent.Nx}×{extent.Ny}×{extent.Nz} voxels need {extent.Count} values, but there are {values.LongLength}.", string.Empty, "Check the extent.");
        }

        (Extent, Size, Values, Scale, Offset) = (extent, size, values, scale, offset);
    }

    /// <summary>Gets the voxels along each axis.</summary>
    public LatticeExtent Extent { get; }

    /// <summary>Gets the edges of a voxel.</summary>
    public VoxelSize Size { get; }

    /// <summary>Gets the grey value of one stored unit.</summary>
    [Unit("–")]
    public double Scale { get; }

    /// <summary>Gets the grey value of a stored 0.</summary>
    [Unit("–")]
    public double Offset { get; }

    /// <summary>Gets the stored values; not to be changed.</summary>
    internal ushort[] Values { get; }

    /// <summary>Returns a volume of the same box with other stored values.</summary>
    internal GreyVolume With(ushort[] values) => new(Extent, Size, values, Scale, Offset);

    /// <summary>Returns the grey value of a stored one.</summary>
    internal double Grey(double stored) => Offset + (Scale * stored);
}
