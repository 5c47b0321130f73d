using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Reads the header of an .mpt file: every line becomes a setting.</summary>
internal static partial class MptHeader
{
    private const int FirstLine = 2, ParameterWidth = 20;
    private const string Parameters = "parameters", LoopSection = "loops", StartedName = "Acquisition started on", AreaName = "Electrode surface area";

    /// <summary>Reads the lines from the third to the one before the column names.</summary>
    internal static void Read(TextContent text, int endLine, RecordingDraft draft, ImportOptions options)
    {
        string section = string.Empty;
        for (int line = FirstLine; line < endLine; line++)
        {
            string raw = text.Line(line), trimmed = raw.Trim();
            if (trimmed.Length == 0)
            {
                section = section == Parameters ? string.Empty : section;
            }
            else if (draft.Technique.Length == 0 && !trimmed.Contains(" : ", StringComparison.Ordinal))
            {
                draft.Technique = trimmed;
            }
            else
            {
                section = ReadLine(raw, trimmed, section, draft);
            }
        }

        Interpret(draft, options);
    }

    /// <summary>Makes the loop number of each row from the lines <c>Loop 0 from point number 0 to 28</c>; null where there is one loop.</summary>
    internal static int[]? Loops(RecordingDraft draft, int rows)
    {
        List<(int From, int To)> loops = [.. draft.Texts(LoopSection).Select(text => LoopRange().Match(text))
            .Where(match => match.Success)
            .Select(match => (Number(match, 1), Number(match, 2)))];
        if (loops.Count < 2)
        {
            return null;
        }

        int[] numbers = new int[rows];
        for (int loop = 0; loop < loops.Count; loop++)
        {
            for (int row = loops[loop].From; row <= Math.Min(loops[loop].To, rows - 1); row++)
            {
                numbers[row] = loop;
            }
        }

        return numbers;
    }

    /// <summary>Reads the electrode surface area; null where the header states none that can be read [cm²].</summary>
    internal static double? Area(RecordingDraft draft)
    {
        Match match = AreaText().Match(draft.Text(AreaName) ?? string.Empty);
        return match.Success && double.TryParse(match.Groups[1].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double area)
            ? area * (match.Groups[2].Value == "mm" ? 0.01 : 1.0) : null;
    }

    private static string ReadLine(string raw, string trimmed, string section, RecordingDraft draft)
    {
        if (LoopLine().Match(trimmed) is { Success: true } loop)
        {
            draft.Set(LoopSection, $"Loop {loop.Groups[1].Value}", loop.Groups[2].Value);
            return section;
        }

        int colon = trimmed.IndexOf(" :", StringComparison.Ordinal);
        bool startsTable = raw.StartsWith("Ns ", StringComparison.Ordinal);
        if (startsTable || (section == Parameters && (colon < 0 || colon >= ParameterWidth || raw.Length > 2 * ParameterWidth)))
        {
            draft.Set(Parameters, raw[..Math.Min(raw.Length, ParameterWidth)].Trim(), Cells(raw));
            return Parameters;
        }

        string home = section == Parameters ? string.Empty : section;
        if (colon < 0)
        {
            draft.Set(home, trimmed, string.Empty);
            return home;
        }

        (string name, string value) = (trimmed[..colon].Trim(), trimmed[(colon + 2)..].Trim());
        if (name.StartsWith("Modify on", StringComparison.Ordinal) || (value.Length == 0 && name.Contains("configuration", StringComparison.Ordinal)))
        {
            home = value.Length > 0 ? $"{name} {value}" : name;
        }

        draft.Set(home, name, value);
        return home;
    }

    /// <summary>Cuts the cells of a parameter, one per sequence, out of columns of 20 characters.</summary>
    private static string Cells(string line) => string.Join('\t', Enumerable.Range(1, Math.Max(0, (line.Length - 1) / ParameterWidth))
        .Select(cell => line.Substring(cell * ParameterWidth, Math.Min(ParameterWidth, line.Length - (cell * ParameterWidth))).Trim()))
        .TrimEnd('\t');

    private static void Interpret(RecordingDraft draft, ImportOptions options)
    {
        if (draft.Text("Device") is { Length: > 0 } device)
        {
            draft.Instrument = $"BioLogic {device}";
        }

        if (draft.Text(StartedName) is { Length: > 0 } started)
        {
            (DateOrder order, Decision decision) = DateOrderDetector.Decide(StartedName, [started], options);
            draft.Started = DateText.Parse(started, order);
            if (draft.Started is null)
            {
                draft.Warn($"The start of the acquisition, '{started}', is no date that can be read; it is kept as text.");
            }
            else
            {
                draft.Decide(decision);
                draft.Decide(new Decision(DecisionKind.TimeZone, StartedName, "local time as written", "EC-Lab writes no time zone"));
            }
        }
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9.,]{1,20}) (cm|mm).$", RegexOptions.CultureInvariant)]
    private static partial Regex AreaText();

    [GeneratedRegex(@"^Loop (\d+) (from point number .*)$", RegexOptions.CultureInvariant)]
    private static partial Regex LoopLine();

    [GeneratedRegex(@"^from point number (\d{1,9}) to (\d{1,9})", RegexOptions.CultureInvariant)]
    private static partial Regex LoopRange();
}
