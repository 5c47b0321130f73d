using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Bytes;

/// <summary>A number that is put together from several places of the record.</summary>
/// <param name="read">Reads it from the bytes and the place where the record begins.</param>
internal sealed class ComputedField(ComputedField.Reader read) : RecordField
{
    private double[] numbers = [];

    /// <summary>Reads the number of one record.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <param name="record">Where the record begins [bytes].</param>
    /// <returns>The number; NaN where there is none.</returns>
    internal delegate double Reader(ReadOnlySpan<byte> bytes, int record);

    /// <summary>Gets the values, shape (records).</summary>
    internal double[] Numbers => numbers;

    /// <inheritdoc/>
    internal override ColumnValues Values => ColumnValues.Of(numbers);

    /// <inheritdoc/>
    private protected override void Reserve(int count) => numbers = new double[count];

    /// <inheritdoc/>
    private protected override void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> block, int first)
    {
        Span<double> target = numbers.AsSpan(first, block.Length);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = read(bytes, block[i]);
        }
    }
}
