using System.Buffers.Binary;
using System.Text;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Parquet;

/// <summary>Collects the values of a column: numbers as they are stored, or texts; a row without value is NaN or empty.</summary>
internal sealed class ColumnBuffer
{
    private readonly double[] numbers;
    private readonly long[] whole;
    private readonly string[] texts;
    private int filled;
    private bool hasMissing;

    internal ColumnBuffer(ParquetColumn column, int rows)
    {
        Column = column;
        bool isWhole = column.Type is ParquetType.Int32 or ParquetType.Int64;
        bool isText = column.Type is ParquetType.Text;
        (whole, texts, numbers) = (isWhole ? new long[rows] : [], isText ? new string[rows] : [], isWhole || isText ? [] : new double[rows]);
    }

    /// <summary>Gets how the column is stored.</summary>
    internal ParquetColumn Column { get; }

    /// <summary>Gets how many rows there is room for.</summary>
    internal int Room => Math.Max(numbers.Length, Math.Max(whole.Length, texts.Length)) - filled;

    /// <summary>Decodes plain values.</summary>
    /// <returns>As many as wanted, as double, long, or string in an array.</returns>
    internal Array Decode(ReadOnlySpan<byte> bytes, int count) => Column.Type switch
    {
        ParquetType.Double => Numbers(bytes, count, 8, static cell => BinaryPrimitives.ReadDoubleLittleEndian(cell)),
        ParquetType.Single => Numbers(bytes, count, 4, static cell => (double)BinaryPrimitives.ReadSingleLittleEndian(cell)),
        ParquetType.Int64 => Numbers(bytes, count, 8, static cell => BinaryPrimitives.ReadInt64LittleEndian(cell)),
        ParquetType.Int32 => Numbers(bytes, count, 4, static cell => (long)BinaryPrimitives.ReadInt32LittleEndian(cell)),
        ParquetType.Boolean => Bits(bytes, count),
        ParquetType.Text => Texts(bytes, count),
        _ => throw new InvalidDataException($"column '{Column.Name}' has a physical type that is not read"),
    };

    /// <summary>Adds rows.</summary>
    /// <param name="values">What <see cref="Decode"/> gave.</param>
    /// <param name="index">Where the value of each row stands in them; −1 for a row without.</param>
    internal void Add(Array values, ReadOnlySpan<int> index)
    {
        if (index.Length > Room)
        {
            throw new InvalidDataException($"column '{Column.Name}' has more rows than the table");
        }

        foreach (int place in index)
        {
            if (place >= values.Length)
            {
                throw new InvalidDataException($"column '{Column.Name}' refers to a value that its dictionary lacks");
            }

            hasMissing |= place < 0;
            switch (values)
            {
                case double[] all:
                    numbers[filled++] = place < 0 ? double.NaN : all[place];
                    break;
                case long[] all:
                    whole[filled++] = place < 0 ? long.MinValue : all[place];
                    break;
                case string[] all:
                    texts[filled++] = place < 0 ? string.Empty : all[place];
                    break;
            }
        }
    }

    /// <summary>Makes the values of the column.</summary>
    internal ColumnValues Finish()
    {
        if (Room > 0)
        {
            throw new InvalidDataException($"column '{Column.Name}' has fewer rows than the table");
        }

        return Column.Type switch
        {
            ParquetType.Text => ColumnValues.Of(texts),
            ParquetType.Single => ColumnValues.Of(numbers.Select(value => (float)value).ToArray()),
            ParquetType.Int32 or ParquetType.Int64 when hasMissing =>
                ColumnValues.Of(whole.Select(value => value == long.MinValue ? double.NaN : value).ToArray()),
            ParquetType.Int32 => ColumnValues.Of(whole.Select(value => (int)value).ToArray()),
            ParquetType.Int64 => ColumnValues.Of(whole),
            _ => ColumnValues.Of(numbers),
        };
    }

    private static T[] Numbers<T>(ReadOnlySpan<byte> bytes, int count, int width, Func<ReadOnlySpan<byte>, T> read)
    {
        if ((long)count * width > bytes.Length)
        {
            throw new InvalidDataException("a page holds fewer values than it states");
        }

        T[] values = new T[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(bytes.Slice(i * width, width));
        }

        return values;
    }

    private static double[] Bits(ReadOnlySpan<byte> bytes, int count)
    {
        if (count > 8L * bytes.Length)
        {
            throw new InvalidDataException("a page holds fewer values than it states");
        }

        double[] values = new double[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (bytes[i >> 3] >> (i & 7)) & 1;
        }

        return values;
    }

    private static string[] Texts(ReadOnlySpan<byte> bytes, int count)
    {
        if (count > bytes.Length / 4)
        {
            throw new InvalidDataException("a page holds fewer texts than it states");
        }

        string[] values = new string[count];
        for (int i = 0; i < values.Length; i++)
        {
            uint length = bytes.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : uint.MaxValue;
            if (length > bytes.Length - 4)
            {
                throw new InvalidDataException("a text is longer than its page");
            }

            values[i] = Encoding.UTF8.GetString(bytes.Slice(4, (int)length));
            bytes = bytes[(4 + (int)length)..];
        }

        return values;
    }
}
