using System.Buffers.Binary;

namespace Lamella.Instruments.Parquet;

/// <summary>Reads structures in the compact protocol of Thrift, in which Parquet describes itself.</summary>
/// <remarks>
/// Layout: Apache Thrift, compact protocol specification. A structure becomes a map from field number to value: bool, long,
/// double, byte[], a list or a structure. Whatever does not fit is an <see cref="InvalidDataException"/>.
/// </remarks>
internal ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    private const int DeepestNesting = 16;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Gets how many bytes were read.</summary>
    internal int Position { get; private set; }

    /// <summary>Reads a structure.</summary>
    internal Dictionary<int, object> Structure(int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("structures nest too deep");
        }

        var fields = new Dictionary<int, object>();
        int field = 0;
        while (true)
        {
            int head = Byte();
            if (head == 0)
            {
                return fields;
            }

            field = head >> 4 != 0 ? field + (head >> 4) : (int)ZigZag();
            int type = head & 0x0F;
            fields[field] = type is 1 or 2 ? type == 1 : Value(type, depth);
        }
    }

    /// <summary>Reads an unsigned number of variable length.</summary>
    internal ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number is too long");
    }

    private object Value(int type, int depth) => type switch
    {
        1 or 2 => Byte() == 1,
        3 => (long)(sbyte)Byte(),
        4 or 5 or 6 => ZigZag(),
        7 => BinaryPrimitives.ReadDoubleLittleEndian(Take(8)),
        8 => Take(checked((int)Math.Min(Unsigned(), int.MaxValue))).ToArray(),
        9 or 10 => List(depth + 1),
        12 => Structure(depth + 1),
        _ => throw new InvalidDataException("a field has an unknown type"),
    };

    private List<object> List(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("lists nest too deep");
        }

        int head = Byte(), type = head & 0x0F;
        ulong count = head >> 4 == 15 ? Unsigned() : (ulong)(head >> 4);
        if (count > (ulong)(bytes.Length - Position))
        {
            throw new InvalidDataException("a list is longer than the file");
        }

        var items = new List<object>((int)count);
        for (ulong i = 0; i < count; i++)
        {
            items.Add(Value(type, depth));
        }

        return items;
    }

    private long ZigZag()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private int Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - Position)
        {
            throw new InvalidDataException("the description ends too early");
        }

        ReadOnlySpan<byte> taken = bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
