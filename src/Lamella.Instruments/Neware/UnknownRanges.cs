using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Neware;

/// <summary>Keeps currents whose range is not known as they are stored, and asks for the one number that is missing.</summary>
internal static class UnknownRanges
{
    private static readonly ImmutableArray<string> Sums = ["Chg. Cap.", "DChg. Cap.", "Chg. Energy", "DChg. Energy"];

    /// <summary>Adds the raw columns and the warning where a range is not known.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="records">Where the records begin [bytes].</param>
    /// <param name="currentAt">Where the current stands in a record [bytes].</param>
    /// <param name="sumsAt">Where the first of the four sums of 8 bytes stands [bytes].</param>
    /// <param name="ranges">The range of each record [mA], shape (records).</param>
    /// <param name="isAsked">Whether the user gave the current per count.</param>
    /// <param name="columns">Receives the columns.</param>
    /// <param name="draft">Receives the warning or decision.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Flag(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<int> records, int currentAt, int sumsAt, ReadOnlySpan<int> ranges, bool isAsked,
        List<RecordingColumn> columns, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var unknown = new SortedDictionary<int, int>();
        foreach (int range in ranges)
        {
            if (CurrentRanges.CountsPerMilliampere(range) == 0.0)
            {
                unknown[range] = unknown.GetValueOrDefault(range) + 1;
            }
        }

        if (unknown.Count == 0)
        {
            return;
        }

        string list = string.Join(", ", unknown.Take(5).Select(entry => string.Create(
            CultureInfo.InvariantCulture, $"{entry.Key} ({entry.Value} records)")));
        if (isAsked)
        {
            draft.Decide(new Decision(DecisionKind.Unit, $"Current at range {list}", "the current per count that was given", string.Empty, Overridden: true));
            return;
        }

        draft.Warn(
            $"The current range {list} is not known: current, capacity and energy of these records are kept as raw counts and have no unit. "
            + "Say how many ampere one count is (--current-per-count) to scale them.");
        var current = new NumberField<int>(currentAt);
        NumberField<long>[] sums = [.. Sums.Select((_, i) => new NumberField<long>(sumsAt + (i * sizeof(long))))];
        RecordField.ReadAll(bytes, records, [current, .. sums], cancellationToken);
        columns.Add(Column("Current", current));
        columns.AddRange(Sums.Select((name, i) => Column(name, sums[i])));
    }

    private static RecordingColumn Column(string name, RecordField field) =>
        new() { Name = name + " (raw counts)", Values = field.Values, IsKnown = false };
}
