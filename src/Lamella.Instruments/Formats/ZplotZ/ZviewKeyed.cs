using System.Globalization;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ZplotZ;

/// <summary>
/// The layout with keys: <c>ZPLOT2 ASCII</c>, indented <c>key: value</c> lines in sections, the headings as the last line before
/// <c>End Comments</c>, then rows with tabs.
/// </summary>
internal static class ZviewKeyed
{
    /// <summary>What the software says about the sign of Z''.</summary>
    internal static ImaginarySign TrueSign { get; } = new(true, false, "ZView writes Z'' with its true sign");

    internal static Recording Read(HeadedTable table, CancellationToken cancellationToken)
    {
        TextContent text = table.Text;
        int end = text.FindLine("End Comments"u8);
        int comments = end < 0 ? text.LineCount : end;
        string heading = comments > 0 && end >= 0 ? text.Line(comments - 1) : string.Empty;
        Dictionary<string, string> settings = Settings(table, heading.Contains("Freq", StringComparison.Ordinal) ? comments - 1 : comments);
        Describe(table, settings);
        if (end < 0 || !heading.Contains("Freq", StringComparison.Ordinal))
        {
            table.Draft.Miss(new Shortfall(string.Empty, 0, null, table.FileLength, "the line 'End Comments', the headings above it and every record"));
            return table.Draft.Finish();
        }

        long? stated = settings.TryGetValue("Data Points", out string? points)
            && long.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(heading.Trim(' '), '\t')], FirstLine = end + 1, Delimiter = '\t' };
        RecordingTable rows = table.Read(string.Empty, layout, stated, cancellationToken);
        new ImpedanceTables(table.Draft, table.Options).Add(rows, TrueSign);
        return table.Draft.Finish();
    }

    private static void Describe(HeadedTable table, Dictionary<string, string> settings)
    {
        RecordingDraft draft = table.Draft;
        draft.Technique = settings.GetValueOrDefault("Experiment Type", "impedance");
        draft.FormatVersion = settings.GetValueOrDefault("Measured Data, ZPlot", settings.GetValueOrDefault("Measured Data, Software", string.Empty));
        if (settings.TryGetValue("Date", out string? date))
        {
            draft.Decide(DateOrderDetector.Decide("Date", [date], table.Options).Decision);
            draft.Decide(new Decision(DecisionKind.TimeZone, "Date, Time", "local clock of the computer", "the file states no zone"));
        }

        double? area = settings.TryGetValue("Surface Area", out string? stated)
            && double.TryParse(stated, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
        ElectrodeArea.Note(draft, table.Options, area, untouched: 1.0);
    }

    private static Dictionary<string, string> Settings(HeadedTable table, int end)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        string section = string.Empty;
        for (int line = 1; line < end; line++)
        {
            string text = table.Text.Line(line).Trim();
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            (string key, string value) = colon < 0 ? (text, string.Empty) : (text[..colon].TrimEnd(), text[(colon + 1)..].Trim());
            if (key.StartsWith("Begin ", StringComparison.Ordinal))
            {
                section = key[6..];
            }
            else if (key.StartsWith("End ", StringComparison.Ordinal))
            {
                section = string.Empty;
                continue;
            }

            if (section == "User Comments" && !key.StartsWith("Begin ", StringComparison.Ordinal))
            {
                table.Draft.Set(section, "comment", text);
            }
            else if (key.Length > 0)
            {
                table.Draft.Set(section, key, value);
                settings.TryAdd(key, value);
            }
        }

        return settings;
    }
}
