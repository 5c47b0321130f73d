using System.Globalization;
using System.Numerics;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Tests whether a spectrum obeys the Kramers–Kronig relations, which every linear, causal and steady system does.</summary>
/// <remarks>
/// <para>The spectrum is described by relaxations with a series inductance and a series capacitor
/// (<see cref="LinearKramersKronigFit"/>), which obey the relations whatever their strengths. What they cannot describe
/// violates the relations or is noise; noise has no pattern along the frequency axis, so the verdict asks for the
/// autocorrelation of the residuals first and for their size second.</para>
/// <para>The order is the one with the smallest information criterion of Schwarz over a ladder up to the number of points,
/// 2N·ln(χ²/2N) + p·ln 2N. It looks at the whole ladder, so a dip of µ at a low order cannot stop it.</para>
/// <para><b>Source.</b> Boukamp, J. Electrochem. Soc. 142 (1995) 1885, <see href="https://doi.org/10.1149/1.2044210"/>;
/// Schwarz, Ann. Stat. 6 (1978) 461, <see href="https://doi.org/10.1214/aos/1176344136"/>.</para>
/// </remarks>
public static class KramersKronigTest
{
    /// <summary>Tests a spectrum.</summary>
    /// <param name="spectrum">The measurement, in any order of frequency.</param>
    /// <param name="options">Settings; null takes the defaults.</param>
    /// <returns>Verdict, residuals, drift, outliers and tails.</returns>
    /// <exception cref="InputException">Fewer than eight different frequencies, or an impedance of zero.</exception>
    /// <exception cref="ArgumentException">A setting is outside its range.</exception>
    public static KramersKronigResult Run(Spectrum spectrum, KramersKronigOptions? options = null)
    {
        options ??= new KramersKronigOptions();
        List<SpectrumWarning> warnings = [];
        var points = OrderedSpectrum.Create(spectrum, warnings);
        Validate(options, points.Count);
        LinearDescription best = OrderSelection.Best(points, options);
        (bool[] kept, double[] scores) = OutlierSearch.Find(points, best.Shape);
        OrderedSpectrum rest = points;
        if (kept.Contains(false))
        {
            // An outlier raises the scatter and so hides how many relaxations the rest can carry.
            rest = points.Where(kept);
            best = OrderSelection.Best(rest, options);
            (kept, scores) = OutlierSearch.Find(points, best.Shape);
            rest = points.Where(kept);
            best = new LinearDescription(rest, best.Shape);
        }

        return Describe(points, rest, best, options, scores, warnings);
    }

    private static KramersKronigResult Describe(
        OrderedSpectrum points,
        OrderedSpectrum rest,
        LinearDescription best,
        KramersKronigOptions options,
        double[] scores,
        List<SpectrumWarning> warnings)
    {
        Complex[] residuals = [.. points.Impedance.Select(
            (z, i) => (z - best.ImpedanceAt(points.AngularFrequency[i])) / points.Modulus[i])];
        double largest = Enumerable.Range(0, points.Count).Where(i => scores[i] == 0.0)
            .Max(i => Math.Max(Math.Abs(residuals[i].Real), Math.Abs(residuals[i].Imaginary)));
        ResidualPattern pattern = ResidualPattern.Of(best);
        double[] elapsed = DriftEstimate.Elapsed(rest, (options.Times ?? []).AsSpan());
        DriftEstimate drift = DriftEstimate.Of(rest, elapsed, best);
        LinearDescription series = best.Shape.Representation == ImpedanceRepresentation.Impedance
            ? best
            : new LinearDescription(rest, best.Shape with { Representation = ImpedanceRepresentation.Impedance });
        double scatter = Math.Sqrt(best.SumOfSquares / best.DegreesOfFreedom);
        KramersKronigVerdict verdict = !pattern.IsSignificant || scatter <= options.Negligible
            ? KramersKronigVerdict.Consistent
            : largest <= options.Tolerance ? KramersKronigVerdict.SmallDeviations : KramersKronigVerdict.Inconsistent;
        return new KramersKronigResult
        {
            Verdict = verdict,
            Statement = Statement(verdict, pattern, scatter, largest, options),
            Fit = best.ToFit(),
            RealResiduals = points.ToRecordOrder([.. residuals.Select(r => r.Real)]),
            ImaginaryResiduals = points.ToRecordOrder([.. residuals.Select(r => r.Imaginary)]),
            LargestResidual = largest,
            Pattern = pattern,
            Drift = drift,
            Outliers = [.. Enumerable.Range(0, points.Count).Where(i => scores[i] > 0.0)
                .Select(i => new SpectrumOutlier(points.Index[i], points.Frequency[i], residuals[i].Magnitude, scores[i]))
                .OrderByDescending(outlier => outlier.Score)],
            Tails = SpectrumTails.Of(rest, series.Rising),
            Prediction = options.PredictFrom == KramersKronigPart.Both ? null : KramersKronigPrediction.Of(points, rest, series.Shape, options.PredictFrom),
            Warnings = [.. warnings, .. Notes(drift, scores, pattern, options, scatter)],
        };
    }

