using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>How much of the residual a further term would take away, to first order, when all others adapt.</summary>
/// <remarks>
/// A column c takes (c⊥·r)²/|c⊥|² of the sum of squares, c⊥ being what strengths and shapes of the fit cannot imitate: the
/// score test of Rao, Math. Proc. Camb. Philos. Soc. 44 (1948) 50, <see href="https://doi.org/10.1017/S0305004100023987"/>.
/// </remarks>
internal sealed class TermGains
{
    private const int ScansPerDecade = 4;
    private const double SmallestShare = 1e-12; // of |c|²; less is rounding

    private readonly WeightedData data;
    private readonly ProcessFit fit;
    private readonly HouseholderQr tangent;
    private readonly double[] column;

    internal TermGains(WeightedData data, ProcessFit fit)
    {
        (this.data, this.fit) = (data, fit);
        tangent = new HouseholderQr(fit.Jacobian(), 2 * data.Count);
        column = new double[2 * data.Count];
    }

    /// <summary>Returns the gain of a strength that a larger set has at a place.</summary>
    internal double OfSeries(ProcessSet larger, int place)
    {
        ProcessColumns.Fill(data, larger with { Processes = [] }, []).AsSpan(column.Length * place, column.Length).CopyTo(column);
        return Gain(out _);
    }

    /// <summary>Returns the gain of letting a process be skewed.</summary>
    internal double OfSkew(int process)
    {
        double[] value = new double[column.Length], slopes = new double[3 * column.Length];
        (fit.Set.Processes[process] with { Shape = RelaxationShape.SkewedArc }).Fill(data.LogOmega, data.Weight, value, slopes);
        slopes.AsSpan(2 * column.Length).CopyTo(column);
        return Gain(out _);
    }

    /// <summary>Returns the places where one more arc gains most, best first.</summary>
    /// <param name="exponent">n of that arc.</param>
    /// <param name="isSigned">Whether its strength may be negative.</param>
    internal IEnumerable<(double LogTau, double Gain)> OfArcs(double exponent, bool isSigned)
    {
        double first = -data.LogOmega[0] - 1.0, last = -data.LogOmega[^1] + 1.0;
        int count = Math.Max(4, (int)((last - first) / Math.Log(10.0) * ScansPerDecade));
        double[] gain = new double[count + 1];
        for (int k = 0; k <= count; k++)
        {
            RelaxationProcess.Arc(first + ((last - first) * k / count), exponent).Fill(data.LogOmega, data.Weight, column, []);
            double own = Gain(out double product);
            gain[k] = isSigned || product > 0.0 ? own : 0.0;
        }

        return Enumerable.Range(0, count + 1)
            .Where(k => gain[k] > 0.0 && (k == 0 || gain[k] >= gain[k - 1]) && (k == count || gain[k] > gain[k + 1]))
            .OrderByDescending(k => gain[k])
            .Select(k => (first + ((last - first) * k / count), gain[k]));
    }

    private double Gain(out double product)
    {
        double whole = Kernels.Dot(column, column);
        tangent.ApplyTransposed(column);
        double square = Kernels.Dot(column.AsSpan(tangent.Columns), column.AsSpan(tangent.Columns));
        tangent.ToResidual(column);
        product = Kernels.Dot(column, fit.Residuals);
        return square > SmallestShare * whole ? product * product / square : 0.0;
    }
}
