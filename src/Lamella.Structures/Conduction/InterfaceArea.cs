namespace Lamella.Structures.Conduction;

/// <summary>Which area an interface resistance refers to. Voxels make steps of a slanted interface.</summary>
public enum InterfaceArea
{
    /// <summary>The area of the smooth interface: the resistance of a face is multiplied by |nx| + |ny| + |nz| of its normal.</summary>
    /// <remarks>The normal comes from the labels within three voxels. Takes three more numbers a voxel.</remarks>
    Smooth,

    /// <summary>The area of the voxel faces, up to 1.7 times too large; right where interfaces follow the axes.</summary>
    Staircase,
}
