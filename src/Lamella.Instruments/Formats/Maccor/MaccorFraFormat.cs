using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Maccor;

/// <summary>Maccor's AC impedance test: ten lines of settings, then frequency, polarisation, time, Z' and Z''.</summary>
/// <remarks>No file of this kind is among the samples; the layout is that of a public description.</remarks>
public sealed class MaccorFraFormat : IInstrumentFormat
{
    private const int LongestPreamble = 40;

    private static readonly FrozenDictionary<string, ColumnRule> Rules = new Dictionary<string, ColumnRule>(StringComparer.OrdinalIgnoreCase)
    {
        ["Freq"] = new(ColumnRole.Frequency, "Hz"), ["Polar"] = new(ColumnRole.Voltage, "V"), ["time"] = new(ColumnRole.TestTime, "s", ColumnScope.Test),
        ["Z'(a)"] = new(ColumnRole.ImpedanceReal, "ohm"), ["Z''(b)"] = new(ColumnRole.ImpedanceImaginary, "ohm"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "maccor-txt-fra";

    /// <inheritdoc/>
    public string Title => "Maccor AC impedance text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string first = content.HeadLines.FirstOrDefault(string.Empty);
        bool isOwn = first.StartsWith("MACCOR", StringComparison.OrdinalIgnoreCase) && first.Contains("AC Impedance", StringComparison.OrdinalIgnoreCase);
        return isOwn && Heading(content.HeadLines) >= 0 ? new Recognition(Recognition.Certain, "first line 'MACCOR ... AC Impedance Test'") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "Maccor");
        int heading = Heading(content.HeadLines);
        for (int line = 0; line < heading; line++)
        {
            string[] parts = reader.Text.Line(line).Split(':', 2, StringSplitOptions.TrimEntries);
            reader.Draft.Set(string.Empty, parts[0], parts.Length > 1 ? parts[1] : string.Empty);
        }

        string written = reader.Text.Line(heading);
        char delimiter = HeadedTable.DelimiterOf(written);
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(written, delimiter)], FirstLine = heading + 1, Delimiter = delimiter };
        RecordingTable table = reader.Read(string.Empty, layout, stated: null, cancellationToken);
        reader.Draft.Add(table with { Columns = CyclerColumns.Describe(table.Columns, Rules, reader.Draft), Technique = "impedance" });
        reader.Draft.Decide(new Decision(DecisionKind.Sign, "Z''(b)", "true sign", "the name has no minus"));
        ElectrodeArea.Note(reader.Draft, options, null, null);
        return reader.Draft.Finish();
    }

    private static int Heading(ImmutableArray<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Length, LongestPreamble); line++)
        {
            if (lines[line].TrimStart().StartsWith("Freq", StringComparison.OrdinalIgnoreCase) && lines[line].Contains("Z'", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return -1;
    }
}
