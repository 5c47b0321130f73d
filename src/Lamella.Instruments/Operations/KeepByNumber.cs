using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Keeps or drops the rows of steps, cycles or records by their numbers.</summary>
/// <param name="Counter">What counts: a column of <see cref="ColumnRole.RunStep"/>, <see cref="ColumnRole.ProgramStep"/>, <see cref="ColumnRole.Cycle"/> or <see cref="ColumnRole.FileRow"/>.</param>
/// <param name="Noun">What the user calls it: <c>step</c>.</param>
/// <param name="Ranges">The numbers, with both ends.</param>
/// <param name="Keeps">True to keep them, false to drop them.</param>
/// <remarks>A row without a number is never kept and never dropped by number, so that keeping and dropping share out all rows.</remarks>
public sealed record KeepByNumber(ColumnRole Counter, string Noun, ImmutableArray<NumberRange> Ranges, bool Keeps) : RowFilter
{
    /// <inheritdoc/>
    public override string Name => $"{(Keeps ? "keep" : "drop")} {Noun}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {string.Join(',', Ranges)}";

    /// <inheritdoc/>
    internal override bool AppliesTo(RecordingTable table) => table.Find(Counter) is { Values.IsNumeric: true };

    /// <inheritdoc/>
    internal override string Needs() => $"a number of the {Noun}";

    /// <inheritdoc/>
    internal override string Contents(RecordingTable table)
    {
        double[] numbers = [.. table.Find(Counter)!.Values.ToNumbers().Where(double.IsFinite)];
        return numbers.Length == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Noun} {numbers.Min()} to {numbers.Max()}");
    }

    /// <inheritdoc/>
    private protected override Func<int, bool> Selector(RecordingTable table)
    {
        ColumnValues values = table.Find(Counter)!.Values;
        return row => Ranges.Any(range => range.Contains(values.Number(row))) == Keeps;
    }
}
