using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Bytes;

/// <summary>A byte of the record that stands for a text.</summary>
/// <param name="at">Where it stands in the record [bytes].</param>
/// <param name="texts">The text for each of the 256 values.</param>
internal sealed class LookupField(int at, string[] texts) : RecordField
{
    private string[] values = [];

    /// <inheritdoc/>
    internal override ColumnValues Values => ColumnValues.Of(values);

    /// <inheritdoc/>
    private protected override void Reserve(int count) => values = new string[count];

    /// <inheritdoc/>
    private protected override void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> block, int first)
    {
        Span<string> target = values.AsSpan(first, block.Length);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = texts[bytes[block[i] + at]];
        }
    }
}