    private static string Statement(
        KramersKronigVerdict verdict, ResidualPattern pattern, double scatter, double largest, KramersKronigOptions options)
    {
        string numbers = string.Create(
            CultureInfo.InvariantCulture,
            $"scatter {100 * scatter:G3} % of |Z|, largest residual {100 * largest:G3} %, pattern {pattern.Deviations:F1} standard deviations above that of noise");
        return verdict switch
        {
            KramersKronigVerdict.Consistent when pattern.IsSignificant =>
                $"Consistent with the Kramers-Kronig relations to below the accuracy of instruments: {numbers}.",
            KramersKronigVerdict.Consistent => $"Consistent with the Kramers-Kronig relations: {numbers}.",
            KramersKronigVerdict.SmallDeviations =>
                $"Small systematic deviations from the Kramers-Kronig relations: {numbers}; use it to that accuracy only.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"Violates the Kramers-Kronig relations by more than {100 * options.Tolerance:G3} % of |Z|: {numbers}."),
        };
    }

    private static IEnumerable<SpectrumWarning> Notes(
        DriftEstimate drift, double[] scores, ResidualPattern pattern, KramersKronigOptions options, double scatter)
    {
        if (drift.IsSignificant && pattern.IsSignificant && scatter > options.Negligible)
        {
            yield return new SpectrumWarning("drift", string.Create(
                CultureInfo.InvariantCulture,
                $"A linear drift of the slow part by {100 * drift.RelativeChange:F1} +- {100 * drift.StandardUncertainty:F1} % from the first to the last point explains {100 * drift.ExplainedShare:F0} % of the residuals."));
        }

        int outliers = scores.Count(score => score > 0.0);
        if (outliers > 0)
        {
            yield return new SpectrumWarning(
                "outliers", $"{outliers} of {scores.Length} points do not belong to the spectrum and were left out of the description.");
        }

        if (scatter > 0.05)
        {
            yield return new SpectrumWarning("noisy", string.Create(
                CultureInfo.InvariantCulture, $"The scatter is {100 * scatter:F0} % of |Z|: violations smaller than that cannot be seen."));
        }
    }

    private static void Validate(KramersKronigOptions options, int count)
    {
        Require(options.Order is null or >= 2 && !(options.Order > count), nameof(options.Order), options.Order ?? 0, $"2 to {count}, the number of points");
        Require(options.Tolerance is > 0.0 and < 1.0, nameof(options.Tolerance), options.Tolerance, "above 0 and below 1");
        Require(options.Negligible >= 0.0, nameof(options.Negligible), options.Negligible, "0 or above");
        if (options.Times is { } times && (times.Length != count || times.Any(t => !double.IsFinite(t))))
        {
            throw new ArgumentException($"{times.Length} times for {count} points; give one finite time [s] per point.", nameof(options));
        }
    }

    private static void Require(bool holds, string name, double value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed: {allowed}."), nameof(name));
        }
    }
}
