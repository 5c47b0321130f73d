using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Puts what was found together, in the unit of the spectrum.</summary>
internal static class RelaxationReport
{
    private const double EdgeFactor = 3.0; // of τ from the ends of the window: half a decade
    private const double DiffusionSummit = 2.5; // ωτ there; for an arc 1
    private const double Inseparable = 0.95; // correlation of two areas
    private const double Uncertain = 0.3; // relative standard uncertainty of an area

    /// <summary>Composes the result.</summary>
    internal static RelaxationResult Compose(
        WeightedData data,
        ProcessFit fit,
        ProcessCovariance covariance,
        double[] logTau,
        DistributionCurve curve,
        RelaxationMethod method,
        bool isSigned,
        List<SpectrumWarning> warnings)
    {
        double scale = data.Scale;
        ProcessSet set = fit.Set;
        int linear = set.LinearCount, firstArea = set.FirstArea;
        double highest = data.Points.AngularFrequency[0], lowest = data.Points.AngularFrequency[^1];
        ImmutableArray<RelaxationPeakRecord> peaks = Peaks(data, fit, covariance);
        double sumVariance = Pairs(firstArea, linear).Sum(pair => covariance.Of(pair.First, pair.Second));
        (ImmutableArray<double> real, ImmutableArray<double> imaginary) = Residuals(data, curve.Residuals);
        double? tailStrength = set.TailExponent is { } exponent
            ? fit.Tail * scale * Math.Pow(lowest, exponent)
            : null;
        return new RelaxationResult
        {
            TimeConstants = [.. logTau.Select(x => Math.Exp(x))],
            Distribution = [.. curve.Curve.Select(height => height * scale)],
            DistributionLower = [.. curve.Lower.Select(height => height * scale)],
            DistributionUpper = [.. curve.Upper.Select(height => height * scale)],
            Method = method,
            IsSigned = isSigned,
            Regularisation = curve.Lambda,
            Weighting = data.Weighting,
            SeriesResistance = fit.Resistance * scale,
            SeriesResistanceStandardUncertainty = set.HasResistance ? covariance.Uncertainty(0) * scale : 0.0,
            Inductance = fit.Inductance * scale / highest,
            TailCoefficient = tailStrength is > 0.0 ? 1.0 / tailStrength : null,
            TailExponent = tailStrength is > 0.0 ? set.TailExponent : null,
            PolarisationResistance = peaks.Sum(peak => peak.Area),
            PolarisationResistanceStandardUncertainty = Math.Sqrt(Math.Max(0.0, sumVariance)) * scale,
            Peaks = peaks,
            Circuit = CircuitSuggestion.Of(fit, scale, highest, lowest),
            RealResiduals = real,
            ImaginaryResiduals = imaginary,
            RelativeScatter = Math.Sqrt(fit.SumOfSquares / covariance.DegreesOfFreedom),
            Warnings = [.. warnings, .. Notes(fit, covariance, peaks)],
        };
    }

    private static ImmutableArray<RelaxationPeakRecord> Peaks(WeightedData data, ProcessFit fit, ProcessCovariance covariance)
    {
        ProcessSet set = fit.Set;
        int linear = set.LinearCount, firstArea = set.FirstArea;
        int shape = linear + (set.TailExponent is null ? 0 : 1);
        double shortest = Math.Exp(-data.LogOmega[0]) * EdgeFactor, longest = Math.Exp(-data.LogOmega[^1]) / EdgeFactor;
        List<RelaxationPeakRecord> peaks = [];
        for (int k = 0; k < set.Processes.Length; k++)
        {
            RelaxationProcess process = set.Processes[k];
            double tau = Math.Exp(process.LogTau), area = fit.Areas[k] * data.Scale;
            double uncertainty = covariance.Uncertainty(firstArea + k) * data.Scale;
            peaks.Add(new RelaxationPeakRecord
            {
                TimeConstant = tau,
                Area = area,
                AreaStandardUncertainty = uncertainty,
                AreaLower = area - (covariance.Quantile * uncertainty),
                AreaUpper = area + (covariance.Quantile * uncertainty),
                LogTimeConstantStandardUncertainty = covariance.Uncertainty(shape),
                Shape = process.Shape,
                Exponent = process.Exponent,
                Skew = process.Skew,
                IsAtEdge = tau < shortest || tau > (process.Shape == RelaxationShape.Diffusion ? DiffusionSummit * longest : longest),
            });
            shape += process.ParameterCount;
        }

        return [.. peaks.OrderBy(peak => peak.TimeConstant)];
    }

