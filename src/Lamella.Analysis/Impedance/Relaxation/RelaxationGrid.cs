namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A distribution made of Gaussian bells in ln τ, evenly spaced, each as wide as the spacing.</summary>
/// <remarks>
/// γ(ln τ) = Σ xₖ·φ(ln τ − µₖ) with bells of area 1, so that xₖ is a resistance. The bells' impedance is the sum
/// Σₘ h·φ(mh)/(1 + jωe^{µₖ+mh}): the trapezoidal rule, which for this integrand errs by less than 1e-8.
/// <b>Source.</b> Wan, Saccoccio, Chen and Ciucci, Electrochim. Acta 184 (2015) 483,
/// <see href="https://doi.org/10.1016/j.electacta.2015.09.097"/> (radial functions); Trefethen and Weideman, SIAM Rev. 56
/// (2014) 385, <see href="https://doi.org/10.1137/130932132"/> (the rule's error).
/// </remarks>
internal sealed class RelaxationGrid
{
    private const int Reach = 6; // bells are cut at six widths, where they have fallen to 1e-8

    private readonly double[] bell;

    /// <summary>Lays the bells over the window and beyond.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="perDecade">Bells per decade of τ.</param>
    /// <param name="beyond">Decades by which they reach beyond 1/ω_max and 1/ω_min.</param>
    internal RelaxationGrid(WeightedData data, int perDecade, double beyond)
    {
        Spacing = Math.Log(10.0) / perDecade;
        double first = -data.LogOmega[0] - (beyond * Math.Log(10.0)), last = -data.LogOmega[^1] + (beyond * Math.Log(10.0));
        Count = (int)Math.Ceiling((last - first) / Spacing) + 1;
        First = first;
        bell = [.. Enumerable.Range(-Reach, (2 * Reach) + 1).Select(m => Math.Exp(-0.5 * m * m) / Math.Sqrt(2.0 * Math.PI))];
    }

    /// <summary>Gets the distance of neighbours in ln τ, which is also their width.</summary>
    internal double Spacing { get; }

    /// <summary>Gets the number of bells n.</summary>
    internal int Count { get; }

    /// <summary>Gets ln τ of the first bell.</summary>
    internal double First { get; }

    /// <summary>Gets ln τ of every bell, shape (n).</summary>
    internal double[] Centres => [.. Enumerable.Range(0, Count).Select(k => First + (k * Spacing))];

    /// <summary>Gets ln τ of the last bell.</summary>
    internal double Last => First + ((Count - 1) * Spacing);

    /// <summary>Returns the weighted impedance of each bell of 1 Ω by columns, real parts above imaginary parts, shape (2N · n).</summary>
    internal double[] Columns(WeightedData data)
    {
        int rows = 2 * data.Count, points = data.Count;
        double[] nodes = new double[rows * (Count + (2 * Reach))];
        for (int m = 0; m < Count + (2 * Reach); m++)
        {
            double tau = Math.Exp(First + ((m - Reach) * Spacing));
            Span<double> real = nodes.AsSpan(rows * m, points), imaginary = nodes.AsSpan((rows * m) + points, points);
            for (int i = 0; i < points; i++)
            {
                double x = data.Points.AngularFrequency[i] * tau;
                real[i] = data.Weight[i] / (1.0 + (x * x));
                imaginary[i] = -x * real[i];
            }
        }

        double[] columns = new double[rows * Count];
        for (int k = 0; k < Count; k++)
        {
            Span<double> column = columns.AsSpan(rows * k, rows);
            for (int m = 0; m < bell.Length; m++)
            {
                Numerics.Linear.Kernels.AddScaled(column, bell[m], nodes.AsSpan(rows * (k + m), rows));
            }
        }

        return columns;
    }

    /// <summary>Finds the bells that reach a place and how high each stands there.</summary>
    /// <param name="logTau">ln τ.</param>
    /// <param name="heights">Receives φ of each, shape (14).</param>
    /// <returns>The first of them and their number.</returns>
    internal (int First, int Count) At(double logTau, Span<double> heights)
    {
        double place = (logTau - First) / Spacing;
        int first = Math.Max(0, (int)Math.Ceiling(place - Reach)), last = Math.Min(Count - 1, (int)Math.Floor(place + Reach));
        for (int k = first; k <= last; k++)
        {
            heights[k - first] = Math.Exp(-0.5 * (place - k) * (place - k)) / (Spacing * Math.Sqrt(2.0 * Math.PI));
        }

        return (first, Math.Max(0, last - first + 1));
    }
}
