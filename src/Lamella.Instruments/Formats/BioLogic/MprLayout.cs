using System.Buffers.Binary;
using System.Collections.Immutable;
using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Where the columns of the data module stand in a record.</summary>
internal sealed record MprLayout
{
    private const int FlagWidth = 1, HeaderLength = 5;

    private static readonly (int Version, int Start)[] Starts = [(3, 0x196), (2, 0x195), (11, 0x3EF), (0, 100)];

    /// <summary>Gets the columns; unknown ones have no kind. The flags are one column of id −1.</summary>
    internal required ImmutableArray<(int Id, MprColumnKind? Kind, int Offset, int Width)> Columns { get; init; }

    /// <summary>Gets which flags share the flag byte.</summary>
    internal required ImmutableArray<int> FlagIds { get; init; }

    /// <summary>Gets where the records begin within the payload.</summary>
    internal required int DataStart { get; init; }

    /// <summary>Gets the length of a record [bytes].</summary>
    internal required int RecordLength { get; init; }

    /// <summary>Gets the number of records that the module states.</summary>
    internal required long StatedRows { get; init; }

    /// <summary>Gets what is doubtful; empty where nothing is.</summary>
    internal string Doubt { get; init; } = string.Empty;

    /// <summary>Works out the layout; null where the payload ends before its columns are listed.</summary>
    internal static MprLayout? Of(MprModule module, ReadOnlySpan<byte> payload)
    {
        var bytes = new ByteReader(payload);
        int count = bytes.U1(4), idWidth = module.Version == 0 ? 1 : 2;
        if (!bytes.Has(0, HeaderLength + (count * idWidth)))
        {
            return null;
        }

        int[] ids = new int[count];
        for (int i = 0; i < count; i++)
        {
            int at = HeaderLength + (i * idWidth);
            ids[i] = idWidth == 1 ? bytes.U1(at)
                : module.Version >= 10 ? BinaryPrimitives.ReadUInt16BigEndian(payload[at..]) : bytes.U2(at);
        }

        long rows = bytes.U4(0);
        var draft = Place(ids);
        int least = draft.Columns.Sum(column => column.Width);
        int unknown = draft.Columns.Count(column => column.Kind is null && column.Id >= 0);
        (int start, int record, string doubt) = Fit(module, rows, least, unknown);
        return new MprLayout
        {
            Columns = Widen(draft.Columns, record - least, unknown),
            FlagIds = draft.Flags,
            DataStart = start,
            RecordLength = record,
            StatedRows = rows,
            Doubt = doubt,
        };
    }

    private static (ImmutableArray<(int Id, MprColumnKind? Kind, int Offset, int Width)> Columns, ImmutableArray<int> Flags) Place(int[] ids)
    {
        var columns = ImmutableArray.CreateBuilder<(int, MprColumnKind?, int, int)>(ids.Length);
        var flags = ImmutableArray.CreateBuilder<int>();
        int offset = 0;
        foreach (int id in ids)
        {
            if (MprColumnKinds.Flags.Any(flag => flag.Id == id))
            {
                if (flags.Count == 0)
                {
                    columns.Add((-1, null, offset, FlagWidth));
                    offset += FlagWidth;
                }

                flags.Add(id);
                continue;
            }

            MprColumnKind? kind = MprColumnKinds.Find(id, ids);
            columns.Add((id, kind, offset, kind?.Width ?? 0));
            offset += kind?.Width ?? 0;
        }

        return (columns.ToImmutable(), flags.ToImmutable());
    }

    /// <summary>Finds where the records begin and how long they are: the length of the payload has to be a whole number of them.</summary>
    private static (int Start, int Record, string Doubt) Fit(MprModule module, long rows, int least, int unknown)
    {
        int usual = Starts.Where(entry => entry.Version == module.Version).Select(entry => entry.Start).FirstOrDefault(Starts[0].Start);
        foreach (int start in Starts.Select(entry => entry.Start).OrderByDescending(start => start == usual))
        {
            long data = module.StatedLength - start;
            if (rows <= 0 || data < 0 || data % rows != 0)
            {
                continue;
            }

            long record = data / rows;
            bool fits = unknown == 0 ? record == least : record > least && record - least <= 8L * unknown;
            if (fits)
            {
                string doubt = start == usual ? string.Empty : $"The records of this data module of version {module.Version} begin at byte {start} and not at {usual}.";
                return (start, (int)record, doubt);
            }
        }

        // Without records there is nothing to fit; with them the header and the length contradict each other.
        string contradiction = rows <= 0 ? string.Empty
            : "The length of the data module is not a whole number of records; records of the listed columns are assumed.";
        return (usual, least + (4 * unknown), contradiction);
    }

    /// <summary>Gives unknown columns their width: what is left of the record, in equal parts.</summary>
    private static ImmutableArray<(int Id, MprColumnKind? Kind, int Offset, int Width)> Widen(
        ImmutableArray<(int Id, MprColumnKind? Kind, int Offset, int Width)> columns, int left, int unknown)
    {
        if (unknown == 0)
        {
            return columns;
        }

        // Parts that are not equal cannot be told apart: the first unknown column then takes what is left over.
        int part = left / unknown, rest = left - (part * unknown), offset = 0;
        var placed = ImmutableArray.CreateBuilder<(int, MprColumnKind?, int, int)>(columns.Length);
        foreach ((int id, MprColumnKind? kind, _, int known) in columns)
        {
            bool isUnknown = kind is null && id >= 0;
            int width = isUnknown ? part + rest : known;
            rest = isUnknown ? 0 : rest;
            placed.Add((id, kind, offset, width));
            offset += width;
        }

        return placed.ToImmutable();
    }
}
