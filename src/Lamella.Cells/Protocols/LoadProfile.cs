using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>What a step holds over its time, such as a drive cycle.</summary>
public sealed record LoadProfile
{
    /// <summary>Initializes a new instance of the <see cref="LoadProfile"/> class.</summary>
    /// <param name="time">Times since the start of the step [s], the first 0, strictly increasing, shape (samples), at least two.</param>
    /// <param name="values">Set points in the unit of the step's control, shape (samples).</param>
    /// <param name="interpolated">Whether values between two samples lie on a line; else each holds until the next sample.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or time does not increase from 0.</exception>
    public LoadProfile(ImmutableArray<double> time, ImmutableArray<double> values, bool interpolated)
    {
        if (time.Length < 2 || time.Length != values.Length)
        {
            throw new ArgumentException($"A profile needs at least two times and as many values; {time.Length} times and {values.Length} values are given.", nameof(time));
        }

        for (int i = 0; i < time.Length; i++)
        {
            bool ordered = i == 0 ? time[0] == 0.0 : time[i] > time[i - 1];
            if (!ordered || !double.IsFinite(time[i]) || !double.IsFinite(values[i]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Sample {i} of the profile is {values[i]} at {time[i]} s; times start at 0 and increase, and all numbers are finite."), nameof(time));
            }
        }

        (Time, Values, IsInterpolated) = (time, values, interpolated);
    }

    /// <summary>Gets the times since the start of the step.</summary>
    [Unit("s")]
    public ImmutableArray<double> Time { get; }

    /// <summary>Gets the set points, charging positive, in the unit of the step's control.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Gets a value indicating whether values between two samples lie on a line.</summary>
    public bool IsInterpolated { get; }

    /// <summary>Gets when the profile ends.</summary>
    [Unit("s")]
    public double Duration => Time[^1];

    /// <summary>Returns the set point inside one interval.</summary>
    /// <param name="interval">Index of the sample that begins the interval.</param>
    /// <param name="time">Time since the start of the step [s].</param>
    /// <returns>The set point.</returns>
    public double At(int interval, [Unit("s")] double time)
    {
        double begin = Time[interval], share = (time - begin) / (Time[interval + 1] - begin);
        return IsInterpolated ? Values[interval] + (share * (Values[interval + 1] - Values[interval])) : Values[interval];
    }
}
