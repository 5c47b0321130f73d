using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance;

/// <summary>What the techniques on spectra share: their spectra, figures and warnings.</summary>
internal static class SpectrumOutcome
{
    /// <summary>The most spectra of which figures are drawn.</summary>
    internal const int MostDrawn = 4;

    /// <summary>Analyses the spectra among measurements.</summary>
    /// <returns>The results, and a warning for each spectrum that cannot be used beside others that can.</returns>
    /// <exception cref="InputException">None can be used; the message names the first and why.</exception>
    internal static (ImmutableArray<(NamedMeasurement Item, T Result)> Results, ImmutableArray<OutcomeWarning> LeftOut) Analyse<T>(
        ImmutableArray<NamedMeasurement> measurements, Func<Spectrum, T> analysis, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<(NamedMeasurement, T)>();
        var failures = new List<InputException>();
        foreach (NamedMeasurement item in measurements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Measurement is not Spectrum spectrum)
            {
                continue;
            }

            try
            {
                results.Add((item, analysis(spectrum)));
            }
            catch (InputException failure)
            {
                failures.Add(new InputException(InputPlace.Whole(item.Title), failure.Problem, failure.Allowed, failure.Remedy));
            }
        }

        return results.Count > 0
            ? (results.ToImmutable(), [.. failures.Select(failure => new OutcomeWarning("left-out", WarningLevel.Caution, $"{failure.Place}: {failure.Problem} It was left out."))])
            : throw (failures.Count > 0 ? failures[0] : new InputException(
                InputPlace.Whole("measurements"), "there is no spectrum among them.", "at least one impedance spectrum", "Name a file with an impedance spectrum."));
    }

    /// <summary>Returns the end of a key for the n-th of several spectra, so that each key stands once.</summary>
    internal static string Suffix(int index) => index == 0 ? string.Empty : FormattableString.Invariant($"_{index + 1}");

    /// <summary>Returns the words that tell the spectra apart where there are several.</summary>
    internal static string Prefix(NamedMeasurement item, int count) => count == 1 ? string.Empty : item.Title + ": ";

    /// <summary>Returns the Nyquist plot of a spectrum and of what describes it.</summary>
    /// <param name="title">Title.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="realResiduals">Re(Z − Z_fit)/|Z|, in the order of the spectrum.</param>
    /// <param name="imaginaryResiduals">Im(Z − Z_fit)/|Z|, in the order of the spectrum.</param>
    /// <param name="name">Name of the description.</param>
    internal static OutcomeFigure Nyquist(
        string title, Spectrum spectrum, ImmutableArray<double> realResiduals, ImmutableArray<double> imaginaryResiduals, string name)
    {
        int[] order = [.. Enumerable.Range(0, spectrum.Frequency.Length).OrderByDescending(i => spectrum.Frequency[i])];
        double Size(int i) => spectrum.Impedance[i].Magnitude;
        return new OutcomeFigure(
            title,
            new OutcomeAxis("Z'", "ohm"),
            new OutcomeAxis("-Z''", "ohm"),
            [
                new OutcomeCurve("measured", OutcomeMark.Measured, spectrum.Real, spectrum.NegativeImaginary),
                new OutcomeCurve(
                    name,
                    OutcomeMark.Line,
                    [.. order.Select(i => spectrum.Real[i] - (realResiduals[i] * Size(i)))],
                    [.. order.Select(i => spectrum.NegativeImaginary[i] + (imaginaryResiduals[i] * Size(i)))]),
            ])
        {
            EqualAxes = true,
            Caption = "Where the line leaves the points, the description does not hold.",
        };
    }

    /// <summary>Returns the residuals over frequency.</summary>
    internal static OutcomeFigure Residuals(
        string title, Spectrum spectrum, ImmutableArray<double> realResiduals, ImmutableArray<double> imaginaryResiduals, string caption) => new(
        title,
        new OutcomeAxis("frequency", "Hz", Logarithmic: true),
        new OutcomeAxis("residual relative to |Z|", "%"),
        [
            new OutcomeCurve("real", OutcomeMark.Measured, spectrum.Frequency, [.. realResiduals.Select(r => 100.0 * r)]),
            new OutcomeCurve("imaginary", OutcomeMark.Computed, spectrum.Frequency, [.. imaginaryResiduals.Select(r => 100.0 * r)]),
        ])
        {
            Caption = caption,
        };

    /// <summary>Turns warnings on a spectrum into those of an outcome.</summary>
    /// <param name="warnings">The warnings.</param>
    /// <param name="prefix">What tells the spectrum from others.</param>
    /// <param name="serious">Codes of those after which the result should not be relied on.</param>
    internal static IEnumerable<OutcomeWarning> Warnings(IEnumerable<SpectrumWarning> warnings, string prefix, params string[] serious) =>
        warnings.Select(warning => new OutcomeWarning(
            warning.Code,
            serious.Contains(warning.Code) ? WarningLevel.Serious
                : warning.Code is "unsorted-frequencies" or "duplicated-frequencies" ? WarningLevel.Notice : WarningLevel.Caution,
            prefix + warning.Text));
}
