namespace Lamella.Instruments.Impedance;

/// <summary>Finds where one spectrum ends and the next begins in a column of frequencies.</summary>
/// <remarks>
/// A frequency that is measured twice in a row stays in its spectrum; nothing is sorted and nothing is dropped. A table that
/// is not made of monotonic sweeps is one spectrum.
/// </remarks>
internal static class SweepSplit
{
    private const int FewestPoints = 3;

    /// <summary>Numbers the sweeps.</summary>
    /// <param name="frequency">f [Hz] in the order of the file; NaN where it is missing.</param>
    /// <returns>Number of the sweep of every record, from 1; null where the table is one spectrum.</returns>
    internal static int[]? Number(ReadOnlySpan<double> frequency)
    {
        int[] sweep = new int[frequency.Length];
        int direction = 0, count = 1, begin = 0;
        double last = double.NaN;
        for (int i = 0; i < frequency.Length; i++)
        {
            // A direction is known from the second different frequency on.
            int step = double.IsNaN(last) || double.IsNaN(frequency[i]) ? 0 : Math.Sign(frequency[i] - last);
            if (step != 0 && direction != 0 && step != direction)
            {
                if (i - begin < FewestPoints)
                {
                    return null;
                }

                (count, begin, direction) = (count + 1, i, 0);
            }
            else if (step != 0)
            {
                direction = step;
            }

            last = double.IsNaN(frequency[i]) ? last : frequency[i];
            sweep[i] = count;
        }

        return count > 1 ? sweep : null;
    }
}
