using System.Buffers.Binary;
using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Jet;

/// <summary>The rows of a table.</summary>
/// <remarks>
/// A row has the number of its columns, the fixed values, the variable ones, and from its end backwards the mask (a bit per
/// column: there or not), the number of variable values and where each begins.
/// </remarks>
internal sealed class JetTable
{
    private const double MoneyPerCount = 1e-4;

    private readonly JetDatabase database;
    private List<(int At, int Length)> rows;

    internal JetTable(JetDatabase database, long statedRows, ImmutableArray<JetColumn> columns, List<(int At, int Length)> rows) =>
        (this.database, StatedRows, Columns, this.rows) = (database, statedRows, columns, rows);

    /// <summary>Gets the number of rows that the definition states.</summary>
    internal long StatedRows { get; }

    /// <summary>Gets the columns.</summary>
    internal ImmutableArray<JetColumn> Columns { get; }

    /// <summary>Gets the number of rows found.</summary>
    internal int RowCount => rows.Count;

    /// <summary>Finds a column.</summary>
    internal JetColumn? Find(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sorts the rows by columns of numbers; returns whether they stood in another order.</summary>
    internal bool Sort(params ReadOnlySpan<JetColumn> keys)
    {
        IOrderedEnumerable<int>? order = null;
        foreach (JetColumn key in keys)
        {
            double[] values = Numbers(key);
            order = order is null ? Enumerable.Range(0, rows.Count).OrderBy(row => values[row]) : order.ThenBy(row => values[row]);
        }

        int[] sorted = [.. order ?? Enumerable.Range(0, rows.Count).Order()];
        bool changes = !sorted.AsSpan().SequenceEqual(Enumerable.Range(0, rows.Count).ToArray());
        rows = changes ? [.. sorted.Select(row => rows[row])] : rows;
        return changes;
    }

    /// <summary>Keeps some of the rows.</summary>
    internal JetTable Where(Func<int, bool> keeps) =>
        new(database, StatedRows, Columns, [.. rows.Where((_, row) => keeps(row))]);

    /// <summary>Reads a column in the type in which it is stored.</summary>
    internal ColumnValues Read(JetColumn column) => column.Type switch
    {
        JetType.Single when !HasGaps(column) => ColumnValues.Of(Stored(column, static value => BinaryPrimitives.ReadSingleLittleEndian(value))),
        JetType.Long when !HasGaps(column) => ColumnValues.Of(Stored(column, static value => BinaryPrimitives.ReadInt32LittleEndian(value))),
        JetType.Integer when !HasGaps(column) => ColumnValues.Of(Stored(column, static value => BinaryPrimitives.ReadInt16LittleEndian(value))),
        JetType.Byte when !HasGaps(column) => ColumnValues.Of(Stored(column, static value => value[0])),
        _ => column.IsNumber ? ColumnValues.Of(Numbers(column)) : ColumnValues.Of(Texts(column)),
    };

    /// <summary>Reads a column as numbers; NaN where there is none.</summary>
    internal double[] Numbers(JetColumn column)
    {
        double[] numbers = new double[rows.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = Number(column, Row(row));
        }

        return numbers;
    }

    /// <summary>Reads a column as texts; empty where there is none.</summary>
    internal string[] Texts(JetColumn column)
    {
        string[] texts = new string[rows.Count];
        for (int row = 0; row < texts.Length; row++)
        {
            ReadOnlySpan<byte> bytes = Row(row);
            texts[row] = column.IsNumber
                ? Number(column, bytes) is var number && double.IsNaN(number) ? string.Empty : number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                : JetText.Read(database, column, Variable(column, bytes));
        }

        return texts;
    }

    private static double Number(JetColumn column, ReadOnlySpan<byte> row)
    {
        if (column.Type == JetType.Boolean)
        {
            return IsPresent(column, row) ? 1.0 : 0.0;
        }

        ReadOnlySpan<byte> value = Fixed(column, row);
        return value.IsEmpty ? double.NaN : column.Type switch
        {
            JetType.Byte => value[0],
            JetType.Integer => BinaryPrimitives.ReadInt16LittleEndian(value),
            JetType.Long => BinaryPrimitives.ReadInt32LittleEndian(value),
            JetType.Money => BinaryPrimitives.ReadInt64LittleEndian(value) * MoneyPerCount,
            JetType.Single => BinaryPrimitives.ReadSingleLittleEndian(value),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(value),
        };
    }

    /// <summary>Takes a fixed value; empty where the row has none.</summary>
    private static ReadOnlySpan<byte> Fixed(JetColumn column, ReadOnlySpan<byte> row)
    {
        int at = 2 + column.FixedAt;
        bool isThere = column.IsFixed && IsPresent(column, row) && column.Length > 0 && at + column.Length <= row.Length - MaskLength(row);
        return isThere ? row.Slice(at, column.Length) : default;
    }

    /// <summary>Takes a variable value; empty where the row has none.</summary>
    private static ReadOnlySpan<byte> Variable(JetColumn column, ReadOnlySpan<byte> row)
    {
        if (column.Type == JetType.Guid && column.IsFixed)
        {
            return Fixed(column, row);
        }

        int table = row.Length - MaskLength(row) - 2; // the number of variable values; before it the offsets, last one first
        if (table < 2 || !IsPresent(column, row))
        {
            return default;
        }

        var reader = new ByteReader(row);
        int count = reader.U2(table), at = table - 2 - (2 * column.VariableIndex);
        if (column.VariableIndex >= count || at < 4)
        {
            return default;
        }

        int begin = reader.U2(at), end = reader.U2(at - 2);
        return begin <= end && end <= row.Length ? row[begin..end] : default;
    }

    private static int MaskLength(ReadOnlySpan<byte> row) => row.Length < 2 ? row.Length : (BinaryPrimitives.ReadUInt16LittleEndian(row) + 7) / 8;

    private static bool IsPresent(JetColumn column, ReadOnlySpan<byte> row)
    {
        int mask = row.Length - MaskLength(row), at = mask + (column.Number >> 3);
        return mask > 2 && column.Number < BinaryPrimitives.ReadUInt16LittleEndian(row) && at < row.Length
            && ((row[at] >> (column.Number & 7)) & 1) != 0;
    }

    private ReadOnlySpan<byte> Row(int row) => database.Bytes.Slice(rows[row].At, rows[row].Length);

    private bool HasGaps(JetColumn column)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            if (Fixed(column, Row(row)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private T[] Stored<T>(JetColumn column, Func<ReadOnlySpan<byte>, T> read)
    {
        var values = new T[rows.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = read(Fixed(column, Row(row)));
        }

        return values;
    }
}
