using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>Areas between phases of a labelled volume, as <see cref="MorphologyMeasurement"/> finds them.</summary>
/// <remarks>
/// Faces of voxels count with their projection on the smooth interface: a slanted interface counts with its own area, not with the steps of its
/// voxels, and a plane along the axes exactly.
/// </remarks>
public static class PhaseAreas
{
    /// <summary>Measures the areas between all pairs of phases.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="phaseOfLabel">The phase of each label up to the largest in the volume, below <paramref name="count"/>.</param>
    /// <param name="count">Number of phases, 1 to 255.</param>
    /// <param name="periodic">Whether opposite faces are joined.</param>
    /// <returns>Area a volume [1/m], element [a, b] for a below b.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of phases is not 1 to 255.</exception>
    public static double[,] PerVolume(LabelVolume volume, ReadOnlySpan<byte> phaseOfLabel, int count, bool periodic)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 255);
        return InterfaceAreas.PerVolume(
            volume.Map(phaseOfLabel), count, volume.Extent, volume.Size, periodic, CancellationToken.None);
    }
}
