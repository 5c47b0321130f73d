using System.Numerics;

namespace Lamella.Structures.Generation;

/// <summary>Cuts a field of one number a voxel so that a label gets exactly as many voxels as it should.</summary>
/// <remarks>
/// The voxels with the lowest numbers are taken. Equal numbers are taken in a scrambled order that depends on the position
/// alone, so that no side of the volume is preferred and every machine takes the same.
/// </remarks>
internal static class RankCut
{
    private const int Half = 1 << 16;

    /// <summary>Gives a label to the lowest numbers.</summary>
    /// <param name="field">One number a voxel; infinity for voxels that must not be taken.</param>
    /// <param name="count">Voxels to take, 0 to the number of finite values.</param>
    /// <param name="labels">Receives the label at the voxels taken, shape as <paramref name="field"/>.</param>
    /// <param name="label">The label.</param>
    /// <returns>The largest number taken; NaN where none is.</returns>
    internal static float Take(ReadOnlySpan<float> field, long count, Span<byte> labels, byte label)
    {
        if (count <= 0)
        {
            return float.NaN;
        }

        uint threshold = Threshold(field, count, out long below);
        var ties = new List<(uint Order, int Index)>();
        for (int k = 0; k < field.Length; k++)
        {
            uint key = Key(field[k]);
            if (key < threshold)
            {
                labels[k] = label;
            }
            else if (key == threshold)
            {
                ties.Add((Scrambled((uint)k), k));
            }
        }

        ties.Sort();
        for (int k = 0; k < count - below; k++)
        {
            labels[ties[k].Index] = label;
        }

        return Value(threshold);
    }

    /// <summary>Counts the voxels that have a finite number.</summary>
    internal static long Reached(ReadOnlySpan<float> field)
    {
        long count = 0;
        foreach (float value in field)
        {
            count += float.IsFinite(value) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Finds the key of the voxel that is the last to be taken, by counting the upper and then the lower half of the keys.</summary>
    private static uint Threshold(ReadOnlySpan<float> field, long count, out long below)
    {
        long[] histogram = new long[Half];
        foreach (float value in field)
        {
            histogram[Key(value) >> 16]++;
        }

        below = 0;
        uint upper = Descend(histogram, count, ref below);
        Array.Clear(histogram);
        foreach (float value in field)
        {
            uint key = Key(value);
            if (key >> 16 == upper)
            {
                histogram[key & (Half - 1)]++;
            }
        }

        return (upper << 16) | Descend(histogram, count, ref below);
    }

    private static uint Descend(long[] histogram, long count, ref long below)
    {
        uint bin = 0;
        while (below + histogram[bin] < count)
        {
            below += histogram[bin];
            bin++;
        }

        return bin;
    }

    /// <summary>Returns a key whose order is that of the numbers.</summary>
    private static uint Key(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
    }

    private static float Value(uint key) => BitConverter.UInt32BitsToSingle((key & 0x80000000U) != 0 ? key & 0x7FFFFFFFU : ~key);

    private static uint Scrambled(uint k)
    {
        k = (k ^ (k >> 16)) * 0x7FEB352DU;
        k = (k ^ (k >> 15)) * 0x846CA68BU;
        return BitOperations.RotateLeft(k ^ (k >> 16), 7);
    }
}
