using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Gives each record its step, from the list of steps as they were run.</summary>
/// <remarks>
/// Joined by the number of the first record of a step, which never repeats. The step number of the program does: a join on it
/// mixes the passes of a loop.
/// </remarks>
internal static class StepColumns
{
    private const double MillisecondsPerSecond = 1e3;

    /// <summary>Makes the columns.</summary>
    /// <param name="numbers">Numbers of the records, rising, shape (records).</param>
    /// <param name="steps">The steps; null where the member is missing.</param>
    /// <param name="isWhole">Whether the list of steps is whole; of a cut one, nobody knows where the last step ends.</param>
    /// <param name="clock">The clock; null where it is missing.</param>
    /// <param name="draft">Receives warnings.</param>
    /// <returns>
    /// Cycle, step, kind, run counter, and times since the start of the test where they are known; the kind of step as a number,
    /// 0 where it is not known, shape (records).
    /// </returns>
    internal static (IEnumerable<RecordingColumn> Columns, byte[] Types) Make(
        ReadOnlySpan<uint> numbers, StepList? steps, bool isWhole, SparseClock? clock, RecordingDraft draft)
    {
        if (steps is null or { Count: 0 })
        {
            if (numbers.Length > 0)
            {
                draft.Warn("The list of steps is missing: records have no cycle, step number or kind of step.");
            }

            byte[] none = new byte[numbers.Length];
            return clock is null ? ([], none) : ([NewareColumns.StepCount(clock.Run), TotalTime(clock.Run, clock)], none);
        }

        int[] run = RunOf(numbers, steps);
        int beyond = DropBeyond(run, isWhole ? int.MaxValue : steps.Count, clock);
        var columns = new List<RecordingColumn>
        {
            NewareColumns.Cycle(Pick(run, steps.Cycle), isDerived: true),
            NewareColumns.Step(Pick(run, steps.Step)) with { IsDerived = true },
            NewareColumns.StepType(ColumnValues.Of([.. run.Select(which => which > 0 ? steps.Name(which - 1) : string.Empty)])) with { IsDerived = true },
            clock is not null ? NewareColumns.StepCount(clock.Run)
                : NewareColumns.StepCount([]) with { Values = ColumnValues.Of([.. run.Select(which => which > 0 ? which : double.NaN)]) },
        };
        if (beyond > 0)
        {
            draft.Warn(FormattableString.Invariant(
                $"The list of steps does not cover {beyond} records; they have no cycle, step number or kind of step."));
        }

        if (clock is not null)
        {
            columns.Add(TotalTime(run, clock));
            columns.Add(TestTime(run, steps, clock));
        }

        return (columns, [.. run.Select(which => which > 0 ? steps.Type[which - 1] : (byte)0)]);
    }

    private static int[] RunOf(ReadOnlySpan<uint> numbers, StepList steps)
    {
        int[] run = new int[numbers.Length];
        int which = 0;
        for (int row = 0; row < run.Length; row++)
        {
            while (which < steps.Count && steps.FirstRecord[which] <= numbers[row])
            {
                which++;
            }

            run[row] = which;
        }

        return run;
    }

    /// <summary>Sets the step of records to 0 that belong to a step which the list no longer has, and counts those without a step.</summary>
    private static int DropBeyond(int[] run, int open, SparseClock? clock)
    {
        int without = 0;
        for (int row = 0; row < run.Length; row++)
        {
            bool isLater = clock is not null && clock.Run[row] > run[row];
            bool isOpen = run[row] == open && !(clock is not null && row < clock.Known); // the clock alone tells that the step still runs
            run[row] = isLater || isOpen ? 0 : run[row];
            without += run[row] == 0 ? 1 : 0;
        }

        return without;
    }

    private static ColumnValues Pick(int[] run, uint[] values)
    {
        bool isComplete = Array.TrueForAll(run, which => which > 0);
        return isComplete
            ? ColumnValues.Of([.. run.Select(which => values[which - 1])])
            : ColumnValues.Of([.. run.Select(which => which > 0 ? values[which - 1] : double.NaN)]);
    }

    /// <summary>Adds the times as BTSDA shows them: the last times of the steps before.</summary>
    private static RecordingColumn TotalTime(int[] run, SparseClock clock) => NewareColumns.TotalTime(
        ColumnValues.Of(StepRuns.TotalTime(run, clock.StepTime, MillisecondsPerSecond)), "s", 1.0);

    /// <summary>Adds the start of each step as stored: what passes between its last record and its end is in it.</summary>
    private static RecordingColumn TestTime(int[] run, StepList steps, SparseClock clock) => new()
    {
        Name = "Test Time",
        Unit = "ms",
        Values = ColumnValues.Of([.. run.Select((which, row) => clock.StepTime[row] + (which > 0 ? steps.Start[which - 1] : 0))]),
        Scope = ColumnScope.Test,
        Scale = ColumnScale.Of(1e-3, "s"),
        IsDerived = true,
    };
}
