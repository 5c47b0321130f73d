using System.Collections.Immutable;
using System.Text;
using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Jet;

/// <summary>Reads the tables of a Jet 4 database (Microsoft Access 2000 to 2003) from its pages, without a driver.</summary>
/// <remarks>
/// Nothing but pages is trusted: definitions and rows that lie outside the file, or lead in circles, are left out. The layout
/// was checked on Arbin's result files against an export of another reader: 30 tables, no value differed.
/// </remarks>
internal sealed class JetDatabase
{
    internal const int PageLength = 4096;
    private const int CatalogPage = 2, PointerMask = 0xFFFFFF, MostColumns = 255, TableKind = 1;

    private readonly ReadOnlyMemory<byte> file;
    private readonly Dictionary<int, List<int>> dataPages = [];

    private JetDatabase(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        var reader = new ByteReader(file.Span);
        for (int page = 0; page < PageCount; page++)
        {
            long at = (long)page * PageLength;
            if (reader.U1(at) == 1)
            {
                int owner = (int)(reader.U4(at + 4) & PointerMask);
                if (!dataPages.TryGetValue(owner, out List<int>? pages))
                {
                    dataPages.Add(owner, pages = []);
                }

                pages.Add(page);
            }
        }

        Tables = ReadCatalog();
    }

    /// <summary>Gets the tables that are not the system's, in the order of the catalog, by name with the page of the definition.</summary>
    internal ImmutableArray<(string Name, int Page)> Tables { get; }

    /// <summary>Gets the number of whole pages.</summary>
    internal int PageCount => file.Length / PageLength;

    /// <summary>Gets the bytes.</summary>
    internal ReadOnlySpan<byte> Bytes => file.Span;

    /// <summary>Tells whether a file begins like a Jet 4 database.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>True where it does.</returns>
    internal static bool IsJet4(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0x14 && bytes[4..].StartsWith("Standard Jet DB"u8) && bytes[0x14] == 1;

    /// <summary>Opens a database.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The database, with as many tables as can be found.</returns>
    internal static JetDatabase Open(ReadOnlyMemory<byte> file) => new(file);

    /// <summary>Reads a table.</summary>
    /// <param name="page">Page of its definition.</param>
    /// <returns>The table; null where the definition cannot be read.</returns>
    internal JetTable? Table(int page)
    {
        if (page <= 0 || page >= PageCount || Bytes[page * PageLength] != 2)
        {
            return null;
        }

        byte[] definition = Definition(page);
        var reader = new ByteReader(definition);
        int columns = reader.U2(45);
        long at = 63 + (12L * reader.U4(51)), names = at + (25L * columns);
        if (columns is 0 or > MostColumns || names > definition.Length)
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<JetColumn>(columns);
        for (int i = 0; i < columns; i++, at += 25)
        {
            int length = reader.U2(names);
            string name = Encoding.Unicode.GetString(reader.Slice(names + 2, length & ~1));
            names += 2 + length;
            found.Add(new JetColumn(
                name, (JetType)reader.U1(at), reader.U2(at + 5), reader.U2(at + 7), (reader.U1(at + 15) & 1) != 0, reader.U2(at + 21)));
        }

        return new JetTable(this, reader.U4(16), found.ToImmutable(), FindRows(page));
    }

    /// <summary>Takes a row from its page.</summary>
    /// <param name="pointer">Number of the row in the lowest byte, page above it.</param>
    /// <returns>The row; empty where there is none.</returns>
    internal ReadOnlySpan<byte> Row(uint pointer)
    {
        (int page, int row) = ((int)(pointer >> 8), (int)(pointer & 0xFF));
        return page < PageCount && Place(page, row) is var (at, length, _) ? Bytes.Slice(at, length) : default;
    }

    /// <summary>Finds a row on its page: where it begins, how long it is, and the flags of its offset.</summary>
    private (int At, int Length, int Flags)? Place(int page, int row)
    {
        var reader = new ByteReader(Bytes);
        int start = page * PageLength;
        int offset = reader.U2(start + 14 + (2 * row)), flags = offset & 0xC000, begin = offset & 0x1FFF;
        int end = row == 0 ? PageLength : reader.U2(start + 12 + (2 * row)) & 0x1FFF;
        bool isThere = row < reader.U2(start + 12) && 14 + (2 * row) < PageLength && begin >= 14 && begin < end && end <= PageLength;
        return isThere ? (start + begin, end - begin, flags) : null;
    }

    private List<(int At, int Length)> FindRows(int table)
    {
        const int Deleted = 0x8000, Moved = 0x4000;
        var rows = new List<(int At, int Length)>();
        var movedTo = new HashSet<int>();
        List<int> pages = dataPages.GetValueOrDefault(table) ?? [];
        foreach (int page in pages)
        {
            int count = Math.Min((int)new ByteReader(Bytes).U2((page * PageLength) + 12), (PageLength - 14) / 2);
            for (int row = 0; row < count; row++)
            {
                if (Place(page, row) is not var (at, length, flags) || (flags & Deleted) != 0)
                {
                    continue;
                }

                if ((flags & Moved) == 0)
                {
                    rows.Add((at, length));
                    continue;
                }

                uint pointer = new ByteReader(Bytes).U4(at);
                if ((int)(pointer >> 8) < PageCount && Place((int)(pointer >> 8), (int)(pointer & 0xFF)) is var (target, targetLength, _) && movedTo.Add(target))
                {
                    rows.Add((target, targetLength));
                }
            }
        }

        // A moved row that is not marked as deleted would be found twice: once where it lies, once by its pointer.
        return movedTo.Count == 0 ? rows : [.. rows.DistinctBy(row => row.At)];
    }

    private byte[] Definition(int page)
    {
        var whole = new List<byte>(PageLength);
        var seen = new HashSet<int>();
        for (int next = page; next > 0 && next < PageCount && seen.Add(next);)
        {
            ReadOnlySpan<byte> bytes = Bytes.Slice(next * PageLength, PageLength);
            whole.AddRange(whole.Count == 0 ? bytes : bytes[8..]);
            next = (int)(new ByteReader(bytes).U4(4) & PointerMask);
        }

        return [.. whole];
    }

    private ImmutableArray<(string Name, int Page)> ReadCatalog()
    {
        if (Table(CatalogPage) is not { } catalog || catalog.Find("Name") is not { } name || catalog.Find("Id") is not { } id
            || catalog.Find("Type") is not { } type)
        {
            return [];
        }

        string[] names = catalog.Texts(name);
        double[] ids = catalog.Numbers(id), types = catalog.Numbers(type);
        var tables = ImmutableArray.CreateBuilder<(string, int)>();
        for (int row = 0; row < names.Length; row++)
        {
            bool isSystem = names[row].StartsWith("MSys", StringComparison.OrdinalIgnoreCase) || names[row].StartsWith('~');
            if (types[row] == TableKind && !isSystem && names[row].Length > 0 && double.IsFinite(ids[row]))
            {
                tables.Add((names[row], (int)((long)ids[row] & PointerMask)));
            }
        }

        return tables.ToImmutable();
    }
}
