namespace Lamella.Instruments.Operations;

/// <summary>Charge and energy at new rows between records, and what the current of the new rows makes of them.</summary>
internal static class ResampledSum
{
    /// <summary>Reads a sum over the records at new rows, so that every record keeps its own.</summary>
    /// <param name="sums">The sum at the records, shape (records).</param>
    /// <param name="rate">Its rate at the records, a straight line between two of them; null for an even rate from each to the next.</param>
    /// <param name="time">Time of the records [s].</param>
    /// <param name="nodes">The new rows.</param>
    /// <returns>The sum at the new rows.</returns>
    internal static double[] At(double[] sums, double[]? rate, double[] time, List<ResampledNode> nodes)
    {
        double One(ResampledNode node)
        {
            (int i, double u) = (node.Left, node.Share);
            if (u == 0.0)
            {
                return sums[i];
            }

            double even = sums[i] + (u * (sums[i + 1] - sums[i]));
            return rate is null ? even : even + (0.5 * (time[i + 1] - time[i]) * (rate[i + 1] - rate[i]) * ((u * u) - u));
        }

        return [.. nodes.Select(One)];
    }

    /// <summary>Makes mean currents since the row before of the charge; the first row of a step keeps that of its record.</summary>
    internal static double[] Means(double[] charge, double[] time, double[] current, List<ResampledNode> nodes, RecordSpan records)
    {
        double[] means = new double[nodes.Count];
        int row = 0;
        foreach ((int first, int last) in records.Steps())
        {
            for (int begin = row; row < means.Length && nodes[row].Left <= last; row++)
            {
                double span = row > begin ? time[row] - time[row - 1] : 0.0;
                means[row] = row == begin ? current[first]
                    : span > 0.0 ? (charge[row] - charge[row - 1]) / span : current[nodes[row].Left];
            }
        }

        return means;
    }

    /// <summary>Finds the largest difference, over the steps, between the charge of the new rows by the trapezoidal rule and that of the records.</summary>
    /// <returns>The difference [C].</returns>
    internal static double Farthest(double[] time, double[] current, double[] charge, List<ResampledNode> nodes, RecordSpan records)
    {
        double farthest = 0.0;
        int row = 0;
        foreach ((int _, int last) in records.Steps())
        {
            int begin = row;
            double sum = 0.0;
            for (row++; row < time.Length && nodes[row].Left <= last; row++)
            {
                sum += 0.5 * (current[row - 1] + current[row]) * (time[row] - time[row - 1]);
            }

            farthest = Math.Max(farthest, Math.Abs(sum - (charge[row - 1] - charge[begin])));
        }

        return farthest;
    }
}
