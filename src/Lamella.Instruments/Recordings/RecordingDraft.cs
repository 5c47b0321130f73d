using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Dates;

namespace Lamella.Instruments.Recordings;

/// <summary>Collects what a format finds while it reads; used by one reading and then thrown away.</summary>
/// <param name="file">Which file it is.</param>
/// <param name="format">Registered name of the format.</param>
public sealed class RecordingDraft(FileFacts file, string format)
{
    private readonly List<Setting> settings = [];
    private readonly List<RecordingTable> tables = [];
    private readonly List<Decision> decisions = [];
    private readonly List<string> warnings = [];
    private readonly List<Shortfall> shortfalls = [];

    /// <summary>Gets or sets the version of the format.</summary>
    public string FormatVersion { get; set; } = string.Empty;

    /// <summary>Gets or sets the instrument.</summary>
    public string Instrument { get; set; } = string.Empty;

    /// <summary>Gets or sets the technique.</summary>
    public string Technique { get; set; } = string.Empty;

    /// <summary>Gets or sets when the measurement started, on the clock of the instrument's computer.</summary>
    public WrittenDate? Started { get; set; }

    /// <summary>Gets the tables so far.</summary>
    public IReadOnlyList<RecordingTable> Tables => tables;

    /// <summary>Reads a setting that is a number.</summary>
    /// <param name="name">Name as written.</param>
    /// <returns>The number of the first such setting; null where there is none.</returns>
    public double? Number(string name) =>
        settings.Find(setting => setting.Name == name) is { } found
        && double.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>Reads a setting.</summary>
    /// <param name="name">Name as written.</param>
    /// <returns>The text of the first such setting; null where there is none.</returns>
    public string? Text(string name) => settings.Find(setting => setting.Name == name)?.Text;

    /// <summary>Reads the settings of a section.</summary>
    /// <param name="section">Name of the section.</param>
    /// <returns>Their texts in order.</returns>
    public IEnumerable<string> Texts(string section) => settings.Where(setting => setting.Section == section).Select(setting => setting.Text);

    /// <summary>Adds a setting, raw.</summary>
    /// <param name="section">Section or module; empty at top level.</param>
    /// <param name="name">Name as written.</param>
    /// <param name="text">Value as written.</param>
    public void Set(string section, string name, string text) => settings.Add(new Setting(section, name, text));

    /// <summary>Adds a table; its column names are made unique.</summary>
    /// <param name="table">The table.</param>
    public void Add(RecordingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (RecordingColumn column in table.Columns)
        {
            if (column.Values.Count != table.RowCount)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' has {column.Values.Count} values, the table {table.RowCount} rows.", nameof(table));
            }
        }

        tables.Add(table with { Columns = Unique(table.Columns) });
    }

    /// <summary>Adds a decision; the same one is noted once.</summary>
    /// <param name="decision">What was decided.</param>
    public void Decide(Decision decision) => AddOnce(decisions, decision);

    /// <summary>Adds a warning; the same one is noted once.</summary>
    /// <param name="text">What the user should know: one sentence.</param>
    public void Warn(string text) => AddOnce(warnings, text);

    /// <summary>Notes that records are missing.</summary>
    /// <param name="shortfall">What is missing.</param>
    public void Miss(Shortfall shortfall) => AddOnce(shortfalls, shortfall);

    /// <summary>Makes the recording.</summary>
    /// <returns>An immutable recording.</returns>
    public Recording Finish() => new()
    {
        File = file,
        Format = format,
        FormatVersion = FormatVersion,
        Instrument = Instrument,
        Technique = Technique,
        Started = Started,
        Settings = [.. settings],
        Tables = [.. tables],
        Decisions = [.. decisions],
        Warnings = [.. warnings],
        Shortfalls = [.. shortfalls],
    };

    private static void AddOnce<T>(List<T> list, T item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    private static ImmutableArray<RecordingColumn> Unique(ImmutableArray<RecordingColumn> columns)
    {
        var taken = new HashSet<string>(columns.Length, StringComparer.Ordinal);
        var unique = ImmutableArray.CreateBuilder<RecordingColumn>(columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            string wanted = columns[i].Name.Length > 0 ? columns[i].Name : $"column {i + 1}";
            string name = wanted;
            for (int count = 2; !taken.Add(name); count++)
            {
                name = $"{wanted} ({count})";
            }

            unique.Add(columns[i] with { Name = name });
        }

        return unique.ToImmutable();
    }
}
