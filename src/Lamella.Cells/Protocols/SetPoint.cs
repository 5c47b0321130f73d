using System.Collections.Immutable;

namespace Lamella.Cells.Protocols;

/// <summary>What a step holds, as a function of the time since the step began.</summary>
/// <remarks>A number converts to a constant. Values are in SI: A/m², V, W/m² or Ω·m²; charging is positive.</remarks>
public abstract record SetPoint
{
    private protected SetPoint()
    {
    }

    /// <summary>Gets the value at the beginning of the step.</summary>
    public double Start => At(0.0);

    /// <summary>Converts a number to a constant set point.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator SetPoint(double value) => new ConstantSetPoint(value);

    /// <summary>Returns the value.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <returns>The value.</returns>
    public abstract double At(double time);

    /// <summary>Returns the next instant at which value or slope jumps.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <returns>An instant after <paramref name="time"/> [s]; infinite if there is none.</returns>
    public virtual double NextBreak(double time) => double.PositiveInfinity;

    /// <summary>Returns the set point of the piece that begins at a time, up to the next break, with its own time from 0.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <returns>A constant or a ramp; at its end it has the value before the jump.</returns>
    internal virtual SetPoint PieceFrom(double time) => this;
}

/// <summary>The same value all the time.</summary>
/// <param name="Value">The value.</param>
public sealed record ConstantSetPoint(double Value) : SetPoint
{
    /// <inheritdoc/>
    public override double At(double time) => Value;
}

/// <summary>A value that changes at a constant rate.</summary>
/// <param name="Initial">Value at the beginning.</param>
/// <param name="Rate">Change per second.</param>
public sealed record RampSetPoint(double Initial, double Rate) : SetPoint
{
    /// <inheritdoc/>
    public override double At(double time) => Initial + (Rate * time);

    /// <inheritdoc/>
    internal override SetPoint PieceFrom(double time) => time == 0.0 ? this : this with { Initial = At(time) };
}

/// <summary>Straight lines through the points of a table; the first and last value hold outside.</summary>
/// <remarks>Two points at one time make a jump: the later one holds from that time on.</remarks>
public sealed record TableSetPoint : SetPoint
{
    /// <summary>Makes the set point of a table.</summary>
    /// <param name="times">Times since the step began [s], not falling; at least one.</param>
    /// <param name="values">Values, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, are zero, a time falls, or a number is not finite.</exception>
    public TableSetPoint(ImmutableArray<double> times, ImmutableArray<double> values)
    {
        if (times.IsDefaultOrEmpty || values.IsDefault || times.Length != values.Length)
        {
            throw new ArgumentException("A table over time needs as many values as times, and at least one.", nameof(values));
        }

        for (int i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || !double.IsFinite(values[i]) || (i > 0 && times[i] < times[i - 1]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {i + 1} of the table ({times[i]} s, {values[i]}) must be finite and not before the row above."),
                    nameof(times));
            }
        }

        (Times, Values) = (times, values);
    }

    /// <summary>Gets the times [s].</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Gets the values.</summary>
    public ImmutableArray<double> Values { get; }

    /// <inheritdoc/>
    public override double At(double time)
    {
        int after = After(time);
        if (after == 0 || after == Times.Length)
        {
            return Values[Math.Max(0, after - 1)];
        }

        double share = (time - Times[after - 1]) / (Times[after] - Times[after - 1]);
        return Values[after - 1] + (share * (Values[after] - Values[after - 1]));
    }

    /// <inheritdoc/>
    public override double NextBreak(double time)
    {
        int after = After(time);
        return after < Times.Length ? Times[after] : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    internal override SetPoint PieceFrom(double time)
    {
        int after = After(time);
        if (after == 0 || after == Times.Length || Values[after] == Values[after - 1])
        {
            return Values[Math.Max(0, after - 1)];
        }

        double rate = (Values[after] - Values[after - 1]) / (Times[after] - Times[after - 1]);
        return new RampSetPoint(Values[after - 1] + (rate * (time - Times[after - 1])), rate);
    }

    /// <summary>Index of the first row later than a time.</summary>
    private int After(double time)
    {
        int low = 0, high = Times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Times[middle] > time ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
