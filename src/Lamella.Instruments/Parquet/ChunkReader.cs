using System.Buffers.Binary;
using System.IO.Compression;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Parquet;

/// <summary>Reads the pages of one column within a group of rows.</summary>
internal static class ChunkReader
{
    private const long Unpacked = 0, SnappyCodec = 1, GzipCodec = 2, BrotliCodec = 4, Plain = 0, OldDictionary = 2, Dictionary = 8;
    private const long DataPage = 0, DictionaryPage = 2;
    private const int LargestPage = 256 * 1024 * 1024, MostExpansion = 1032;

    /// <summary>Reads every page into the buffer.</summary>
    /// <exception cref="InvalidDataException">A page is damaged.</exception>
    /// <exception cref="NotSupportedException">A page is stored in a way that is not read.</exception>
    internal static void Read(FileContent content, Dictionary<int, object> chunk, ColumnBuffer buffer)
    {
        long codec = ParquetFile.Field<long>(chunk, 4), rows = ParquetFile.Field<long>(chunk, 5);
        long at = chunk.GetValueOrDefault(11) is long dictionary and > 0 ? dictionary : ParquetFile.Field<long>(chunk, 9);
        if (rows > buffer.Room)
        {
            throw new InvalidDataException($"column '{buffer.Column.Name}' has more rows than the table");
        }

        Array? words = null;
        for (long read = 0; read < rows;)
        {
            if (at < 0 || at >= content.Length)
            {
                throw new InvalidDataException($"the pages of column '{buffer.Column.Name}' lie outside the file");
            }

            var reader = new CompactReader(content.Span[(int)at..]);
            Dictionary<int, object> header = reader.Structure();
            long packed = ParquetFile.Field<long>(header, 3), size = ParquetFile.Field<long>(header, 2);
            at += reader.Position;
            if (packed < 0 || packed > content.Length - at || size < 0 || size > LargestPage || size > MostExpansion * (packed + 1))
            {
                throw new InvalidDataException($"a page of column '{buffer.Column.Name}' has an impossible length");
            }

            byte[] page = Unpack(content.Span.Slice((int)at, (int)packed), codec, (int)size);
            at += packed;
            switch (ParquetFile.Field<long>(header, 1))
            {
                case DictionaryPage:
                    words = buffer.Decode(page, Count(ParquetFile.Field<Dictionary<int, object>>(header, 7), page.Length));
                    break;
                case DataPage:
                    read += Data(page, ParquetFile.Field<Dictionary<int, object>>(header, 5), words, buffer);
                    break;
                default:
                    throw new NotSupportedException("it has data pages of version 2");
            }
        }
    }

    private static int Count(Dictionary<int, object> header, int pageLength)
    {
        long count = ParquetFile.Field<long>(header, 1);
        return count >= 0 && count <= 8L * pageLength ? (int)count : throw new InvalidDataException("a dictionary states more values than it can hold");
    }

    private static int Data(byte[] page, Dictionary<int, object> header, Array? words, ColumnBuffer buffer)
    {
        long stated = ParquetFile.Field<long>(header, 1);
        if (stated <= 0 || stated > buffer.Room)
        {
            throw new InvalidDataException("a page states an impossible number of rows");
        }

        int[] index = new int[(int)stated];
        ReadOnlySpan<byte> rest = page;
        int present = index.Length;
        if (buffer.Column.IsOptional)
        {
            uint length = rest.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(rest) : uint.MaxValue;
            if (length > rest.Length - 4)
            {
                throw new InvalidDataException("the marks of missing values are cut");
            }

            BitRuns.Unpack(rest.Slice(4, (int)length), 1, index);
            rest = rest[(4 + (int)length)..];
            present = index.Count(mark => mark == 1);
        }
        else
        {
            Array.Fill(index, 1);
        }

        long encoding = ParquetFile.Field<long>(header, 2);
        Array values = words ?? Array.Empty<double>();
        int[] places = [.. Enumerable.Range(0, present)];
        if (encoding == Plain)
        {
            values = buffer.Decode(rest, present);
        }
        else if (encoding is Dictionary or OldDictionary && words is not null && rest.Length > 0)
        {
            BitRuns.Unpack(rest[1..], rest[0], places);
        }
        else
        {
            throw new NotSupportedException(FormattableString.Invariant($"its column '{buffer.Column.Name}' has the encoding {encoding}"));
        }

        buffer.Add(values, Spread(index, places));
        return index.Length;
    }

    /// <summary>Gives every row the place of its value; −1 for a row without.</summary>
    private static int[] Spread(int[] marks, int[] places)
    {
        int next = 0;
        for (int row = 0; row < marks.Length; row++)
        {
            marks[row] = marks[row] == 1 ? places[next++] : -1;
        }

        return marks;
    }

    /// <summary>Names the codecs of the format that are not read.</summary>
    private static string CodecName(long codec) => codec switch
    {
        3 => "LZO",
        5 or 7 => "LZ4",
        6 => "Zstandard",
        _ => FormattableString.Invariant($"codec {codec}"),
    };

    private static byte[] Unpack(ReadOnlySpan<byte> packed, long codec, int size)
    {
        switch (codec)
        {
            case Unpacked:
                return packed.Length == size ? packed.ToArray() : throw new InvalidDataException("a page has another length than it states");
            case SnappyCodec:
                return Snappy.Unpack(packed, size);
            case GzipCodec:
                byte[] target = new byte[size];
                using (var source = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress))
                {
                    source.ReadExactly(target);
                }

                return target;
            case BrotliCodec:
                byte[] unpacked = new byte[size];
                return BrotliDecoder.TryDecompress(packed, unpacked, out int written) && written == size
                    ? unpacked : throw new InvalidDataException("a page packed with Brotli is damaged");
            default:
                throw new NotSupportedException($"its pages are packed with {CodecName(codec)}");
        }
    }
}
