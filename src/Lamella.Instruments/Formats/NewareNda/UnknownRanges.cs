using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Keeps currents whose range is not known as they are stored, and asks for the one number that is missing.</summary>
internal static class UnknownRanges
{
    private static readonly ImmutableArray<(string Name, int At, bool IsLong)> Raw =
    [
        ("Current", 26, false), ("Chg. Cap.", 38, true), ("DChg. Cap.", 46, true), ("Chg. Energy", 54, true), ("DChg. Energy", 62, true),
    ];

    /// <summary>Adds the raw columns and the warning where a range is not known.</summary>
    /// <param name="content">The file.</param>
    /// <param name="index">The records.</param>
    /// <param name="ranges">The range of each record [mA], shape (records).</param>
    /// <param name="isAsked">Whether the user gave the current per count.</param>
    /// <param name="columns">Receives the columns.</param>
    /// <param name="draft">Receives the warning or decision.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Flag(
        FileContent content, RecordIndex index, ReadOnlySpan<int> ranges, bool isAsked, List<RecordingColumn> columns, RecordingDraft draft,
        CancellationToken cancellationToken)
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
        foreach ((string name, int at, bool isLong) in Raw)
        {
            RecordField field = isLong ? new NumberField<long>(at) : new NumberField<int>(at);
            RecordField.ReadAll(content.Span, index.Records, [field], cancellationToken);
            columns.Add(new RecordingColumn { Name = name + " (raw counts)", Values = field.Values, IsKnown = false });
        }
    }
}
