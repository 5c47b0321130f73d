using System.Collections.Immutable;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Common;

/// <summary>Splits a record at rests, at changes of sign and at jumps of a constant current.</summary>
/// <remarks>
/// <para>Charge is the integral by the trapezoidal rule. A switch lies somewhere between two samples: each side gets half of that
/// gap at its own current, so that the charges of all segments add up to the integral of the whole record. No side gets more than its own
/// interval of sampling, for a rest that was recorded seldom says nothing about the current after it.</para>
/// </remarks>
public static class CurrentSegments
{
    private const double RestShare = 5e-4; // of the largest current
    private const double Jump = 0.05; // relative change of a constant current that makes a new segment
    private const double Constant = 0.01;
    private const int Neighbours = 2;

    /// <summary>Finds the segments of a record.</summary>
    /// <param name="series">The record.</param>
    /// <param name="restCurrent">Size up to which a current counts as rest [A]; NaN for 5e-4 of the largest current.</param>
    /// <returns>The segments in the order of time; none for a record at rest.</returns>
    public static ImmutableArray<CurrentSegment> Find(TimeSeries series, double restCurrent = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(series);
        double largest = 0.0;
        foreach (double current in series.Current)
        {
            largest = Math.Max(largest, Math.Abs(current));
        }

        double rest = double.IsNaN(restCurrent) ? RestShare * largest : restCurrent;
        var found = ImmutableArray.CreateBuilder<CurrentSegment>();
        int lastActive = -1;
        for (int first = 0; first < series.Length;)
        {
            int sign = SignAt(series, first, rest), last = first;
            while (last + 1 < series.Length && SignAt(series, last + 1, rest) == sign && !(sign != 0 && IsJump(series, last, rest)))
            {
                last++;
            }

            if (sign != 0)
            {
                found.Add(Make(series, first, last, sign, lastActive));
                lastActive = last;
            }

            first = last + 1;
        }

        return found.ToImmutable();
    }

    /// <summary>Joins segments that follow each other in one direction, with the rests between them.</summary>
    /// <param name="series">The record.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="smallest">Share of the largest charge below which a stretch is left aside, 0 to 1; what it moves is then netted.</param>
    /// <returns>Half cycles of alternating direction.</returns>
    public static ImmutableArray<CurrentSegment> HalfCycles(TimeSeries series, ImmutableArray<CurrentSegment> segments, double smallest)
    {
        ArgumentNullException.ThrowIfNull(series);
        ImmutableArray<CurrentSegment> joined = Join(segments);
        double largest = joined.IsEmpty ? 0.0 : joined.Max(half => half.Charge);

        // Pulses of a resistance test inside a discharge are no half cycles: they go first, then their neighbours meet.
        return Join([.. joined.Where(half => half.Charge > smallest * largest)]);
    }

    /// <summary>Returns the integral ∫I dt of a whole record by the trapezoidal rule [C].</summary>
    internal static double NetCharge(TimeSeries series)
    {
        double sum = 0.0;
        for (int i = 1; i < series.Length; i++)
        {
            sum += 0.5 * (series.Current[i] + series.Current[i - 1]) * (series.Time[i] - series.Time[i - 1]);
        }

        return sum;
    }

    private static ImmutableArray<CurrentSegment> Join(ImmutableArray<CurrentSegment> parts)
    {
        var joined = ImmutableArray.CreateBuilder<CurrentSegment>();
        foreach (CurrentSegment part in parts)
        {
            if (joined.Count > 0 && joined[^1].Direction == part.Direction)
            {
                CurrentSegment before = joined[^1];
                joined[^1] = before with
                {
                    Last = part.Last,
                    Duration = part.Start + part.Duration - before.Start,
                    Charge = before.Charge + part.Charge,
                    ChargeUncertainty = Math.Sqrt((before.ChargeUncertainty * before.ChargeUncertainty) + (part.ChargeUncertainty * part.ChargeUncertainty)),
                    Energy = before.Energy + part.Energy,
                };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined.ToImmutable();
    }

    private static int SignAt(TimeSeries series, int i, double rest) => Math.Abs(series.Current[i]) <= rest ? 0 : Math.Sign(series.Current[i]);

    /// <summary>Tells whether a constant current changes to another constant one behind a sample; the tail of a held voltage is neither.</summary>
    private static bool IsJump(TimeSeries series, int i, double rest)
    {
        double here = series.Current[i], next = series.Current[i + 1];
        if (Math.Abs(next - here) <= Jump * Math.Max(Math.Abs(here), Math.Abs(next)) || Math.Abs(here) <= rest)
        {
            return false;
        }

        bool isConstantBefore = i - Neighbours >= 0, isConstantAfter = i + 1 + Neighbours < series.Length;
        for (int k = 1; k <= Neighbours; k++)
        {
            isConstantBefore = isConstantBefore && Math.Abs(series.Current[i - k] - here) <= Constant * Math.Abs(here);
            isConstantAfter = isConstantAfter && Math.Abs(series.Current[i + 1 + k] - next) <= Constant * Math.Abs(next);
        }

        return isConstantBefore && isConstantAfter;
    }

    private static CurrentSegment Make(TimeSeries series, int first, int last, int sign, int lastActive)
    {
        double charge = 0.0, energy = 0.0;
        for (int i = first + 1; i <= last; i++)
        {
            double dt = series.Time[i] - series.Time[i - 1];
            charge += 0.5 * (series.Current[i] + series.Current[i - 1]) * dt;
            energy += 0.5 * ((series.Current[i] * series.Voltage[i]) + (series.Current[i - 1] * series.Voltage[i - 1])) * dt;
        }

        double own = LongestInterval(series, first, last);
        double before = first > 0 ? series.Time[first] - series.Time[first - 1] : 0.0, after = last + 1 < series.Length ? series.Time[last + 1] - series.Time[last] : 0.0;
        double head = Math.Min(0.5 * before, own), tail = Math.Min(0.5 * after, own);
        charge += (series.Current[first] * head) + (series.Current[last] * tail);
        energy += (series.Current[first] * series.Voltage[first] * head) + (series.Current[last] * series.Voltage[last] * tail);
        double unknown = Math.Sqrt((series.Current[first] * head * series.Current[first] * head) + (series.Current[last] * tail * series.Current[last] * tail));
        int rested = first - 1 - lastActive;
        return new CurrentSegment
        {
            First = first, Last = last, Direction = sign,
            Start = series.Time[first] - head,
            Duration = series.Time[last] - series.Time[first] + head + tail,
            Charge = sign * charge,
            ChargeUncertainty = unknown / Math.Sqrt(3.0), // anywhere in the gap alike
            Energy = sign * energy,
            RestBefore = rested > 0 ? series.Time[first] - series.Time[lastActive + 1] : 0.0,
            RestVoltage = rested > 0 ? series.Voltage[first - 1] : null,
        };
    }

    /// <summary>Returns the longest interval between two samples of a segment; of a single sample there is none.</summary>
    private static double LongestInterval(TimeSeries series, int first, int last)
    {
        double longest = first == last ? double.PositiveInfinity : 0.0;
        for (int i = first + 1; i <= last; i++)
        {
            longest = Math.Max(longest, series.Time[i] - series.Time[i - 1]);
        }

        return longest;
    }
}
