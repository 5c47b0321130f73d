using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Lamella.Materials.Records.Storing;

/// <summary>Bytes that grow: whole numbers in as few bytes as they need, doubles and texts.</summary>
internal sealed class StoredBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets what was written.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Writes whole numbers, each ≥ 0: seven bits a byte, the lowest first, the eighth bit where more follow.</summary>
    internal void Write(params ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            uint left = (uint)number;
            Span<byte> span = _bytes.GetSpan(5);
            int length = 0;
            for (; left >= 0x80; left >>= 7)
            {
                span[length++] = (byte)(left | 0x80);
            }

            span[length++] = (byte)left;
            _bytes.Advance(length);
        }
    }

    /// <summary>Writes a number as its eight bytes, the lowest first.</summary>
    internal void Write(double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), number);
        _bytes.Advance(sizeof(double));
    }

    /// <summary>Writes a text as UTF-8 behind its length.</summary>
    internal void Write(string text)
    {
        Write(Encoding.UTF8.GetByteCount(text));
        _ = Encoding.UTF8.GetBytes(text, _bytes);
    }

    /// <summary>Writes bytes.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
