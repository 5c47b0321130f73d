using Lamella.Cells.Results;

namespace Lamella.Cells.Running;

/// <summary>Collects the samples of a run; allocates only when it outgrows its first size.</summary>
internal sealed class RunRecorder(bool splitVoltage)
{
    private const int FirstCapacity = 256; // a discharge takes some hundred

    internal List<double> Time { get; } = new(FirstCapacity);

    internal List<double> Current { get; } = new(FirstCapacity);

    internal List<double> Voltage { get; } = new(FirstCapacity);

    internal List<double> Temperature { get; } = new(FirstCapacity);

    internal List<double> Charge { get; } = new(FirstCapacity);

    internal List<double> Energy { get; } = new(FirstCapacity);

    internal List<int> Step { get; } = new(FirstCapacity);

    internal List<int> Cycle { get; } = new(FirstCapacity);

    internal List<VoltageSplit> Splits { get; } = [];

    internal int Count => Time.Count;

    internal void Clear()
    {
        Time.Clear();
        Current.Clear();
        Voltage.Clear();
        Temperature.Clear();
        Charge.Clear();
        Energy.Clear();
        Step.Clear();
        Cycle.Clear();
        Splits.Clear();
    }

    /// <summary>Adds one instant: <paramref name="time"/> since the step began, which was at <paramref name="offset"/> [s].</summary>
    internal void Add(ICellSystem system, double offset, double time, ReadOnlySpan<double> y, int step, int cycle)
    {
        Time.Add(offset + time);
        Current.Add(system.Current(y));
        Voltage.Add(system.Voltage(time, y));
        Temperature.Add(system.TemperatureOf(time, y));
        Charge.Add(system.Charge(y));
        Energy.Add(system.Energy(y));
        Step.Add(step);
        Cycle.Add(cycle);
        if (splitVoltage)
        {
            Splits.Add(system.SplitVoltage(time, y));
        }
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
