using Lamella.Core.Errors;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Computes new rows between the records, step by step; the first and the last record of every step stay rows.</summary>
/// <remarks>
/// Time, voltage, current and temperature are straight lines between two records, counters those of the record before. A current
/// that is the mean since the record before becomes the mean since the row before. Charge and energy are integrals over all
/// records, so that between any two new rows they are what they were. Nothing is carried over the
/// border of two steps. Other columns hold for a record and not between two; they are left out, by name.
/// </remarks>
public abstract record Resampling : RowOperation
{
    /// <summary>The most rows that one operation makes.</summary>
    internal const int MostRows = 10_000_000;

    /// <inheritdoc/>
    internal sealed override bool AppliesTo(RecordingTable table) => table.Find(ColumnRole.Frequency) is null
        && new[] { ColumnRole.TestTime, ColumnRole.Voltage }.All(role => table.Find(role) is { Values.IsNumeric: true, Scale: not null });

    /// <inheritdoc/>
    internal sealed override string Needs() => "time and voltage with known units, and no frequency";

    /// <inheritdoc/>
    internal sealed override OperatedTable Apply(RecordingTable table, string path)
    {
        var records = new RecordSpan(table);
        if (records.FirstBackwards is { } backwards)
        {
            throw new InputException(
                InputPlace.Whole(path), FormattableString.Invariant($"time runs backwards at row {backwards + 1}, so that '{this}' has no meaning there."),
                "time that rises within a step", "Keep the rows before or behind it first, for example --apply \"keep row 1..100\".");
        }

        var nodes = new List<ResampledNode>();
        foreach ((int first, int last) in records.Steps())
        {
            AddNodes(records, first, last, nodes, path);
        }

        return ResampledTable.Make(table, records, nodes);
    }

    /// <summary>Adds the new rows of one step.</summary>
    /// <param name="records">The records.</param>
    /// <param name="first">First record of the step.</param>
    /// <param name="last">Last record of the step.</param>
    /// <param name="nodes">Receives the rows, rising.</param>
    /// <param name="path">Path for messages.</param>
    private protected abstract void AddNodes(RecordSpan records, int first, int last, List<ResampledNode> nodes, string path);

    /// <summary>Refuses to make more rows than the limit.</summary>
    private protected InputException TooMany(string path, double rows) => new(
        InputPlace.Whole(path), FormattableString.Invariant($"'{this}' would make more than {rows:0} rows."),
        FormattableString.Invariant($"at most {MostRows} rows (limit MostRows)"), "Resample at a larger distance, or keep a part of the rows first.");
}
