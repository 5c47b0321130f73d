using System.Runtime.InteropServices;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Takes the packed records of the data module apart into columns.</summary>
internal sealed class MprRecords
{
    private const int BlockRows = 2048; // a block of records stays in the cache while every column is taken from it

    private readonly MprLayout layout;
    private readonly List<(RecordingColumn Column, Take Decode)> columns = [];

    internal MprRecords(MprLayout layout, int rows)
    {
        this.layout = layout;
        foreach ((int id, MprColumnKind? kind, int offset, int width) in layout.Columns)
        {
            if (id < 0)
            {
                AddFlags(offset, rows);
            }
            else
            {
                AddColumn(id, kind, offset, width, rows);
            }
        }
    }

    private delegate void Take(ReadOnlySpan<byte> records, int recordLength, int firstRow, int count);

    /// <summary>Gets the columns; their values are there once <see cref="Decode"/> has run.</summary>
    internal IEnumerable<RecordingColumn> Columns => columns.Select(entry => entry.Column);

    /// <summary>Decodes records.</summary>
    /// <param name="records">Whole records.</param>
    /// <param name="firstRow">Row of the first of them in the columns.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal void Decode(ReadOnlySpan<byte> records, int firstRow, CancellationToken cancellationToken)
    {
        int length = layout.RecordLength, rows = length > 0 ? records.Length / length : 0;
        for (int row = 0; row < rows; row += BlockRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(BlockRows, rows - row);
            ReadOnlySpan<byte> block = records.Slice(row * length, count * length);
            foreach ((_, Take decode) in columns)
            {
                decode(block, length, firstRow + row, count);
            }
        }
    }

    private void AddFlags(int offset, int rows)
    {
        byte[] raw = new byte[rows];
        Add(new RecordingColumn { Name = "flags", Values = ColumnValues.Of(raw) }, Taker(raw, offset));
        foreach ((int id, string name, byte mask, int shift) in MprColumnKinds.Flags.Where(flag => layout.FlagIds.Contains(flag.Id)))
        {
            byte[] values = new byte[rows];
            Add(new RecordingColumn { Name = name, Values = ColumnValues.Of(values) }, (records, length, first, count) =>
            {
                Span<byte> target = values.AsSpan(first, count);
                for (int row = 0; row < target.Length; row++)
                {
                    target[row] = (byte)((records[(row * length) + offset] & mask) >> shift);
                }
            });
        }
    }

    private void AddColumn(int id, MprColumnKind? kind, int offset, int width, int rows)
    {
        string stored = kind?.StoredAs ?? width switch { 8 => "f8", 4 => "f4", 2 => "u2", 1 => "u1", _ => string.Empty };
        (ColumnValues Values, Take Decode) made = stored switch
        {
            "f8" => Numbers<double>(rows, offset),
            "f4" => Numbers<float>(rows, offset),
            "u4" => Numbers<uint>(rows, offset),
            "u2" => Numbers<ushort>(rows, offset),
            "u1" => Numbers<byte>(rows, offset),
            _ => Bytes(rows, offset, width),
        };
        Add(
            new RecordingColumn
            {
                Name = kind?.Name ?? $"id {id}",
                Unit = kind?.Unit ?? string.Empty,
                Scope = kind?.Scope ?? ColumnScope.Record,
                IsKnown = kind is not null,
                Values = made.Values,
            },
            made.Decode);
    }

    private void Add(RecordingColumn column, Take decode) => columns.Add((column, decode));

    private static (ColumnValues Values, Take Decode) Numbers<T>(int rows, int offset)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T[] values = new T[rows];
        return (ColumnValues.Of(values), Taker(values, offset));
    }

    private static (ColumnValues Values, Take Decode) Bytes(int rows, int offset, int width)
    {
        string[] values = new string[rows];
        return (ColumnValues.Of(values), (records, length, first, count) =>
        {
            for (int row = 0; row < count; row++)
            {
                values[first + row] = Convert.ToHexStringLower(records.Slice((row * length) + offset, width));
            }
        }
        );
    }

    private static Take Taker<T>(T[] values, int offset)
        where T : unmanaged => (records, length, first, count) =>
    {
        Span<T> target = values.AsSpan(first, count);
        for (int row = 0; row < target.Length; row++)
        {
            target[row] = MemoryMarshal.Read<T>(records[((row * length) + offset)..]);
        }
    };
}
