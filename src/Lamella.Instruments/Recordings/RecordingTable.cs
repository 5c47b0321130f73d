using System.Collections.Immutable;

namespace Lamella.Instruments.Recordings;

/// <summary>One table of a file: a curve, a spectrum, the records of a technique, a sheet.</summary>
public sealed record RecordingTable
{
    /// <summary>Gets the name as the file has it; empty where the file has one nameless table.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the technique of this table where it is not that of the whole file; empty otherwise.</summary>
    public string Technique { get; init; } = string.Empty;

    /// <summary>Gets the columns in the order of the file, derived ones last.</summary>
    public required ImmutableArray<RecordingColumn> Columns { get; init; }

    /// <summary>Gets the number of records read.</summary>
    public required int RowCount { get; init; }

    /// <summary>Gets the number of records that the file states; null where it states none.</summary>
    public long? StatedRowCount { get; init; }

    /// <summary>Gets whether the table sums up others (cycle or step statistics) and is no record of its own.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Finds the column of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The first such column, or null.</returns>
    public RecordingColumn? Find(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);

    /// <summary>Finds a column by its name.</summary>
    /// <param name="name">The name as the vendor writes it; letter case matters.</param>
    /// <returns>The column, or null.</returns>
    public RecordingColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
