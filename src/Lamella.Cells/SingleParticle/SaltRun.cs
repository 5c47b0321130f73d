using Lamella.Cells.Continuum;
using Lamella.Cells.Description;

namespace Lamella.Cells.SingleParticle;

/// <summary>Neighbouring binary layers, whose mean salt over its rest value stands for all of them.</summary>
/// <remarks>A single-ion layer parts two runs: no salt passes it.</remarks>
internal sealed class SaltRun
{
    private readonly double[] weight;

    internal SaltRun(ElectrolyteLine line, int firstCell, int endCell)
    {
        FirstCell = firstCell;
        weight = new double[endCell - firstCell];
        double thickness = 0.0;
        for (int k = firstCell; k < endCell; k++)
        {
            thickness += line.Widths[k];
        }

        for (int k = firstCell; k < endCell; k++)
        {
            weight[k - firstCell] = line.Widths[k] / (thickness * line.RestConcentration[k]);
        }
    }

    internal int FirstCell { get; }

    /// <summary>Gets, per cell, the derivative of the mean by the concentration [m³/mol].</summary>
    internal ReadOnlySpan<double> Weight => weight;

    /// <summary>Mean of c over c at rest [–].</summary>
    /// <param name="concentration">c per cell of the whole cell [mol/m³].</param>
    internal double Mean(ReadOnlySpan<double> concentration)
    {
        ReadOnlySpan<double> c = concentration.Slice(FirstCell, weight.Length);
        double sum = 0.0;
        for (int k = 0; k < c.Length; k++)
        {
            sum += weight[k] * c[k];
        }

        return sum;
    }

    /// <summary>Finds the runs of a cell.</summary>
    /// <param name="line">Its electrolyte.</param>
    /// <param name="runOf">Receives the run of each segment, −1 for single-ion layers, shape (segments).</param>
    internal static SaltRun[] Find(ElectrolyteLine line, int[] runOf)
    {
        var runs = new List<SaltRun>();
        for (int s = 0; s < line.Segments.Length; s++)
        {
            runOf[s] = -1;
            if (line.Segments[s].Layer is not BinaryLayer)
            {
                continue;
            }

            int end = s;
            while (end + 1 < line.Segments.Length && line.Segments[end + 1].Layer is BinaryLayer)
            {
                end++;
            }

            Array.Fill(runOf, runs.Count, s, end - s + 1);
            Segment last = line.Segments[end];
            runs.Add(new SaltRun(line, line.Segments[s].First, last.First + last.Count));
            s = end;
        }

        return [.. runs];
    }
}
