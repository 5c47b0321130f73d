using Lamella.Core.Quantities;

namespace Lamella.Instruments.Operations;

/// <summary>Makes a row at the beginning of every step, after each interval of time, and at its end.</summary>
/// <param name="Interval">The interval, a time above 0.</param>
public sealed record ResampleTime(Quantity Interval) : Resampling
{
    private const double Spare = 1e-9; // share of the interval within which a node is the last record

    /// <inheritdoc/>
    public override string Name => "resample in time";

    /// <inheritdoc/>
    public override string ToString() => $"resample every {Interval}";

    /// <inheritdoc/>
    private protected override void AddNodes(RecordSpan records, int first, int last, List<ResampledNode> nodes, string path)
    {
        double[] time = records.Time;
        double interval = Interval.InSi, begin = time[first];
        double count = Math.Ceiling(((time[last] - begin) / interval) - Spare);
        if (nodes.Count + count + 1.0 > MostRows)
        {
            throw TooMany(path, MostRows);
        }

        int left = first;
        nodes.Add(new ResampledNode(first, 0.0));
        for (int i = 1; i < count; i++)
        {
            double at = begin + (i * interval);
            while (left + 1 < last && time[left + 1] <= at)
            {
                left++;
            }

            double share = (at - time[left]) / (time[left + 1] - time[left]);
            nodes.Add(share >= 1.0 ? new ResampledNode(left + 1, 0.0) : new ResampledNode(left, Math.Max(0.0, share)));
        }

        if (last > first)
        {
            nodes.Add(new ResampledNode(last, 0.0));
        }
    }
}
