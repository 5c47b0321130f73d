using Lamella.Analysis.Impedance.Validity;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Turns a spectrum into its distribution of relaxation times, and that into processes.</summary>
/// <remarks>
/// <para>The peaks are the fewest processes R/(1 + (jωτ)ⁿ)^β that leave no more than noise, each fitted to the spectrum itself; their
/// number is chosen by the criterion of Schwarz and their uncertainties are those of that fit. The curve γ(τ) is their
/// distribution and the smoothest deviation from it that the data ask for, or the mean of all of these that describe the data; by the
/// regularised method it supposes nothing but smoothness, and its wiggles are then no processes.</para>
/// <para>Everything is decided on Z over its median size: multiplying Z by any factor multiplies γ and the areas by it.</para>
/// <para><b>Source.</b> Boukamp, J. Phys. Energy 2 (2020) 042001, <see href="https://doi.org/10.1088/2515-7655/aba9e0"/> (review);
/// sources of each step stand at its code.</para>
/// </remarks>
public static class RelaxationAnalysis
{
    private const int BellsPerDecade = 10;
    private const double BeyondWindow = 1.5; // decades
    private const double BeyondDoubt = 3.0; // standard uncertainties
    private const double SmallestLoop = 0.01; // of all processes together

    /// <summary>Analyses a spectrum.</summary>
    /// <param name="spectrum">The measurement, in any order of frequency.</param>
    /// <param name="options">Settings; null takes the defaults.</param>
    /// <returns>Distribution with band, processes with areas and uncertainties, and the circuit they suggest.</returns>
    /// <exception cref="InputException">Fewer than eight different frequencies, or an impedance of zero.</exception>
    /// <exception cref="ArgumentException">A setting is outside its range.</exception>
    public static RelaxationResult Run(Spectrum spectrum, RelaxationOptions? options = null)
    {
        options ??= new RelaxationOptions();
        options.Validate();
        List<SpectrumWarning> warnings = [];
        var points = OrderedSpectrum.Create(spectrum, warnings);
        var data = WeightedData.Create(points, options.Weighting);
        bool mayHaveTail = SpectrumTails.Of(points, 0.0).LowFrequency is LowFrequencyTail.Diffusive or LowFrequencyTail.Blocking;
        (ProcessFit fit, bool isSigned) = Processes(data, mayHaveTail, options, warnings);
        var covariance = new ProcessCovariance(data, fit);
        var grid = new RelaxationGrid(data, BellsPerDecade, BeyondWindow);
        double[] logTau = [.. Enumerable.Range(0, options.Points)
            .Select(i => grid.First + ((grid.Last - grid.First) * i / (options.Points - 1)))];
        double width = Math.Max(grid.Spacing / 3.0, logTau[1] - logTau[0]); // of narrow processes: as narrow as the points can show
        DistributionCurve curve = options.Method switch
        {
            RelaxationMethod.Combined => Combine(data, fit, covariance, grid, logTau, width, isSigned, options),
            RelaxationMethod.Bayesian => new PosteriorSampler(data, fit, covariance, grid, isSigned, options.Seed).Run(logTau, width, options.Draws),
            _ => Smooth(new RidgeProblem(data, fit.Set, grid, data.Values), grid, logTau, isSigned, options),
        };
        return RelaxationReport.Compose(data, fit, covariance, logTau, curve, options.Method, isSigned, warnings);
    }

    private static (ProcessFit Fit, bool IsSigned) Processes(
        WeightedData data, bool mayHaveTail, RelaxationOptions options, List<SpectrumWarning> warnings)
    {
        bool onlySigned = options.Sign == RelaxationSign.EitherSign;
        ProcessFit fit = new ProcessSearch(data, onlySigned, mayHaveTail, options.MostProcesses).Run();
        if (onlySigned || !new ProcessCovariance(data, fit).HasPattern)
        {
            return (fit, onlySigned);
        }

        ProcessFit signed = new ProcessSearch(data, true, mayHaveTail, options.MostProcesses).Run();
        bool isNeeded = HasClearLoop(data, signed) && signed.Information < fit.Information - 10.0;
        if (isNeeded && options.Sign == RelaxationSign.NonNegative)
        {
            warnings.Add(new SpectrumWarning(
                "negative-process", "No non-negative distribution describes the data; with a negative process they are described: allow either sign."));
        }

        return isNeeded && options.Sign == RelaxationSign.Automatic ? (signed, true) : (fit, false);
    }

    /// <summary>Tells whether negative processes are there, each beyond doubt: not one half of a pair that cancels.</summary>
    private static bool HasClearLoop(WeightedData data, ProcessFit fit)
    {
        var covariance = new ProcessCovariance(data, fit);
        double whole = 0.0;
        foreach (double area in fit.Areas)
        {
            whole += Math.Abs(area);
        }

        int first = fit.Set.FirstArea, loops = 0;
        for (int k = 0; k < fit.Areas.Length; k++)
        {
            double size = Math.Abs(fit.Areas[k]);
            if (size < BeyondDoubt * covariance.Uncertainty(first + k))
            {
                return false;
            }

            loops += fit.Areas[k] < -SmallestLoop * whole ? 1 : 0;
        }

        return loops > 0;
    }

    private static DistributionCurve Combine(
        WeightedData data,
        ProcessFit fit,
        ProcessCovariance covariance,
        RelaxationGrid grid,
        double[] logTau,
        double width,
        bool isSigned,
        RelaxationOptions options)
    {
        var processes = ProcessDensity.Create(fit, covariance, logTau, width);
        var problem = new RidgeProblem(data, fit.Set, grid, fit.Residuals);
        double lambda = options.Regularisation ?? RegularisationChoice.Choose(problem, options.Criterion);
        return DistributionCurve.Regularised(problem, grid, logTau, isSigned, lambda, processes);
    }

    private static DistributionCurve Smooth(
        RidgeProblem problem, RelaxationGrid grid, double[] logTau, bool isSigned, RelaxationOptions options) => DistributionCurve.Regularised(
            problem, grid, logTau, isSigned, options.Regularisation ?? RegularisationChoice.Choose(problem, options.Criterion));
}
