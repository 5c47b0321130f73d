namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The distribution of the processes of a fit at given time constants, in the unit of the data.</summary>
/// <param name="Density">γ per unit of ln τ.</param>
/// <param name="Variance">Its variance, from the covariance of strengths and shapes.</param>
/// <remarks>Processes narrower than the width given, and the jump that a skewed one then has, are smoothed to that width.</remarks>
internal sealed record ProcessDensity(double[] Density, double[] Variance)
{
    private const double Narrow = 0.95; // from this exponent on the peak may be narrower than the width
    private const double Reach = 5.0; // widths
    private const double SingleTime = 1.0 - 1e-9;
    private const double DifferenceStep = 1e-4;
    private const int Nodes = 100; // on each side
    private const int DiffusionTerms = 200; // the rest has 0.1 % of the strength

    private ProcessFit Fit { get; init; } = null!;

    /// <summary>Draws the processes of a fit.</summary>
    internal static ProcessDensity Create(ProcessFit fit, ProcessCovariance covariance, double[] logTau, double width)
    {
        ProcessSet set = fit.Set;
        int n = logTau.Length, linear = set.LinearCount, first = set.FirstArea;
        double[] density = new double[n];
        List<(int Parameter, double[] Slope)> slopes = [];
        int shape = linear + (set.TailExponent is null ? 0 : 1);
        for (int k = 0; k < set.Processes.Length; k++)
        {
            RelaxationProcess process = set.Processes[k];
            double[] own = Draw(process, logTau, width);
            double area = fit.Areas[k];
            Numerics.Linear.Kernels.AddScaled(density, area, own);
            slopes.Add((first + k, own));
            for (int p = 0; p < process.ParameterCount; p++)
            {
                slopes.Add((shape + p, Slope(process.Moved(p, -DifferenceStep), own, -area, logTau, width)));
            }

            shape += process.ParameterCount;
        }

        double[] variance = new double[n];
        foreach ((int a, double[] one) in slopes)
        {
            foreach ((int b, double[] other) in slopes)
            {
                double common = covariance.Of(a, b);
                for (int i = 0; i < n && common != 0.0; i++)
                {
                    variance[i] += common * one[i] * other[i];
                }
            }
        }

        return new ProcessDensity(density, [.. variance.Select(v => Math.Max(0.0, v))]) { Fit = fit };
    }

    /// <summary>Returns the density of processes of given strengths.</summary>
    internal static double[] Of(ProcessSet set, ReadOnlySpan<double> areas, double[] logTau, double width)
    {
        double[] density = new double[logTau.Length];
        for (int k = 0; k < areas.Length; k++)
        {
            Numerics.Linear.Kernels.AddScaled(density, areas[k], Draw(set.Processes[k], logTau, width));
        }

        return density;
    }

    /// <summary>Returns the share of the processes in each bell.</summary>
    internal double[] Bells(RelaxationGrid grid) => Bells(Fit.Set, Fit.Areas, grid);

    /// <summary>Returns the share of processes of given strengths in each bell.</summary>
    internal static double[] Bells(ProcessSet set, ReadOnlySpan<double> areas, RelaxationGrid grid)
    {
        double[] bells = Of(set, areas, grid.Centres, grid.Spacing);
        for (int k = 0; k < bells.Length; k++)
        {
            bells[k] *= grid.Spacing;
        }

        return bells;
    }

    private static double[] Slope(RelaxationProcess moved, double[] own, double area, double[] logTau, double width)
    {
        double[] slope = Draw(moved, logTau, width);
        for (int i = 0; i < slope.Length; i++)
        {
            slope[i] = area * (slope[i] - own[i]) / DifferenceStep;
        }

        return slope;
    }

    /// <summary>Returns the density of a process of strength 1, near its summit smoothed where it may be narrower than the width.</summary>
    private static double[] Draw(RelaxationProcess process, double[] logTau, double width)
    {
        if (process.Shape == RelaxationShape.Diffusion)
        {
            return DrawDiffusion(process, logTau, width);
        }

        bool isSkewed = process.Shape == RelaxationShape.SkewedArc;
        if (process.Exponent < Narrow)
        {
            return [.. logTau.Select(process.Density)];
        }

        if (process.Exponent > SingleTime && !isSkewed)
        {
            return [.. logTau.Select(x => Bell(x - process.LogTau, width))];
        }

        (double[] places, double[] masses) = Masses(process, 2.0 * Reach * width);
        double[] density = new double[logTau.Length];
        for (int i = 0; i < density.Length; i++)
        {
            density[i] = Math.Abs(logTau[i] - process.LogTau) > Reach * width
                ? process.Density(logTau[i])
                : places.Select((place, k) => masses[k] * Bell(logTau[i] - place, width)).Sum();
        }

        return density;
    }

    /// <summary>tanh(s)/s = Σ aₖ/(1 + s²aₖ/2) with aₖ = 2/((k + ½)²π²): single relaxations at τ·aₖ/2.</summary>
    private static double[] DrawDiffusion(RelaxationProcess process, double[] logTau, double width)
    {
        double[] density = new double[logTau.Length];
        for (int k = 0; k < DiffusionTerms; k++)
        {
            double share = 2.0 / ((k + 0.5) * (k + 0.5) * Math.PI * Math.PI), place = process.LogTau + Math.Log(0.5 * share);
            for (int i = 0; i < density.Length; i++)
            {
                double distance = logTau[i] - place;
                density[i] += Math.Abs(distance) < Reach * width ? share * Bell(distance, width) : 0.0;
            }
        }

        return density;
    }

    /// <summary>Cuts the middle of a density into masses, ever finer towards the summit: ln τ = ln τ₀ ± u⁴ takes its singularity away.</summary>
    private static (double[] Places, double[] Masses) Masses(RelaxationProcess process, double reach)
    {
        double[] places = new double[2 * Nodes], masses = new double[2 * Nodes];
        double end = Math.Sqrt(Math.Sqrt(reach)), step = end / Nodes;
        for (int k = 0; k < Nodes; k++)
        {
            double u = (k + 0.5) * step, distance = u * u * u * u, width = 4.0 * u * u * u * step;
            places[2 * k] = process.LogTau - distance;
            places[(2 * k) + 1] = process.LogTau + distance;
            masses[2 * k] = width * process.Density(places[2 * k]);
            masses[(2 * k) + 1] = width * process.Density(places[(2 * k) + 1]);
        }

        return (places, masses);
    }

    private static double Bell(double distance, double width) =>
        Math.Exp(-0.5 * distance * distance / (width * width)) / (width * Math.Sqrt(2.0 * Math.PI));
}
