using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Fits one circuit to several spectra at once, some parameters common to all of them.</summary>
/// <remarks>
/// An exponent or a stray capacitance that does not change with temperature is fixed far better by all spectra together than by
/// each alone. The variance of a weighted deviation is that of all spectra. Starts: the fits to each spectrum alone,
/// with the common values of their mean and of each of them.
/// </remarks>
public static class JointFit
{
    private const int MostSpectra = 40;

    /// <summary>Fits the spectra together.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectra">Two to 40 spectra.</param>
    /// <param name="common">Names of the parameters that all spectra share, at least one.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>One result per spectrum; common parameters are equal in all, their uncertainties included.</returns>
    /// <exception cref="InputException">There are too few or too many spectra, or a common parameter does not exist or is fixed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ImmutableArray<CircuitFitResult> Run(
        Circuit circuit,
        ImmutableArray<Spectrum> spectra,
        ImmutableArray<string> common,
        CircuitFitOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        if (spectra.Length is < 2 or > MostSpectra || common.IsDefaultOrEmpty)
        {
            throw new InputException(
                InputPlace.Whole("joint fit"), FormattableString.Invariant($"{spectra.Length} spectra and {(common.IsDefault ? 0 : common.Length)} common parameters are given."),
                $"2 to {MostSpectra} spectra and at least one common parameter", "Fit a single spectrum alone, and more of them in parts.");
        }

        CircuitFitOptions settings = options ?? new CircuitFitOptions();
        ImmutableArray<CircuitFitResult> alone = CircuitBatch.Run(circuit, spectra, settings, cancellation: cancellation);
        var model = new JointResiduals(circuit, spectra, common, settings);
        var descent = new BoundedDescent(model, model.Lower, model.Upper, model.Limit);
        double[][] values = [.. alone.Select(fit => fit.Parameters.Select(parameter => parameter.Value).ToArray())];
        double[] best = [], sums = new double[spectra.Length + 1];
        for (int start = 0; start < sums.Length; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            descent.Run(model.Start(values, start - 1), DescentOptions.Converged);
            sums[start] = descent.SumOfSquares;
            best = best.Length == 0 || descent.SumOfSquares < sums.Take(start).Min() ? descent.Parameters.ToArray() : best;
        }

        descent.Run(best, new DescentOptions(0, 0.0));
        double least = descent.SumOfSquares;
        var report = new SearchReport(
            sums.Length, sums.Count(sum => sum <= least * (1.0 + 1e-6)), [.. sums.Where(sum => sum > least * (1.0 + 1e-4)).Order()], descent.Evaluations);
        return model.Report(descent, FitCovariance.Of(descent, model.Lower, model.Upper, model.Limit), report);
    }
}
