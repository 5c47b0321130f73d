using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>BioLogic .mpr: the binary files of EC-Lab and BT-Lab.</summary>
/// <remarks>
/// Modules follow one another: settings, data, log, loops, external devices. The data module lists its columns by number;
/// the length of the module tells the length of a record, so that an unknown number costs nothing but its name.
/// </remarks>
public sealed class BioLogicMprFormat : IStreamedFormat
{
    private const string DataModule = "VMP data", SettingsModule = "VMP Set", LogModule = "VMP LOG", LoopModule = "VMP loop";

    /// <inheritdoc/>
    public string Name => "biologic-mpr";

    /// <inheritdoc/>
    public string Title => "BioLogic EC-Lab .mpr";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".mpr"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.StartsWith("BIO-LOGIC MODULAR FILE\u001a"u8) ? new Recognition(Recognition.Certain, "begins with BIO-LOGIC MODULAR FILE") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "BioLogic (EC-Lab)" };
        List<MprModule> modules = MprModule.ReadAll(content.Span, out int end);
        foreach (MprModule module in modules)
        {
            draft.Set(module.Name, "module date", module.Date);
            ReadOnlySpan<byte> payload = content.Span.Slice((int)module.Start, (int)module.Length);
            switch (module.Name)
            {
                case SettingsModule:
                    MprSettings.Read(payload, draft);
                    break;
                case LogModule:
                    MprLog.Read(payload, draft);
                    break;
                case DataModule:
                    draft.FormatVersion = module.Version.ToString(CultureInfo.InvariantCulture);
                    ReadData(module, payload, Loops(content, modules), draft, options, cancellationToken);
                    break;
                case LoopModule:
                    break; // read with the data
                case MprExternalDevice.Module:
                    MprExternalDevice.Read(payload, draft);
                    goto default;
                default:
                    draft.Set(module.Name, "@0x0000", Convert.ToHexStringLower(payload[..Math.Min(payload.Length, 1024)]));
                    break;
            }
        }

        BioLogicNotes.NoteArea(draft, draft.Tables is [var first, ..] ? first : null, draft.Number("electrode surface area / cm2"), options);
        NoteDamage(content, modules, end, draft);
        return draft.Finish();
    }

    /// <inheritdoc/>
    public IEnumerable<RecordingTable> Stream(Stream file, string path, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return MprStream.Read(file, path, options, cancellationToken);
    }

    private static void ReadData(
        MprModule module, ReadOnlySpan<byte> payload, int[] loops, RecordingDraft draft, ImportOptions options, CancellationToken cancellationToken)
    {
        if (MprLayout.Of(module, payload) is not { } layout)
        {
            draft.Miss(new Shortfall(DataModule, 0, null, module.Start + module.Length, "the list of columns and all records"));
            return;
        }

        long available = layout.RecordLength == 0 ? 0 : Math.Max(0, payload.Length - layout.DataStart) / layout.RecordLength;
        int rows = (int)Math.Min(layout.StatedRows, available);
        var records = new MprRecords(layout, rows);
        if (rows > 0)
        {
            records.Decode(payload.Slice(layout.DataStart, rows * layout.RecordLength), 0, cancellationToken);
        }

        if (rows < layout.StatedRows)
        {
            draft.Miss(new Shortfall(DataModule, rows, layout.StatedRows, module.Start + module.Length, "the records after the last whole one and the modules behind them"));
        }

        draft.Add(Table(layout, rows, [.. records.Columns], loops, draft, options));
    }

    private static RecordingTable Table(
        MprLayout layout, int rows, List<RecordingColumn> columns, int[] loops, RecordingDraft draft, ImportOptions options)
    {
        foreach (RecordingColumn unknown in columns.Where(column => !column.IsKnown))
        {
            draft.Warn($"Column '{unknown.Name}' is not known; its {unknown.Values.StoredAs} values are kept as they are stored.");
        }

        if (layout.Doubt.Length > 0)
        {
            draft.Warn(layout.Doubt);
        }

        columns.AddRange(BioLogicDerived.Of(columns, draft.Technique));
        if (loops.Length > 1)
        {
            columns.Add(new RecordingColumn { Name = "loop number", Values = ColumnValues.Of(LoopNumbers(loops, rows)), IsDerived = true });
        }

        var table = new RecordingTable
        {
            Technique = draft.Technique,
            Columns = BioLogicRoles.Assign(columns, options.Sign),
            RowCount = rows,
            StatedRowCount = layout.StatedRows,
        };
        BioLogicNotes.Decide(draft, table, options);
        return table;
    }

    /// <summary>Reads at which rows a loop begins.</summary>
    private static int[] Loops(FileContent content, List<MprModule> modules)
    {
        if (modules.FirstOrDefault(module => module.Name == LoopModule) is not { } loop)
        {
            return [];
        }

        var bytes = new Bytes.ByteReader(content.Span.Slice((int)loop.Start, (int)loop.Length));
        int count = (int)Math.Min(bytes.U4(0), Math.Max(0, (loop.Length - 4) / 4));
        int[] starts = new int[count];
        for (int i = 0; i < count; i++)
        {
            starts[i] = bytes.I4(4 + (4 * i));
        }

        return starts;
    }

    private static int[] LoopNumbers(int[] starts, int rows)
    {
        int[] numbers = new int[rows];
        int loop = 0;
        for (int row = 0; row < rows; row++)
        {
            while (loop + 1 < starts.Length && starts[loop + 1] <= row && starts[loop + 1] > starts[loop])
            {
                loop++;
            }

            numbers[row] = loop;
        }

        return numbers;
    }

    private static void NoteDamage(FileContent content, List<MprModule> modules, int end, RecordingDraft draft)
    {
        if (draft.Started is not null)
        {
            draft.Decide(new Decision(DecisionKind.TimeZone, "acquisition started", "local time as written", "EC-Lab stores no time zone"));
        }

        if (modules.All(module => module.Name != DataModule))
        {
            draft.Miss(new Shortfall(DataModule, 0, null, content.Length, "the data module"));
        }

        foreach (MprModule module in modules.Where(module => module.IsCut && module.Name != DataModule))
        {
            draft.Miss(new Shortfall(module.Name, 0, null, content.Length, FormattableString.Invariant(
                $"{module.StatedLength - module.Length} of the {module.StatedLength} bytes of this module")));
        }

        if (end < content.Length)
        {
            draft.Miss(new Shortfall(string.Empty, 0, null, end, FormattableString.Invariant(
                $"what the {content.Length - end} bytes after that mean; they are no module")));
        }
    }
}
