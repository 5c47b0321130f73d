using Lamella.Analysis.Common;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Finds whether the differential resistance of a polarisation curve grows with the current, which no charge transfer does.</summary>
/// <remarks>
/// With the law of Butler and Volmer and a constant resistance dV/di is largest without current and falls to both sides where the two faces are
/// alike; with one face and α ≠ ½ it can grow to one side, never to both. Where it grows all the same, something builds up during the sweep: the salt
/// in front of the electrodes (concentration polarisation), or a film. Slopes of straight lines in equal parts of each branch are compared with that of the
/// part next to equilibrium.
/// </remarks>
internal static class GrowingResistance
{
    private const double Significant = 4.0; // standard deviations
    private const double LeastRise = 0.02;
    private const int FewestSamples = 5; // in a part

    /// <summary>Returns by how much dV/di rises above that next to equilibrium, as a share of it; 0 where it does not, or where noise hides it.</summary>
    internal static double Of(double[] voltage, double[] current, double equilibrium, int faces)
    {
        double rise = 0.0;
        foreach (int parts in new[] { 4, 8 })
        {
            StraightLine?[][] branches = [Slopes(voltage, current, equilibrium, 1.0, parts), Slopes(voltage, current, equilibrium, -1.0, parts)];
            branches = [.. branches.Where(branch => branch[0] is not null && branch.Skip(1).Any(line => line is not null))];
            if (branches.Length == 0 || (faces == 1 && branches.Length < 2))
            {
                continue;
            }

            for (int part = 1; part < parts; part++)
            {
                rise = Math.Max(rise, Rise(branches, part));
            }
        }

        return rise;
    }

    /// <summary>Mean over the branches of the rise of one part above the first; 0 where one branch does not rise or the mean is within noise.</summary>
    private static double Rise(StraightLine?[][] branches, int part)
    {
        double sum = 0.0, variance = 0.0;
        foreach (StraightLine?[] branch in branches)
        {
            if (branch[part] is not { } there || branch[0] is not { Slope: > 0.0 } first || there.Slope <= first.Slope)
            {
                return 0.0;
            }

            sum += (there.Slope / first.Slope) - 1.0;
            variance += ((there.SlopeUncertainty * there.SlopeUncertainty) + (first.SlopeUncertainty * first.SlopeUncertainty)) / (first.Slope * first.Slope);
        }

        double mean = sum / branches.Length;
        return mean > LeastRise && sum > Significant * Math.Sqrt(variance) ? mean : 0.0;
    }

    /// <summary>Fits V over i in equal parts of the current of one branch; null for a part with too few samples.</summary>
    private static StraightLine?[] Slopes(double[] voltage, double[] current, double equilibrium, double sign, int parts)
    {
        int[] inside = [.. Enumerable.Range(0, voltage.Length).Where(i => sign * (voltage[i] - equilibrium) > 0.0 && sign * current[i] > 0.0)];
        if (inside.Length == 0)
        {
            return new StraightLine?[parts];
        }

        double largest = inside.Max(i => sign * current[i]);
        return
        [
            .. Enumerable.Range(0, parts).Select(part =>
            {
                int[] there = [.. inside.Where(i => Math.Min(parts - 1, (int)(parts * sign * current[i] / largest)) == part)];
                return there.Length < FewestSamples ? null : StraightLine.Fit([.. there.Select(i => current[i])], [.. there.Select(i => voltage[i])]);
            }),
        ];
    }
}
