using System.Collections.Immutable;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.UseCases.Importing;

/// <summary>One file of an import: what was read and written, or why nothing was. The numbers are on disk.</summary>
/// <param name="Path">The file as the user named it, or below the folder that the user named.</param>
/// <param name="Recording">What stands in it, without its numbers; null where it could not be read.</param>
/// <param name="Failure">Why it could not be read; empty where it was.</param>
public sealed record ImportedFile(string Path, Recording? Recording, string Failure)
{
    /// <summary>Gets the measurements in SI that it gives: name, kind, rows, and rows left out.</summary>
    public ImmutableArray<(string Name, string Kind, int Rows, int LeftOut)> Measurements { get; init; } = [];

    /// <summary>Gets whether no known format recognises the file.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Gets what was derived or left out on the way to the measurements.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the files written for it, with their rows, in the order of the tables.</summary>
    public ImmutableArray<(string File, int Rows)> Written { get; init; } = [];

    /// <summary>Gets the file with all columns and settings, untouched; empty where nothing was written.</summary>
    public string Columns { get; init; } = string.Empty;

    /// <summary>Gets the number of records that stand in the file.</summary>
    public long RowsIn => Recording?.RowCount ?? 0;

    /// <summary>Gets the number of records written.</summary>
    public long RowsOut => Written.Sum(file => (long)file.Rows);

    /// <summary>Describes a file that was read.</summary>
    internal static ImportedFile Of(string path, Recording recording, CanonicalMeasurements measurements) => new(path, WithoutNumbers(recording), string.Empty)
    {
        Measurements = [.. measurements.Items.Select(item => (item.Name, item.Measurement.GetType().Name, item.Rows, item.LeftOut))],
        Notes = measurements.Notes,
    };

    private static Recording WithoutNumbers(Recording recording)
    {
        ColumnValues none = ColumnValues.Of(Array.Empty<double>());
        return recording with
        {
            Tables = [.. recording.Tables.Select(table => table with { Columns = [.. table.Columns.Select(column => column with { Values = none })] })],
        };
    }
}