    private static (ImmutableArray<double> Real, ImmutableArray<double> Imaginary) Residuals(WeightedData data, double[] weighted)
    {
        int n = data.Count;
        double[] real = new double[n], imaginary = new double[n];
        for (int i = 0; i < n; i++)
        {
            double factor = data.Scale / (data.Weight[i] * data.Points.Modulus[i]);
            (real[i], imaginary[i]) = (weighted[i] * factor, weighted[n + i] * factor);
        }

        return (data.Points.ToRecordOrder(real), data.Points.ToRecordOrder(imaginary));
    }

    private static IEnumerable<SpectrumWarning> Notes(
        ProcessFit fit, ProcessCovariance covariance, ImmutableArray<RelaxationPeakRecord> peaks)
    {
        if (peaks.IsEmpty)
        {
            yield return new SpectrumWarning("no-process", "The data show no relaxation: resistance, inductance and tail describe them.");
        }

        foreach (RelaxationPeakRecord peak in peaks.Where(peak => peak.IsAtEdge))
        {
            yield return new SpectrumWarning("edge-peak", string.Create(
                CultureInfo.InvariantCulture,
                $"The process at {peak.TimeConstant:G3} s lies at the edge of the measured frequencies: its area of {peak.Area:G4} ohm is extrapolated."));
        }

        foreach (RelaxationPeakRecord peak in peaks.Where(peak => peak.AreaStandardUncertainty > Uncertain * Math.Abs(peak.Area)))
        {
            yield return new SpectrumWarning("uncertain-area", string.Create(
                CultureInfo.InvariantCulture,
                $"The area of the process at {peak.TimeConstant:G3} s is {peak.Area:G3} +- {peak.AreaStandardUncertainty:G2} ohm: the data hardly fix it."));
        }

        int linear = fit.Set.LinearCount, first = fit.Set.FirstArea;
        foreach ((int a, int b) in Pairs(first, linear).Where(pair => pair.First < pair.Second))
        {
            double correlation = covariance.Of(a, b) / (covariance.Uncertainty(a) * covariance.Uncertainty(b));
            if (Math.Abs(correlation) > Inseparable)
            {
                RelaxationProcess one = fit.Set.Processes[a - first], other = fit.Set.Processes[b - first];
                yield return new SpectrumWarning("inseparable-processes", string.Create(
                    CultureInfo.InvariantCulture,
                    $"The areas of the processes at {Math.Exp(one.LogTau):G3} s and {Math.Exp(other.LogTau):G3} s correlate by {correlation:F2}: their sum is known much better than each."));
            }
        }

        if (covariance.HasPattern)
        {
            yield return new SpectrumWarning("pattern-in-residuals", string.Create(
                CultureInfo.InvariantCulture,
                $"The processes leave residuals that resemble their neighbours (autocorrelation {covariance.Autocorrelation:F2}): the processes are not quite of these shapes, or the spectrum is not valid; uncertainties were widened by {Math.Sqrt(covariance.Widening):F1}."));
        }
    }

    private static IEnumerable<(int First, int Second)> Pairs(int begin, int end)
    {
        for (int a = begin; a < end; a++)
        {
            for (int b = begin; b < end; b++)
            {
                yield return (a, b);
            }
        }
    }
}
