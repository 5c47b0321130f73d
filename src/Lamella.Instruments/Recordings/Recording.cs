using System.Collections.Immutable;
using Lamella.Instruments.Dates;

namespace Lamella.Instruments.Recordings;

/// <summary>What stands in one instrument file: everything that was written, untouched, and what was decided about it.</summary>
/// <remarks>
/// A recording holds the vendor's columns as they are. What is computed from them stands beside them as derived columns;
/// canonical measurements in SI are made from it by <c>MeasurementBuilder</c>.
/// </remarks>
public sealed record Recording
{
    /// <summary>Gets which file it was.</summary>
    public required FileFacts File { get; init; }

    /// <summary>Gets the name of the format, as the registry has it.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the version of the format as the file states it; empty where it states none.</summary>
    public string FormatVersion { get; init; } = string.Empty;

    /// <summary>Gets the instrument or its software as the file names it; the maker where the file names nothing more.</summary>
    public required string Instrument { get; init; }

    /// <summary>Gets the technique as the file names it; empty where it names none.</summary>
    public string Technique { get; init; } = string.Empty;

    /// <summary>Gets when the measurement started, on the clock that wrote it; null where the file does not say.</summary>
    public WrittenDate? Started { get; init; }

    /// <summary>Gets the settings and metadata, in the order of the file, raw and whole.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Gets the tables: one per curve, spectrum, technique or sheet, in the order of the file.</summary>
    public required ImmutableArray<RecordingTable> Tables { get; init; }

    /// <summary>Gets what was decided while reading, and from what evidence.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>Gets what the user should know.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Gets what is missing of a cut or damaged file; empty for a whole one.</summary>
    public ImmutableArray<Shortfall> Shortfalls { get; init; } = [];

    /// <summary>Gets what was applied to the tables since they were read, in order; empty for a file as it stands.</summary>
    public ImmutableArray<AppliedOperation> Operations { get; init; } = [];

    /// <summary>Gets the number of records in all tables that hold records.</summary>
    /// <remarks>Tables that repeat or sum up other tables (<see cref="RecordingTable.IsSummary"/>) are not counted.</remarks>
    public long RowCount => Tables.Where(table => !table.IsSummary).Sum(table => (long)table.RowCount);

    /// <summary>Finds the text of a setting.</summary>
    /// <param name="name">The name as the vendor writes it; letter case does not matter.</param>
    /// <returns>The text of the first such setting, or null.</returns>
    public string? SettingText(string name) =>
        Settings.FirstOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase))?.Text;
}
