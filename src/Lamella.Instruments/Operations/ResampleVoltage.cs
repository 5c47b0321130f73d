using Lamella.Core.Quantities;

namespace Lamella.Instruments.Operations;

/// <summary>Makes a row at the beginning of every step, whenever the voltage has moved by a distance since the row before, and at its end.</summary>
/// <param name="Distance">The distance, a voltage above 0.</param>
/// <remarks>Rows stand at the first voltage of the step plus whole multiples of the distance; noise below the distance makes no rows.</remarks>
public sealed record ResampleVoltage(Quantity Distance) : Resampling
{
    /// <inheritdoc/>
    public override string Name => "resample in voltage";

    /// <inheritdoc/>
    public override string ToString() => $"resample every {Distance}";

    /// <inheritdoc/>
    private protected override void AddNodes(RecordSpan records, int first, int last, List<ResampledNode> nodes, string path)
    {
        double[] voltage = records.Voltage;
        double distance = Distance.InSi, begin = voltage[first];
        long level = 0;
        nodes.Add(new ResampledNode(first, 0.0));
        for (int i = first; i < last; i++)
        {
            double now = voltage[i], next = voltage[i + 1];
            if (Math.Abs(next - now) / distance > MostRows)
            {
                throw TooMany(path, MostRows);
            }

            while (Math.Abs(next - (begin + (level * distance))) >= distance)
            {
                level += next > begin + (level * distance) ? 1 : -1;
                double share = Math.Clamp((begin + (level * distance) - now) / (next - now), 0.0, 1.0);
                nodes.Add(share >= 1.0 ? new ResampledNode(i + 1, 0.0) : new ResampledNode(i, share));
                if (nodes.Count >= MostRows)
                {
                    throw TooMany(path, MostRows);
                }
            }
        }

        if (nodes[^1] != new ResampledNode(last, 0.0))
        {
            nodes.Add(new ResampledNode(last, 0.0));
        }
    }
}
