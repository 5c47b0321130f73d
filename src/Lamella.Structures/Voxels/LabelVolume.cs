using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>A volume of labelled voxels: what each voxel is made of, as a number whose meaning is given elsewhere.</summary>
/// <remarks>Voxel (x, y, z) is element x + Nx·(y + Ny·z): x runs fastest. The memory is owned by the volume and never changes.</remarks>
public sealed class LabelVolume
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _words;

    /// <summary>Initializes a new instance of the <see cref="LabelVolume"/> class with labels up to 255.</summary>
    /// <param name="extent">Voxels along each axis.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="labels">Labels, x fastest. Taken over, not copied: the caller gives the array away.</param>
    /// <exception cref="InputException">The extent, the size or the number of labels is impossible.</exception>
    public LabelVolume(LatticeExtent extent, VoxelSize size, byte[] labels)
        : this(extent, size, (labels ?? throw new ArgumentNullException(nameof(labels))).LongLength) => _bytes = labels;

    /// <summary>Initializes a new instance of the <see cref="LabelVolume"/> class with labels up to 65 535.</summary>
    /// <param name="extent">Voxels along each axis.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="labels">Labels, x fastest. Taken over, not copied.</param>
    /// <exception cref="InputException">The extent, the size or the number of labels is impossible.</exception>
    public LabelVolume(LatticeExtent extent, VoxelSize size, ushort[] labels)
        : this(extent, size, (labels ?? throw new ArgumentNullException(nameof(labels))).LongLength) => _words = labels;

    private LabelVolume(LatticeExtent extent, VoxelSize size, long count)
    {
        (Extent, Size) = (extent, size);
        for (int axis = 0; axis < 3; axis++)
        {
            char name = (char)('x' + axis);
            if (extent.Along(axis) < 1)
            {
                throw Wrong($"the volume has {extent.Along(axis)} voxels along {name}.", "1 or more along every axis.", "Check the file or the crop.");
            }

            if (!(size.Along(axis) > 0.0 && double.IsFinite(size.Along(axis))))
            {
                throw Wrong(
                    FormattableString.Invariant($"the voxel edge along {name} is {size.Along(axis)} m."),
                    "a finite length above 0.",
                    "Give the voxel size, such as \"0.35 um\"; image files rarely hold it.");
            }
        }

        if (extent.Count != count)
        {
            throw Wrong($"{extent.Nx}×{extent.Ny}×{extent.Nz} voxels need {extent.Count} labels, but there are {count}.", string.Empty, "Check the extent.");
        }
    }

    /// <summary>Gets the voxels along each axis.</summary>
    public LatticeExtent Extent { get; }

    /// <summary>Gets the edges of a voxel.</summary>
    public VoxelSize Size { get; }

    /// <summary>Gets the label of a voxel.</summary>
    /// <param name="index">Position x + Nx·(y + Ny·z).</param>
    /// <returns>The label, 0 to 65 535.</returns>
    public int this[long index] => _bytes is { } bytes ? bytes[index] : _words![index];

    /// <summary>Gets the label of a voxel.</summary>
    /// <param name="x">Position along x.</param>
    /// <param name="y">Position along y.</param>
    /// <param name="z">Position along z.</param>
    /// <returns>The label, 0 to 65 535.</returns>
    public int this[int x, int y, int z] => this[x + (Extent.Nx * (y + ((long)Extent.Ny * z)))];

    /// <summary>Counts the voxels of each label.</summary>
    /// <returns>Label and number of voxels, by label.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ImmutableSortedDictionary<int, long> Count()
    {
        long[] counts = new long[_bytes is null ? 65_536 : 256];
        if (_bytes is { } bytes)
        {
            CountBytes(bytes, counts);
        }
        else
        {
            foreach (ushort label in _words!)
            {
                counts[label]++;
            }
        }

        return Enumerable.Range(0, counts.Length).Where(label => counts[label] > 0)
            .ToImmutableSortedDictionary(label => label, label => counts[label]);
    }

    /// <summary>Counts eight voxels at a time, or in four tables by turns: a count seldom waits for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountBytes(ReadOnlySpan<byte> labels, long[] counts)
    {
        const int tables = 4, size = 256;
        long[] parts = new long[tables * size];
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(labels))
        {
            if (eight == (byte)eight * 0x0101010101010101UL)
            {
                parts[(byte)eight] += sizeof(ulong);
                continue;
            }

            for (int k = 0; k < sizeof(ulong); k++)
            {
                parts[((k % tables) * size) + (byte)(eight >> (8 * k))]++;
            }
        }

        foreach (byte label in labels[(labels.Length / sizeof(ulong) * sizeof(ulong))..])
        {
            parts[label]++;
        }

        for (int k = 0; k < parts.Length; k++)
        {
            counts[k % size] += parts[k];
        }
    }

    /// <summary>Gets a value indicating whether no label is above 255.</summary>
    internal bool IsNarrow => _bytes is not null;

    /// <summary>Copies labels up to 255.</summary>
    /// <returns>One byte a voxel, x fastest; the caller's own.</returns>
    internal byte[] ToBytes() => _bytes is { } bytes ? (byte[])bytes.Clone() : Array.ConvertAll(_words!, word => checked((byte)word));

    /// <summary>Copies the labels.</summary>
    /// <returns>Two bytes a voxel, x fastest; the caller's own.</returns>
    internal ushort[] ToWords() => _words is { } words ? (ushort[])words.Clone() : Array.ConvertAll(_bytes!, label => (ushort)label);

    /// <summary>Replaces every label by one byte.</summary>
    /// <param name="map">The byte for each label, at least as long as the largest label plus one.</param>
    /// <returns>One byte a voxel, x fastest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal byte[] Map(ReadOnlySpan<byte> map)
    {
        byte[] mapped = GC.AllocateUninitializedArray<byte>(checked((int)Extent.Count));
        if (_bytes is { } bytes)
        {
            for (int k = 0; k < mapped.Length; k++)
            {
                mapped[k] = map[bytes[k]];
            }

            return mapped;
        }

        ushort[] words = _words!;
        for (int k = 0; k < mapped.Length; k++)
        {
            mapped[k] = map[words[k]];
        }

        return mapped;
    }

    private static InputException Wrong(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("volume"), problem, allowed, remedy);
}
