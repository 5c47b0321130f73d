using Lamella.Cells.Results;

namespace Lamella.Cells.HalfCell;

/// <summary>Collects the samples of a run; allocates only when it outgrows its first size.</summary>
internal sealed class RunRecorder(bool splitVoltage)
{
    private const int FirstCapacity = 2048;

    internal List<double> Time { get; } = new(FirstCapacity);

    internal List<double> Current { get; } = new(FirstCapacity);

    internal List<double> Voltage { get; } = new(FirstCapacity);

    internal List<double> Charge { get; } = new(FirstCapacity);

    internal List<int> Step { get; } = new(FirstCapacity);

    internal List<int> Cycle { get; } = new(FirstCapacity);

    internal List<VoltageSplit> Splits { get; } = [];

    internal int Count => Time.Count;

    internal void Clear()
    {
        Time.Clear();
        Current.Clear();
        Voltage.Clear();
        Charge.Clear();
        Step.Clear();
        Cycle.Clear();
        Splits.Clear();
    }

    internal void Add(HalfCellSystem system, double time, ReadOnlySpan<double> y, int step, int cycle)
    {
        Time.Add(time);
        Current.Add(y[system.Layout.Current] * system.Scales.Current);
        Voltage.Add(system.Voltage(y));
        Charge.Add(y[system.Layout.Charge] * system.Scales.Charge);
        Step.Add(step);
        Cycle.Add(cycle);
        if (splitVoltage)
        {
            Splits.Add(system.SplitVoltage(y));
        }
    }

    /// <summary>Energy between two samples by the trapezoidal rule over charge [J/m²].</summary>
    internal double Energy(int first, int last)
    {
        double sum = 0.0;
        for (int i = first + 1; i <= last; i++)
        {
            sum += 0.5 * (Voltage[i] + Voltage[i - 1]) * (Charge[i] - Charge[i - 1]);
        }

        return sum;
    }

    /// <summary>The split nearest to half of the charge between two samples, or null.</summary>
    internal VoltageSplit? SplitAtHalf(int first, int last)
    {
        double total = Charge[last] - Charge[first];
        if (!splitVoltage || total == 0.0)
        {
            return null;
        }

        int nearest = first;
        for (int i = first; i <= last; i++)
        {
            double target = Charge[first] + (0.5 * total);
            nearest = Math.Abs(Charge[i] - target) < Math.Abs(Charge[nearest] - target) ? i : nearest;
        }

        return Splits[nearest];
    }
}
