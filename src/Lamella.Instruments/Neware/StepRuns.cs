namespace Lamella.Instruments.Neware;

/// <summary>Finds where steps begin and puts their clocks one after the other.</summary>
internal static class StepRuns
{
    /// <summary>Counts the steps as they were run.</summary>
    /// <param name="cycle">Cycle, shape (records).</param>
    /// <param name="step">Number of the step in the program; repeats in loops, shape (records).</param>
    /// <param name="counter">A counter that changes from step to step; empty where the file has none.</param>
    /// <returns>Run counter from 1, shape (records); it goes up where any of the three changes.</returns>
    internal static int[] Count<TStep>(ReadOnlySpan<uint> cycle, ReadOnlySpan<TStep> step, ReadOnlySpan<byte> counter)
        where TStep : struct, IEquatable<TStep>
    {
        int[] runs = new int[cycle.Length];
        int run = cycle.Length > 0 ? 1 : 0;
        for (int i = 0; i < runs.Length; i++)
        {
            bool changes = i > 0 && (cycle[i] != cycle[i - 1] || !step[i].Equals(step[i - 1])
                || (!counter.IsEmpty && counter[i] != counter[i - 1]));
            run += changes ? 1 : 0;
            runs[i] = run;
        }

        return runs;
    }

    /// <summary>Adds up the clocks of the steps.</summary>
    /// <param name="run">Run counter, shape (records).</param>
    /// <param name="stepTime">Time since the start of the step in whole ticks, shape (records).</param>
    /// <param name="ticksPerSecond">Ticks in a second.</param>
    /// <returns>Time [s]: the last times of all steps before, and that of the step, shape (records).</returns>
    /// <remarks>This is the "Total Time" of BTSDA. What passes between the last record of a step and its end is not in it.</remarks>
    internal static double[] TotalTime(ReadOnlySpan<int> run, ReadOnlySpan<ulong> stepTime, double ticksPerSecond)
    {
        double[] total = new double[run.Length];
        ulong before = 0;
        for (int i = 0; i < total.Length; i++)
        {
            before += i > 0 && run[i] != run[i - 1] ? stepTime[i - 1] : 0;
            total[i] = (before + stepTime[i]) / ticksPerSecond;
        }

        return total;
    }
}
