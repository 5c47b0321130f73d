using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Neware;

/// <summary>An integer whose unit depends on the current range of the same record.</summary>
/// <typeparam name="T">How it is stored.</typeparam>
/// <param name="at">Where it stands [bytes].</param>
/// <param name="rangeAt">Where the range stands [bytes].</param>
/// <param name="countsForUnknown">Counts [1/mA] to use for a range that is not known; 0 leaves NaN.</param>
internal sealed class RangedField<T>(int at, int rangeAt, double countsForUnknown) : RecordField
    where T : unmanaged, INumber<T>
{
    private double[] numbers = [];

    /// <summary>Gets the values [mA or mA·s or mW·s], shape (records); NaN where the range is not known.</summary>
    internal double[] Numbers => numbers;

    /// <inheritdoc/>
    internal override ColumnValues Values => ColumnValues.Of(numbers);

    /// <inheritdoc/>
    private protected override void Reserve(int count) => numbers = new double[count];

    /// <inheritdoc/>
    private protected override void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> block, int first)
    {
        Span<double> target = numbers.AsSpan(first, block.Length);
        int size = Unsafe.SizeOf<T>(), lastRange = 0;
        double counts = CurrentRanges.CountsPerMilliampere(lastRange);
        for (int i = 0; i < target.Length; i++)
        {
            int range = MemoryMarshal.Read<int>(bytes.Slice(block[i] + rangeAt, sizeof(int)));
            if (range != lastRange)
            {
                (lastRange, counts) = (range, CurrentRanges.CountsPerMilliampere(range));
                counts = counts > 0.0 ? counts : countsForUnknown > 0.0 ? countsForUnknown : double.NaN;
            }

            // Divided, not multiplied: 123 / 100.0 is the double that "1.23" stands for.
            target[i] = double.CreateTruncating(MemoryMarshal.Read<T>(bytes.Slice(block[i] + at, size))) / counts;
        }
    }
}
