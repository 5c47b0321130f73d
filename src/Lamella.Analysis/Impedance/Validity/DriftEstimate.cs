using System.Numerics;
using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>A linear change of the system during the measurement.</summary>
/// <param name="RelativeChange">Change of |Z| at the lowest frequency from the first moment to the last, relative to the last [–].</param>
/// <param name="StandardUncertainty">Its standard uncertainty [–].</param>
/// <param name="VarianceRatio">F of the two drift terms [–]: drop of χ² per term over the scatter that remains.</param>
/// <param name="ExplainedShare">Share of χ² that the drift terms take away [–], in 0–1.</param>
/// <param name="IsSignificant">Whether F is above what noise gives once in ten thousand, and the drift explains half of χ².</param>
/// <remarks>
/// Z(ω, t) = Z_KK(ω) + x·(a·Z(ω) + b·(Z₀ − Z(ω))), x running from 0 to 1 with time, Z₀ = |Z| at the lowest frequency: a is the
/// relative change there; b takes out what stays, such as the series resistance. Both are linear beside the description.
/// <b>Source.</b> test of added terms: Draper and Smith, <i>Applied Regression Analysis</i>, 3rd ed. (1998), section 6.1.
/// </remarks>
public readonly record struct DriftEstimate(
    double RelativeChange, double StandardUncertainty, double VarianceRatio, double ExplainedShare, bool IsSignificant)
{
    private const double RareRatio = 9.8; // F(2, ~100) exceeds it with probability 1e-4

    /// <summary>Adds the drift terms to a description of the impedance.</summary>
    /// <param name="points">The spectrum.</param>
    /// <param name="elapsed">x of each point, 0 at the first and 1 at the last, shape (points).</param>
    /// <param name="description">The description without drift.</param>
    internal static DriftEstimate Of(OrderedSpectrum points, double[] elapsed, LinearDescription description)
    {
        int n = points.Count;
        double[] weight = [.. points.Modulus.Select(z => 1.0 / z)];
        DescriptionShape shape = description.Shape;
        double[] tau = RelaxationColumns.TimeConstants(points, shape.Order, shape.Extension);
        double[] terms = RelaxationColumns.Fill(points.AngularFrequency, weight, tau, shape.HasRising, shape.HasFalling);
        double[] columns = [.. terms, .. DriftColumns(points, weight, elapsed)];
        if (columns.Length / (2 * n) >= 2 * n)
        {
            return default;
        }

        var factors = new HouseholderQr(columns, 2 * n);
        double[] right = RelaxationColumns.Data(points.Impedance, weight);
        double[] solution = new double[factors.Columns];
        double square = factors.Solve(right, solution);
        double before = new LinearDescription(points, shape with { Representation = ImpedanceRepresentation.Impedance }).SumOfSquares;
        int freedom = Math.Max(1, (2 * n) - factors.Rank);
        double variance = Math.Max(square / freedom, double.Epsilon);
        double ratio = Math.Max(0.0, before - square) / (2.0 * variance);
        double share = before > 0.0 ? Math.Clamp((before - square) / before, 0.0, 1.0) : 0.0;
        double pivot = factors.LastPivot;
        double uncertainty = pivot > 0.0 ? Math.Sqrt(variance) / pivot : 0.0;
        bool significant = pivot > 0.0 && ratio > RareRatio && share > 0.5;
        return new DriftEstimate(solution[^1], uncertainty, ratio, share, significant);
    }

    /// <summary>Returns x of each point from the times, or from one period per point in the order of the record.</summary>
    internal static double[] Elapsed(OrderedSpectrum points, ReadOnlySpan<double> times)
    {
        double[] inRecord = new double[points.Index.Max() + 1];
        if (times.IsEmpty)
        {
            double[] period = new double[inRecord.Length];
            for (int i = 0; i < points.Count; i++)
            {
                period[points.Index[i]] = 1.0 / points.Frequency[i];
            }

            double sum = 0.0;
            for (int i = 0; i < inRecord.Length; i++)
            {
                sum += period[i];
                inRecord[i] = sum;
            }
        }
        else
        {
            times[..inRecord.Length].CopyTo(inRecord);
        }

        double[] elapsed = [.. points.Index.Select(i => inRecord[i])];
        double first = elapsed.Min(), span = elapsed.Max() - first;
        return [.. elapsed.Select(t => span > 0.0 ? (t - first) / span : 0.0)];
    }

    // b first, a last: the last pivot of the factorisation is then what the uncertainty of a needs.
    private static double[] DriftColumns(OrderedSpectrum points, double[] weight, double[] elapsed)
    {
        int n = points.Count;
        double[] columns = new double[4 * n];
        double slow = points.Modulus[^1];
        for (int i = 0; i < n; i++)
        {
            Complex grown = weight[i] * elapsed[i] * points.Impedance[i];
            columns[i] = (weight[i] * elapsed[i] * slow) - grown.Real;
            columns[n + i] = -grown.Imaginary;
            columns[(2 * n) + i] = grown.Real;
            columns[(3 * n) + i] = grown.Imaginary;
        }

        return columns;
    }
}
