namespace Lamella.Instruments.Derived;

/// <summary>Counts the steps as they were run, where a file numbers the steps of its program only.</summary>
internal static class RunCounter
{
    /// <summary>Counts.</summary>
    /// <param name="count">Number of records.</param>
    /// <param name="begins">Tells whether a step begins with a record; not asked for the first one.</param>
    /// <returns>Run counter from 1, shape (records).</returns>
    internal static int[] Count(int count, Func<int, bool> begins)
    {
        int[] runs = new int[count];
        int run = 1;
        for (int row = 0; row < count; row++)
        {
            run += row > 0 && begins(row) ? 1 : 0;
            runs[row] = run;
        }

        return runs;
    }

    /// <summary>Counts from the columns that change at the beginning of a step.</summary>
    /// <param name="count">Number of records.</param>
    /// <param name="stepTime">Time since the beginning of the step, which falls back there, shape (records); null where there is none.</param>
    /// <param name="changing">Cycle and step numbers, each of shape (records).</param>
    /// <returns>Run counter from 1, shape (records).</returns>
    internal static int[] Count(int count, double[]? stepTime, params IReadOnlyList<double[]> changing) => Count(count, row =>
        changing.Any(values => !values[row].Equals(values[row - 1])) || (stepTime is not null && stepTime[row] < stepTime[row - 1]));
}
