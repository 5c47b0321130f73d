namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Carries the clock and the sums from the records that have them to those that do not.</summary>
/// <remarks>
/// The tester stores them for the first record of a step and whenever its interval changes. In between, time goes on by the
/// stored interval, charge by I·Δt and energy by V·I·Δt; this is what BTSDA shows. A straight line between stored points is
/// not: at a change of interval it is wrong by up to the whole interval.
/// </remarks>
internal sealed class SparseClock
{
    private const double MillisecondsPerSecond = 1e3, MillisecondsPerHour = 3.6e6;

    private SparseClock(int count)
    {
        (StepTime, Date, Run, IsStored) = (new ulong[count], new long[count], new int[count], new byte[count]);
        Sums = [new double[count], new double[count], new double[count], new double[count]];
    }

    /// <summary>Gets the time since the start of the step [ms], shape (records).</summary>
    internal ulong[] StepTime { get; }

    /// <summary>Gets the time since 1970-01-01 UTC [ms], shape (records).</summary>
    internal long[] Date { get; }

    /// <summary>Gets the run counter of the steps, from 1; 0 where nothing is stored yet, shape (records).</summary>
    internal int[] Run { get; }

    /// <summary>Gets 1 where the record has its own stored clock, 0 where it was carried on, shape (records).</summary>
    internal byte[] IsStored { get; }

    /// <summary>Gets charge, discharge and their energies since the start of the step, in the unit of the version.</summary>
    internal double[][] Sums { get; }

    /// <summary>Gets how many records have no stored clock before them.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Gets how many records from the first have a clock: all, unless what is stored ends early because the file is cut.</summary>
    internal int Known { get; private set; }

    /// <summary>Carries on.</summary>
    /// <param name="numbers">Numbers of the records, rising, shape (records).</param>
    /// <param name="voltage">As stored, shape (records).</param>
    /// <param name="current">As stored, shape (records).</param>
    /// <param name="info">What is stored.</param>
    /// <param name="units">The units of the version.</param>
    /// <param name="isWhole">Whether all that was stored is there; nothing is carried on behind the end of a cut one.</param>
    /// <returns>The clock of every record.</returns>
    internal static SparseClock Fill(
        ReadOnlySpan<uint> numbers, ReadOnlySpan<float> voltage, ReadOnlySpan<float> current, RunInfo info, NdcUnits units, bool isWhole)
    {
        var clock = new SparseClock(numbers.Length);
        int[] order = [.. Enumerable.Range(0, info.Count).OrderBy(i => info.Index[i])];
        int next = 0, last = -1;
        for (int row = 0; row < numbers.Length; row++)
        {
            while (next < order.Length && info.Index[order[next]] < numbers[row])
            {
                next++;
            }

            // Of several entries for one record the first counts: the others repeat it a moment later.
            if (next < order.Length && info.Index[order[next]] == numbers[row])
            {
                last = order[next];
                clock.Take(row, info, last);
                clock.Known = row + 1;
            }
            else if (last >= 0)
            {
                long interval = Math.Max(0, info.Interval[last]) * (long)(numbers[row] - numbers[row - 1]);
                clock.Carry(row, interval, voltage[row] * units.VoltsPerCount, current[row], units.IsLarge);
            }
            else
            {
                clock.Unknown++;
            }
        }

        clock.Known = isWhole ? numbers.Length : clock.Known;
        return clock;
    }

    private void Take(int row, RunInfo info, int entry)
    {
        (StepTime[row], Date[row], Run[row], IsStored[row]) = (info.StepTime[entry], info.Date(entry), (int)info.Run[entry], 1);
        for (int i = 0; i < Sums.Length; i++)
        {
            Sums[i][row] = info.Sum(i, entry);
        }
    }

    private void Carry(int row, long interval, double volts, double current, bool isLarge)
    {
        (StepTime[row], Date[row], Run[row]) = (StepTime[row - 1] + (ulong)interval, Date[row - 1] + interval, Run[row - 1]);
        double charge = Math.Abs(current) * interval / (isLarge ? MillisecondsPerHour : MillisecondsPerSecond);
        for (int i = 0; i < Sums.Length; i++)
        {
            bool isActive = current > 0.0 ? i is 0 or 2 : current < 0.0 && i is 1 or 3;
            Sums[i][row] = Sums[i][row - 1] + (isActive ? charge * (i < 2 ? 1.0 : volts) : 0.0);
        }
    }
}
