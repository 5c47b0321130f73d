using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Reads the records of an .mpr block by block.</summary>
internal static class MprStream
{
    private const int MagicLength = 52, LongestHeader = 65, LongestStart = 0x3EF, BlockRows = 65_536;

    /// <summary>Reads the blocks of every data module.</summary>
    internal static IEnumerable<RecordingTable> Read(Stream file, string path, ImportOptions options, CancellationToken cancellationToken)
    {
        string technique = string.Empty;
        file.Position = MagicLength;
        while (NextModule(file) is { } module)
        {
            if (module.Name == "VMP Set")
            {
                var draft = new RecordingDraft(new FileFacts(path, file.Length, string.Empty, string.Empty), "biologic-mpr");
                MprSettings.Read(ReadAt(file, module.Start, 1), draft);
                technique = draft.Technique;
            }
            else if (module.Name == "VMP data")
            {
                foreach (RecordingTable block in Blocks(file, module, technique, options, cancellationToken))
                {
                    yield return block;
                }
            }

            file.Position = module.Start + module.Length;
        }
    }

    private static IEnumerable<RecordingTable> Blocks(
        Stream file, MprModule module, string technique, ImportOptions options, CancellationToken cancellationToken)
    {
        if (MprLayout.Of(module, ReadAt(file, module.Start, (int)Math.Min(LongestStart, module.Length))) is not { RecordLength: > 0 } layout)
        {
            yield break;
        }

        long rows = Math.Min(layout.StatedRows, Math.Max(0L, module.Length - layout.DataStart) / layout.RecordLength);
        byte[] buffer = new byte[(BlockRows + 1) * layout.RecordLength];
        for (long row = 0; row < rows; row += BlockRows)
        {
            // The record before the block comes along, so that derived columns continue; it is taken out again.
            int before = row > 0 ? 1 : 0, count = (int)Math.Min(BlockRows, rows - row) + before;
            file.Position = module.Start + layout.DataStart + ((row - before) * layout.RecordLength);
            file.ReadExactly(buffer, 0, count * layout.RecordLength);
            var records = new MprRecords(layout, count);
            records.Decode(buffer.AsSpan(0, count * layout.RecordLength), 0, cancellationToken);
            List<RecordingColumn> columns = [.. records.Columns];
            columns.AddRange(BioLogicDerived.Of(columns, technique));
            var assigned = BioLogicRoles.Assign(columns, options.Sign);
            yield return new RecordingTable
            {
                Technique = technique,
                Columns = before == 0 ? assigned : ColumnRows.Take(assigned, [.. Enumerable.Range(1, count - 1)]),
                RowCount = count - before,
                StatedRowCount = layout.StatedRows,
            };
        }
    }

    private static MprModule? NextModule(Stream file)
    {
        long at = file.Position;
        byte[] header = ReadAt(file, at, (int)Math.Min(LongestHeader, Math.Max(0, file.Length - at)));
        return MprModule.ReadHeader(header, at, file.Length);
    }

    private static byte[] ReadAt(Stream file, long at, int count)
    {
        byte[] bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}
