using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance;

/// <summary>What the techniques on spectra share: their spectra, figures and warnings.</summary>
internal static class SpectrumOutcome
{
    /// <summary>The most spectra of which figures are drawn.</summary>
    internal const int MostDrawn = 4;

    /// <summary>The most spectra whose results are listed one by one; those of more stand in the tables alone.</summary>
    internal const int MostNamed = 3;

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

    /// <summary>Returns what a description gives, from its residuals.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="realResiduals">Re(Z − Z_fit)/|Z|, in the order of the spectrum.</param>
    /// <param name="imaginaryResiduals">Im(Z − Z_fit)/|Z|, in the order of the spectrum.</param>
    internal static ImmutableArray<Complex> Described(Spectrum spectrum, ImmutableArray<double> realResiduals, ImmutableArray<double> imaginaryResiduals) =>
        [.. spectrum.Impedance.Select((z, i) => z - (z.Magnitude * new Complex(realResiduals[i], imaginaryResiduals[i])))];

    /// <summary>Returns Bode's two plots of a spectrum and of what describes it: size and phase over frequency.</summary>
    /// <param name="title">Name of the spectrum.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="described">What describes it, in the order of the spectrum.</param>
    /// <param name="name">Name of the description.</param>
    internal static IEnumerable<OutcomeFigure> Bode(string title, Spectrum spectrum, ImmutableArray<Complex> described, string name)
    {
        int[] order = [.. Enumerable.Range(0, spectrum.Frequency.Length).OrderByDescending(i => spectrum.Frequency[i])];
        ImmutableArray<double> falling = [.. order.Select(i => spectrum.Frequency[i])];
        OutcomeFigure Over(string what, OutcomeAxis axis, Func<Complex, double> value, string caption) => new(
            $"{what} of {title}",
            new OutcomeAxis("frequency", "Hz", Logarithmic: true),
            axis,
            [
                new OutcomeCurve("measured", OutcomeMark.Measured, spectrum.Frequency, [.. spectrum.Impedance.Select(value)]),
                new OutcomeCurve(name, OutcomeMark.Line, falling, [.. order.Select(i => value(described[i]))]),
            ])
        {
            Caption = caption,
        };
        yield return Over("Bode plot, magnitude", new OutcomeAxis("|Z|", "ohm", Logarithmic: spectrum.Impedance.Concat(described).All(z => z.Magnitude > 0.0)), z => z.Magnitude,
            "A plateau is a resistance, a slope of -1 a capacitance, of -1/2 a diffusion.");
        yield return Over("Bode plot, phase", new OutcomeAxis("-phase", "deg"), z => -z.Phase * 180.0 / Math.PI,
            "A maximum is a relaxation; 45 deg is diffusion, 90 deg a capacitor, below 0 an inductance.");
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

    /// <summary>Turns warnings on spectra into those of an outcome. What is said of many is said once.</summary>
    /// <param name="found">The warnings with what tells their spectrum from others.</param>
    /// <param name="serious">Codes of those after which the result should not be relied on.</param>
    internal static IEnumerable<OutcomeWarning> Warnings(IEnumerable<(string Prefix, SpectrumWarning Warning)> found, params string[] serious)
    {
        foreach (IGrouping<string, (string Prefix, SpectrumWarning Warning)> alike in found.GroupBy(one => one.Warning.Code))
        {
            WarningLevel level = serious.Contains(alike.Key) ? WarningLevel.Serious
                : alike.Key is "unsorted-frequencies" or "duplicated-frequencies" ? WarningLevel.Notice : WarningLevel.Caution;
            int spectra = alike.Select(one => one.Prefix).Distinct().Count(), count = alike.Count();
            foreach ((string prefix, SpectrumWarning warning) in spectra > MostNamed ? alike.Take(1) : alike)
            {
                string more = spectra > MostNamed ? FormattableString.Invariant($" Of this kind there are {count} in {spectra} spectra.") : string.Empty;
                yield return new OutcomeWarning(alike.Key, level, prefix + warning.Text + more);
            }
        }
    }
}
