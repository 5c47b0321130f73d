using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.Ivium;

/// <summary>Walks over the lines of an Ivium file and sorts them into settings, headings of objects and records.</summary>
internal sealed partial class IviumDataSets(RecordingDraft draft)
{
    private const int MostColumns = 64;

    private readonly List<int> pending = [];
    private readonly Dictionary<(int Set, string Name), int> statedBlocks = [];
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);
    private int set = 1;
    private string title = string.Empty;
    private string objectName = string.Empty;
    private IviumObject? current;

    /// <summary>Gets the blocks in the order of the file.</summary>
    internal List<IviumObject> Objects { get; } = [];

    /// <summary>Gets the method that was stated last.</summary>
    internal string Method { get; private set; } = string.Empty;

    /// <summary>Finds the text of a setting.</summary>
    internal string? Setting(string name) => settings.GetValueOrDefault(name);

    /// <summary>Takes the next line.</summary>
    internal void Take(string line)
    {
        if (current is { } open && open.Rows.Count < open.StatedRows && Numbers(line) is { } record && record.Length == open.Columns)
        {
            open.Rows.Add(record);
            return;
        }

        string text = line.Trim();
        if (objectName.Length > 0 && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            pending.Add(number);
            Open();
        }
        else if (Heading().IsMatch(line.TrimEnd()) && line.Length <= 24 && !text.Contains('='))
        {
            pending.Clear();
            (objectName, current) = (text == "Data Objects" ? string.Empty : text, null);
        }
        else if (KeyValue().Match(line) is { Success: true } pair)
        {
            Keep(pair.Groups["key"].Value, pair.Groups["value"].Value);
        }
    }

    /// <summary>Ends the reading.</summary>
    internal void End() => Objects.RemoveAll(block => block is { IsPrimary: false, Rows.Count: 0 });

    /// <summary>Lists the objects that have fewer blocks than stated, and the last data set where it has no records.</summary>
    internal IEnumerable<(string Name, int Stated, int Found)> MissingBlocks()
    {
        foreach (((int owner, string name), int stated) in statedBlocks)
        {
            int found = Objects.Count(block => block.Set == owner && block.Name == name);
            if (found < stated && name != "primary_data")
            {
                yield return (name, stated, found);
            }
        }

        if (!Objects.Exists(block => block.Set == set && block.IsPrimary))
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"data set {set} primary_data"), 1, 0);
        }
    }

    /// <summary>Opens a block when the last two numbers can be its columns and records.</summary>
    private void Open()
    {
        // primary_data: columns, records. Traces: number of blocks, then columns and records before each block.
        bool isFirstOfSeveral = pending.Count == 2 && objectName != "primary_data" && !Objects.Exists(block => block.Set == set && block.Name == objectName);
        if (pending.Count < 2 || isFirstOfSeveral || pending[^2] is < 1 or > MostColumns || pending[^1] < 0)
        {
            return;
        }

        if (pending.Count > 2)
        {
            statedBlocks.TryAdd((set, objectName), pending[^3]);
        }

        current = new IviumObject(set, title, Method, objectName, pending[^2], pending[^1]);
        Objects.Add(current);
        pending.Clear();
    }

    private void Keep(string key, string value)
    {
        if (objectName.Length > 0)
        {
            // Settings after data begin the next data set.
            (objectName, current) = (string.Empty, null);
            set++;
            pending.Clear();
        }

        draft.Set(set == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"data set {set}"), key, value);
        settings.TryAdd(key, value);
        title = key == "Title" ? value : title;
        Method = key == "Method" ? value : Method;
    }

    private static double[]? Numbers(string line)
    {
        if (line.Length > 4096 || line.Contains('='))
        {
            return null;
        }

        MatchCollection matches = Float().Matches(line.Contains('.', StringComparison.Ordinal) ? line : line.Replace(',', '.'));
        double[] numbers = new double[matches.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.Parse(matches[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return Float().Replace(line.Replace(',', '.'), string.Empty).Trim().Length == 0 ? numbers : null;
    }

    [GeneratedRegex(@"^(?<key>[A-Za-z][^=\x00-\x1F]{0,80})=(?<value>[^\x00-\x08]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyValue();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z_ ]{2,22}$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[-+]?\d+(\.\d*)?([Ee][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
