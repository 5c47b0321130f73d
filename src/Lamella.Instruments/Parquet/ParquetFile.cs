using System.Buffers.Binary;
using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Parquet;

/// <summary>Reads flat tables of Parquet: numbers, truth values and texts, required or optional.</summary>
/// <remarks>
/// Layout: Apache Parquet format 2.11. Read are pages of version 1, plain or with a dictionary, unpacked or packed with Snappy,
/// gzip or Brotli; anything else is named in the error. The table of contents stands at the end, so that a cut file has none.
/// </remarks>
internal sealed class ParquetFile
{
    private const int TailLength = 8, LeastCells = 1_000_000, CellsPerByte = 16;
    private const int SchemaField = 2, RowsField = 3, GroupsField = 4, MetadataField = 5, WriterField = 6;

    private readonly FileContent content;
    private readonly Dictionary<int, object> contents;

    private ParquetFile(FileContent content, Dictionary<int, object> contents) => (this.content, this.contents) = (content, contents);

    /// <summary>Gets the number of rows.</summary>
    internal long Rows => Field<long>(contents, RowsField);

    /// <summary>Gets the program that wrote the file; empty where it does not say.</summary>
    internal string Writer => contents.GetValueOrDefault(WriterField) is byte[] name ? Encoding.UTF8.GetString(name) : string.Empty;

    /// <summary>Gets the names and texts of the metadata.</summary>
    internal IEnumerable<(string Name, string Text)> Metadata => contents.GetValueOrDefault(MetadataField) is List<object> entries
        ? entries.OfType<Dictionary<int, object>>().Select(entry => (Text(entry, 1), Text(entry, 2))) : [];

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The table of contents is missing or damaged.</exception>
    internal static ParquetFile Open(FileContent content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        if (bytes.Length < TailLength + 4 || !bytes.EndsWith("PAR1"u8))
        {
            throw new InvalidDataException("the table of contents at the end is missing: the file was cut");
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^TailLength..]);
        if (length > bytes.Length - TailLength)
        {
            throw new InvalidDataException("the table of contents is longer than the file");
        }

        var reader = new CompactReader(bytes[(bytes.Length - TailLength - (int)length)..^TailLength]);
        return new ParquetFile(content, reader.Structure());
    }

    /// <summary>Reads every column.</summary>
    /// <returns>The names and values, in the order of the file.</returns>
    /// <exception cref="InvalidDataException">A column is damaged, nested, or stored in a way that is not read.</exception>
    internal List<(string Name, ColumnValues Values)> Columns()
    {
        List<Dictionary<int, object>> schema = Structures(contents, SchemaField), groups = Structures(contents, GroupsField);
        List<ParquetColumn> columns = [.. schema.Skip(1).Select(element => new ParquetColumn(element))];
        if (columns.Exists(column => column.IsNested) || Rows < 0 || (Rows + 1) * columns.Count > Math.Max(LeastCells, (long)CellsPerByte * content.Length))
        {
            throw new InvalidDataException("the table is nested, or states more cells than a file of this length can hold (limit 'cells per byte')");
        }

        List<ColumnBuffer> buffers = [.. columns.Select(column => new ColumnBuffer(column, (int)Rows))];
        foreach (Dictionary<int, object> group in groups)
        {
            List<Dictionary<int, object>> chunks = Structures(group, 1);
            if (chunks.Count != columns.Count)
            {
                throw new InvalidDataException("a group of rows lacks a column");
            }

            for (int i = 0; i < chunks.Count; i++)
            {
                ChunkReader.Read(content, Field<Dictionary<int, object>>(chunks[i], 3), buffers[i]);
            }
        }

        return [.. buffers.Select(buffer => (buffer.Column.Name, buffer.Finish()))];
    }

    /// <summary>Reads a field that has to be there.</summary>
    internal static T Field<T>(Dictionary<int, object> structure, int field) =>
        structure.GetValueOrDefault(field) is T value ? value : throw new InvalidDataException("the table of contents lacks an entry");

    private static List<Dictionary<int, object>> Structures(Dictionary<int, object> structure, int field) =>
        [.. Field<List<object>>(structure, field).Select(item => item as Dictionary<int, object> ?? throw new InvalidDataException("a list holds something else"))];

    private static string Text(Dictionary<int, object> structure, int field) =>
        structure.GetValueOrDefault(field) is byte[] text ? Encoding.UTF8.GetString(text) : string.Empty;
}
