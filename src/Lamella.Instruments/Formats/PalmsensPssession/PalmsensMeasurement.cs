using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.PalmsensPssession;

/// <summary>Makes tables of one measurement of a session.</summary>
/// <param name="draft">Where tables, settings and decisions go.</param>
/// <param name="options">What the user overrides.</param>
/// <param name="number">Number of the measurement in the session, from 1.</param>
/// <param name="mayBeCut">Whether the file ends within this measurement.</param>
internal sealed partial class PalmsensMeasurement(RecordingDraft draft, ImportOptions options, int number, bool mayBeCut)
{
    /// <summary>Gets whether a spectrum was found.</summary>
    internal bool HasSpectrum { get; private set; }

    /// <summary>Reads the measurement.</summary>
    /// <returns>The number of records.</returns>
    internal int Read(JsonElement node)
    {
        string title = node.Text("Title");
        string section = string.Create(CultureInfo.InvariantCulture, $"{number} {title}").Trim();
        ReadSettings(node, section);
        draft.Technique = draft.Technique.Length > 0 ? draft.Technique : title;
        PalmsensArray[] whole = Arrays(node.Get("DataSet").Items("Values"));
        foreach (JsonElement spectrum in whole.Length == 0 ? node.Items("EISDataList") : [])
        {
            whole = [.. whole, .. Arrays(spectrum.Get("DataSet").Items("Values"))];
        }

        int rows = AddSets(title, whole);
        foreach (JsonElement curve in node.Items("Curves"))
        {
            PalmsensArray[] axes = Arrays(new[] { curve.Get("XAxisDataArray"), curve.Get("YAxisDataArray") }.Where(axis => axis.ValueKind == JsonValueKind.Object));
            bool isRepeated = axes.Length > 0 && axes.All(axis => whole.Any(array => array.Values.AsSpan().StartsWith(axis.Values)));
            if (!isRepeated && axes.Length > 0)
            {
                rows += AddTable(curve.Text("Title"), axes);
            }
        }

        return rows;
    }

    private void ReadSettings(JsonElement node, string section)
    {
        foreach (string name in (ReadOnlySpan<string>)["Title", "Type", "TimeStamp", "UTCTimeStamp", "DeviceUsed", "DeviceSerial", "DeviceFW"])
        {
            if (node.Text(name) is { Length: > 0 } text)
            {
                draft.Set(section, name, text);
            }
        }

        foreach (string line in node.Text("Method").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int mark = line.StartsWith('#') ? -1 : line.IndexOf('=', StringComparison.Ordinal);
            draft.Set(section + " / Method", mark > 0 ? line[..mark] : "comment", mark > 0 ? line[(mark + 1)..] : line.TrimStart('#'));
        }

        if (long.TryParse(node.Text("TimeStamp"), NumberStyles.None, CultureInfo.InvariantCulture, out long local)
            && long.TryParse(node.Text("UTCTimeStamp"), NumberStyles.None, CultureInfo.InvariantCulture, out long utc))
        {
            var offset = TimeSpan.FromTicks(Math.Clamp(local - utc, -TimeSpan.TicksPerDay, TimeSpan.TicksPerDay));
            string sign = offset < TimeSpan.Zero ? "-" : "+";
            draft.Decide(new Decision(DecisionKind.TimeZone, "TimeStamp", $"UTC{sign}{offset:hh\\:mm}", "the local time and UTC are both stored"));
        }
    }

    /// <summary>Reads the arrays; of a cut file the last one is left out where it is shorter than the one before.</summary>
    private PalmsensArray[] Arrays(IEnumerable<JsonElement> nodes)
    {
        PalmsensArray[] arrays = [.. nodes.Select(PalmsensArray.Read)];
        bool lastIsCut = mayBeCut && arrays.Length > 1 && arrays[^1].Values.Length < arrays[..^1].Max(array => array.Values.Length);
        return lastIsCut ? arrays[..^1] : arrays;
    }

    private int AddSets(string title, PalmsensArray[] arrays)
    {
        if (arrays.Length == 0)
        {
            return 0;
        }

        string[] scans = [.. arrays.Where(array => Scan().IsMatch(array.Name)).Select(array => array.Name).Distinct()];
        if (scans.Length < 2)
        {
            return AddTable(title, arrays);
        }

        int rows = 0;
        foreach (string scan in scans)
        {
            rows += AddTable($"{title} {scan}", [.. arrays.Where(array => array.Name == scan)]);
        }

        PalmsensArray[] others = [.. arrays.Where(array => !scans.Contains(array.Name))];
        if (others.Length > 0)
        {
            AddTable($"{title} {others[0].Name}", others, isShared: true);
        }

        return rows;
    }

    private int AddTable(string name, PalmsensArray[] arrays, bool isShared = false)
    {
        int rows = arrays.Max(array => array.Values.Length);
        if (arrays.Any(array => array.Values.Length > 0 && array.Values.Length < rows))
        {
            draft.Warn($"'{name}': arrays of one data set differ in length; what is missing at their ends is blank.");
        }

        var taken = new HashSet<ColumnRole>();
        ImmutableArray<RecordingColumn> columns = [.. arrays.SelectMany(array => array.Columns(rows, taken.Add, options.Sign == CurrentSign.PositiveDischarges))];
        var table = new RecordingTable { Name = name, Columns = columns, RowCount = rows, IsSummary = isShared };
        if (!taken.Contains(ColumnRole.Frequency))
        {
            draft.Add(table);
            return rows;
        }

        HasSpectrum = true;
        draft.Decide(new Decision(DecisionKind.Sign, "ZIm, Phase", "stored with turned sign", "the unit's quantity is -Z''"));
        if (SweepSplit.Number(arrays.First(array => array.Kind == "Hertz").Values) is { } sweeps)
        {
            draft.Decide(new Decision(
                DecisionKind.Structure, name, string.Create(CultureInfo.InvariantCulture, $"{sweeps[^1]} spectra one after another"), "the frequency turns back between them"));
            table = table with
            {
                Columns = columns.Add(new RecordingColumn { Name = "spectrum", Values = ColumnValues.Of(sweeps), Role = ColumnRole.Sweep, IsDerived = true }),
            };
        }

        draft.Add(table);
        return rows;
    }

    [GeneratedRegex(@"^scan\d+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scan();
}
