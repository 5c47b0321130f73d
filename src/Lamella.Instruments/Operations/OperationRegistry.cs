using System.Collections.Immutable;
using Lamella.Core.Yaml;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>The operations that can be named. A new one is one file and one line here.</summary>
public static class OperationRegistry
{
    private static readonly QuantityRule Frequencies = QuantityRule.Like("1 kHz"), Times = QuantityRule.Like("10 s"), Voltages = QuantityRule.Like("4.2 V"), Currents = QuantityRule.Like("1 mA");

    /// <summary>Gets one line for each operation: an example and what it does, in the order of the documentation.</summary>
    public static ImmutableArray<(string Example, string Description)> Lines { get; } = [.. Kinds().Select(kind => (kind.Example, kind.Description))];

    /// <summary>Gets the operations; the longer of two with the same beginning stands first.</summary>
    internal static ImmutableArray<OperationKind> All { get; } = [.. Kinds().OrderByDescending(kind => kind.Words.Length)];

    private static IEnumerable<OperationKind> Kinds() =>
    [
        .. Numbers(ColumnRole.RunStep, "step", "3..5", "steps as they were run, counted from the first one; none repeats"),
        .. Numbers(ColumnRole.ProgramStep, "program step", "2,4", "steps as the instrument's program numbers them; loops repeat them"),
        .. Numbers(ColumnRole.Cycle, "cycle", "1..10", "cycles as the instrument numbers them"),
        .. Numbers(ColumnRole.FileRow, "row", "1..1000", "records by their number in the file, from 1"),
        .. Quantities(ColumnRole.TestTime, "time", "1 h..2 h", Times, "records within a range of time since the start of the test"),
        .. Quantities(ColumnRole.Frequency, "frequency", "1..100000 Hz", Frequencies, "points of a spectrum within a range of frequency"),
        .. Quantities(ColumnRole.Voltage, "voltage", "2.8..4.2 V", Voltages, "records within a range of voltage"),
        .. Quantities(ColumnRole.Current, "current", "0 A..", Currents, "records within a range of current; positive charges"),
        new(KeepEvery.Words, "keep every 10 rows", "Keep the first and then every 10th row.", text => new KeepEvery(text.Distance())),
        new("resample every", "resample every 10 s", "New rows after each interval of time (10 s) or each change of voltage (5 mV), within every step.", text => text.Resampling()),
    ];

    private static IEnumerable<OperationKind> Numbers(ColumnRole role, string noun, string example, string what)
    {
        yield return new($"keep {noun}", $"keep {noun} {example}", $"Keep {what}.", text => new KeepByNumber(role, noun, text.Ranges(), Keeps: true));
        yield return new($"drop {noun}", $"drop {noun} {example}", $"Drop {what}.", text => new KeepByNumber(role, noun, text.Ranges(), Keeps: false));
    }

    private static IEnumerable<OperationKind> Quantities(ColumnRole role, string noun, string example, QuantityRule rule, string what)
    {
        RowOperation Make(OperationText text, bool keeps)
        {
            var (from, to) = text.Between(rule);
            return new KeepByQuantity(role, noun, from, to, keeps);
        }

        yield return new($"keep {noun}", $"keep {noun} {example}", $"Keep {what}.", text => Make(text, keeps: true));
        yield return new($"drop {noun}", $"drop {noun} {example}", $"Drop {what}.", text => Make(text, keeps: false));
    }
}
