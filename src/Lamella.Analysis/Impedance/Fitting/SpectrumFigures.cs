using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Pictures of fitted spectra.</summary>
internal static class SpectrumFigures
{
    private const int MostSpectra = 8;

    /// <summary>Measured points and fitted lines in the complex plane, axes equal.</summary>
    internal static OutcomeFigure Nyquist(ImmutableArray<(string Title, CircuitFitResult Fit)> fits)
    {
        (string Title, CircuitFitResult Fit)[] shown = [.. Spread(fits)];
        return new OutcomeFigure("Impedance and fitted circuit", new OutcomeAxis("Re Z", "Ω"), new OutcomeAxis("−Im Z", "Ω"),
            [
                .. shown.Select(one => new OutcomeCurve(one.Title, OutcomeMark.Measured, one.Fit.Spectrum.Real, one.Fit.Spectrum.NegativeImaginary)),
                .. shown.Select(one => Line(one.Title, one.Fit)),
            ])
        {
            EqualAxes = true,
            Caption = shown.Length < fits.Length
                ? $"Points: measured; lines: {fits[0].Fit.Circuit.Text}. {shown.Length} of {fits.Length} spectra are shown."
                : $"Points: measured; lines: {fits[0].Fit.Circuit.Text}.",
        };
    }

    /// <summary>Relative deviations over frequency.</summary>
    internal static OutcomeFigure Deviations(string title, CircuitFitResult fit)
    {
        int[] order = ByFrequency(fit.Spectrum);
        ImmutableArray<double> frequency = [.. order.Select(i => fit.Spectrum.Frequency[i])];
        double[] modulus = [.. order.Select(i => System.Numerics.Complex.Abs(fit.Spectrum.Impedance[i]))];
        double Relative(double difference, int k) => modulus[k] > 0.0 ? 100.0 * difference / modulus[k] : 0.0;
        return new OutcomeFigure($"Deviations of the fit, {title}", new OutcomeAxis("Frequency", "Hz", Logarithmic: true), new OutcomeAxis("(Z_fit − Z)/|Z|", "%"),
            [
                new OutcomeCurve("real part", OutcomeMark.Measured, frequency, [.. order.Select((i, k) => Relative(fit.Fitted[i].Real - fit.Spectrum.Impedance[i].Real, k))]),
                new OutcomeCurve("imaginary part", OutcomeMark.Computed, frequency, [.. order.Select((i, k) => Relative(fit.Fitted[i].Imaginary - fit.Spectrum.Impedance[i].Imaginary, k))]),
            ])
        {
            Caption = "Noise scatters about zero without a pattern; waves mean that the circuit lacks something.",
        };
    }

    private static OutcomeCurve Line(string title, CircuitFitResult fit)
    {
        int[] order = ByFrequency(fit.Spectrum);
        return new OutcomeCurve($"{title}, fit", OutcomeMark.Line, [.. order.Select(i => fit.Fitted[i].Real)], [.. order.Select(i => -fit.Fitted[i].Imaginary)]);
    }

    private static int[] ByFrequency(Spectrum spectrum) => [.. Enumerable.Range(0, spectrum.Frequency.Length).OrderByDescending(i => spectrum.Frequency[i])];

    private static IEnumerable<(string Title, CircuitFitResult Fit)> Spread(ImmutableArray<(string Title, CircuitFitResult Fit)> fits) =>
        fits.Length <= MostSpectra ? fits : Enumerable.Range(0, MostSpectra).Select(k => fits[k * (fits.Length - 1) / (MostSpectra - 1)]);
}
