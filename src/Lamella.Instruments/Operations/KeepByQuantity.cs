using System.Globalization;
using Lamella.Core.Quantities;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Keeps or drops the rows whose time, frequency, voltage or current lies between two values.</summary>
/// <param name="Role">Which column: its values in SI are compared; positive current charges.</param>
/// <param name="Noun">What the user calls it: <c>voltage</c>.</param>
/// <param name="From">The lower end, itself included; null for none.</param>
/// <param name="To">The upper end, itself included, at least <paramref name="From"/>; null for none.</param>
/// <param name="Keeps">True to keep what is inside, false to drop it.</param>
/// <remarks>A row without a value is inside no range.</remarks>
public sealed record KeepByQuantity(ColumnRole Role, string Noun, Quantity? From, Quantity? To, bool Keeps) : RowFilter
{
    /// <inheritdoc/>
    public override string Name => $"{(Keeps ? "keep" : "drop")} {Noun}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {From}..{To}";

    /// <inheritdoc/>
    internal override bool AppliesTo(RecordingTable table) => table.Find(Role) is { Values.IsNumeric: true, Scale: not null };

    /// <inheritdoc/>
    internal override string Needs() => $"a {Noun} with a known unit";

    /// <inheritdoc/>
    internal override string Contents(RecordingTable table)
    {
        RecordingColumn column = table.Find(Role)!;
        double[] values = [.. column.ToSi().Where(double.IsFinite)];
        return values.Length == 0 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"{Noun} {values.Min():G5} to {values.Max():G5} {column.Scale!.Value.Unit}");
    }

    /// <inheritdoc/>
    private protected override Func<int, bool> Selector(RecordingTable table)
    {
        double[] values = table.Find(Role)!.ToSi();
        double from = From?.InSi ?? double.NegativeInfinity, to = To?.InSi ?? double.PositiveInfinity;
        return row => (values[row] >= from && values[row] <= to) == Keeps;
    }
}
