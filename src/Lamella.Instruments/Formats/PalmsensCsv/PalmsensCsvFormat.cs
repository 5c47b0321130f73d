using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.PalmsensCsv;

/// <summary>Reads the text exports of PSTrace: one block for each measurement, with its date, title, headings and records.</summary>
/// <remarks>
/// UTF-16 with byte-order mark and, often, an empty line after every line. Under the heading <c>Z''</c> stands −Z'': beside it stands
/// <c>neg. Phase</c>, which has the same sign. Several scans stand side by side as pairs of <c>V</c> and <c>µA</c>.
/// </remarks>
public sealed class PalmsensCsvFormat : IInstrumentFormat
{
    private static readonly ImaginarySign TurnedSign = new(true, true, "PSTrace writes −Z'' under the heading Z'', beside 'neg. Phase'");

    /// <inheritdoc/>
    public string Name => "palmsens-csv";

    /// <inheritdoc/>
    public string Title => "PalmSens PSTrace text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool hasMeasurement = content.HeadLines.Take(12).Any(line => line.StartsWith("Measurement:", StringComparison.Ordinal));
        return hasMeasurement && content.HeadLines.Take(12).Any(line => line.StartsWith("Date and time:", StringComparison.Ordinal) || line.StartsWith("File date:", StringComparison.Ordinal))
            ? new Recognition(Recognition.Signature, "the lines 'Measurement:' and 'Date and time:' of PSTrace") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "PalmSens PSTrace");
        TextContent text = table.Text;
        (int measurement, bool hasSpectrum, string title) = (0, false, string.Empty);
        for (int line = 0; line < text.LineCount;)
        {
            string[] cells = HeadedTable.Cells(text.Line(line), ',');
            if (IsHeading(cells))
            {
                int end = EndOfRecords(text, line + 1);
                hasSpectrum |= ReadRecords(table, title, cells, line + 1, end, cancellationToken);
                line = end;
                continue;
            }

            string first = cells.Length > 0 ? cells[0] : string.Empty;
            measurement += first == "Measurement:" ? 1 : 0;
            if (first.EndsWith(':'))
            {
                string section = measurement == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"measurement {measurement}");
                table.Draft.Set(section, first.TrimEnd(':'), string.Join(',', cells[1..]));
                table.Draft.Technique = first == "Measurement:" && table.Draft.Technique.Length == 0 ? cells.ElementAtOrDefault(1) ?? string.Empty : table.Draft.Technique;
            }
            else if (first.Length > 0)
            {
                title = string.Create(CultureInfo.InvariantCulture, $"{measurement} {string.Join(' ', cells).Trim()}");
            }

            line++;
        }

        if (hasSpectrum)
        {
            ElectrodeArea.Note(table.Draft, options, null, null);
        }

        table.Draft.Decide(new Decision(DecisionKind.TimeZone, "Date and time", "local clock of the computer", "the file states no zone"));
        CurrentDirection.Note(table.Draft, options, "positive is oxidation at the working electrode: it charges the cell where that is the positive one", "as PSTrace writes it");
        return table.Draft.Finish();
    }

    /// <summary>Tells whether every cell is a unit or a name with a unit.</summary>
    private static bool IsHeading(string[] cells)
    {
        string[] filled = [.. cells.Where(cell => cell.Length > 0)];
        return filled.Length > 1 && filled.All(cell => VendorUnit.Find(cell) is not null || ColumnLabel.Parse(cell).Unit.Length > 0);
    }

    private static int EndOfRecords(TextContent text, int from)
    {
        int end = from;
        for (int line = from; line < text.LineCount; line++)
        {
            string first = text.Line(line).TrimStart();
            if (first.Length > 0 && first[0] is not ((>= '0' and <= '9') or '-' or '+' or '.' or ','))
            {
                break;
            }

            end = line + 1;
        }

        return end;
    }

    private static bool ReadRecords(HeadedTable table, string title, string[] names, int begin, int end, CancellationToken cancellationToken)
    {
        var layout = new DelimitedLayout { Names = [.. names], FirstLine = begin, EndLine = end, Delimiter = ',' };
        RecordingTable rows = table.Read(title, layout, null, cancellationToken);
        if (ImpedanceTables.AreImpedances(names))
        {
            new ImpedanceTables(table.Draft, table.Options).Add(rows, TurnedSign);
            return true;
        }

        // Pairs of axes side by side: a new pair begins where the first unit comes again.
        int[] starts = [.. Enumerable.Range(0, names.Length).Where(i => names[i].Length > 0 && names[i] == names[0])];
        for (int pair = 0; pair < starts.Length; pair++)
        {
            int last = pair + 1 < starts.Length ? starts[pair + 1] : rows.Columns.Length;
            ImmutableArray<RecordingColumn> own = rows.Columns[starts[pair]..last];
            int[] filled = [.. Enumerable.Range(0, rows.RowCount).Where(row => own.Any(column => column.Values.Text(row).Length > 0))];
            table.Draft.Add(new RecordingTable
            {
                Name = starts.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"{title} scan {pair + 1}") : title,
                Columns = [.. ColumnRows.Take(own, filled).Select(column => Label(column, table.Options))], RowCount = filled.Length,
            });
        }

        return false;
    }

    private static RecordingColumn Label(RecordingColumn column, ImportOptions options)
    {
        ColumnLabel label = ColumnLabel.Parse(column.Name);
        string unit = label.Unit.Length > 0 ? label.Unit : label.Name;
        ColumnScale? scale = VendorUnit.Find(unit);
        ColumnRole role = !column.Values.IsNumeric ? ColumnRole.None : scale?.Unit switch
        {
            "V" => ColumnRole.Voltage,
            "A" => ColumnRole.Current,
            "s" => ColumnRole.TestTime,
            _ => ColumnRole.None,
        };
        bool turned = role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges;
        return column with { Unit = unit, Role = role, Scale = turned ? scale?.Turned() : scale };
    }
}
