using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance;

/// <summary>A spectrum from the highest to the lowest frequency, checked, with the place of each point in the record.</summary>
/// <remarks>All arrays have shape (points).</remarks>
internal sealed class OrderedSpectrum
{
    /// <summary>Fewer different frequencies than these carry no statement.</summary>
    internal const int FewestFrequencies = 8;

    private const double SameFrequency = 1e-6; // relative; instruments print six digits and more

    private OrderedSpectrum(double[] frequency, Complex[] impedance, int[] index)
    {
        (Frequency, Impedance, Index) = (frequency, impedance, index);
        AngularFrequency = [.. frequency.Select(f => 2.0 * Math.PI * f)];
        Modulus = [.. impedance.Select(z => z.Magnitude)];
    }

    /// <summary>Gets f [Hz], falling.</summary>
    internal double[] Frequency { get; }

    /// <summary>Gets ω = 2πf [rad/s], falling.</summary>
    internal double[] AngularFrequency { get; }

    /// <summary>Gets Z [Ω].</summary>
    internal Complex[] Impedance { get; }

    /// <summary>Gets |Z| [Ω], above 0.</summary>
    internal double[] Modulus { get; }

    /// <summary>Gets the place of each point in the record.</summary>
    internal int[] Index { get; }

    /// <summary>Gets the number of points.</summary>
    internal int Count => Frequency.Length;

    /// <summary>Checks and orders a spectrum.</summary>
    /// <param name="spectrum">The record.</param>
    /// <param name="warnings">Receives what is unusual but usable.</param>
    /// <returns>The points from the highest to the lowest frequency.</returns>
    /// <exception cref="InputException">Fewer than eight different frequencies, or an impedance of zero.</exception>
    internal static OrderedSpectrum Create(Spectrum spectrum, ICollection<SpectrumWarning> warnings)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ImmutableArray<double> frequency = spectrum.Frequency;
        int[] index = ByFrequency(spectrum);
        double[] sorted = [.. index.Select(i => frequency[i])];
        int repeated = Repeated(sorted);
        RequireEnough(sorted.Length, sorted.Length - repeated);
        foreach (int i in index)
        {
            RequireUsable(spectrum.Impedance[i], frequency[i]);
        }

        Describe(spectrum, index, repeated, warnings);
        return new OrderedSpectrum(sorted, [.. index.Select(i => spectrum.Impedance[i])], index);
    }

    /// <summary>Tells whether <see cref="Create"/> takes a spectrum: eight different frequencies and no impedance of zero.</summary>
    /// <param name="spectrum">The record.</param>
    internal static bool IsUsable(Spectrum spectrum)
    {
        double[] sorted = [.. ByFrequency(spectrum).Select(i => spectrum.Frequency[i])];
        return sorted.Length - Repeated(sorted) >= FewestFrequencies && spectrum.Impedance.All(IsUsable);
    }

    /// <summary>Says what is unusual about the order, the repetition and the signs of a spectrum's points.</summary>
    /// <param name="spectrum">The record, of at least one point.</param>
    /// <param name="warnings">Receives what is unusual but usable.</param>
    internal static void Describe(Spectrum spectrum, ICollection<SpectrumWarning> warnings)
    {
        int[] index = ByFrequency(spectrum);
        Describe(spectrum, index, Repeated([.. index.Select(i => spectrum.Frequency[i])]), warnings);
    }

    /// <summary>Returns the points that are kept.</summary>
    /// <param name="kept">Whether each point stays, shape (points).</param>
    /// <returns>A spectrum of those points in the same order.</returns>
    internal OrderedSpectrum Where(ReadOnlySpan<bool> kept)
    {
        List<int> stays = [];
        for (int i = 0; i < Count; i++)
        {
            if (kept[i])
            {
                stays.Add(i);
            }
        }

        return new OrderedSpectrum(
            [.. stays.Select(i => Frequency[i])], [.. stays.Select(i => Impedance[i])], [.. stays.Select(i => Index[i])]);
    }

    /// <summary>Brings values from this order into that of the record.</summary>
    /// <param name="ordered">Values from the highest to the lowest frequency, shape (points).</param>
    /// <returns>The same values in the order of the record, without places for points that were left out.</returns>
    internal ImmutableArray<double> ToRecordOrder(ReadOnlySpan<double> ordered)
    {
        double[] values = ordered.ToArray();
        Array.Sort([.. Index], values);
        return [.. values];
    }

    private static int[] ByFrequency(Spectrum spectrum) =>
        [.. Enumerable.Range(0, spectrum.Frequency.Length).OrderByDescending(i => spectrum.Frequency[i])];

    private static int Repeated(double[] sorted) =>
        Enumerable.Range(1, Math.Max(0, sorted.Length - 1)).Count(k => sorted[k - 1] - sorted[k] <= SameFrequency * sorted[k]);

    private static void RequireEnough(int points, int different)
    {
        if (different < FewestFrequencies)
        {
            throw new InputException(
                InputPlace.Whole("impedance spectrum"),
                $"{points} points at {different} different frequencies are too few.",
                $"at least {FewestFrequencies} different frequencies",
                "Measure more points per decade, or over more decades.");
        }
    }

    private static void RequireUsable(Complex z, double frequency)
    {
        if (!IsUsable(z))
        {
            throw new InputException(
                InputPlace.Whole("impedance spectrum"),
                FormattableString.Invariant($"the impedance at {frequency:G6} Hz is zero, so relative deviations are not defined."),
                "|Z| above 0 ohm",
                "Remove the point, or check the range of the instrument and the column that was read.");
        }
    }

    private static bool IsUsable(Complex z) => z.Magnitude > 0.0 && double.IsFinite(1.0 / z.Magnitude);

    private static void Describe(Spectrum spectrum, int[] index, int repeated, ICollection<SpectrumWarning> warnings)
    {
        int turns = Enumerable.Range(1, index.Length - 1).Count(k => index[k] < index[k - 1]);
        if (turns > 0 && turns < index.Length - 1)
        {
            warnings.Add(new SpectrumWarning(
                "unsorted-frequencies", "The frequencies neither rise nor fall throughout; the points were put in order."));
        }

        if (repeated > 0)
        {
            warnings.Add(new SpectrumWarning(
                "duplicated-frequencies",
                $"{repeated} points repeat the frequency of another; all are used, as repeated measurements of one spectrum."));
        }

        if (spectrum.NegativeImaginary.All(value => value < 0.0))
        {
            warnings.Add(new SpectrumWarning(
                "positive-imaginary-throughout",
                "Z'' is above 0 at every frequency: an inductor alone, or a file that holds -Z'' in the place of Z''. Nothing was turned round."));
        }
    }
}
