using Lamella.Analysis.Common;
using Lamella.Core;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Titration;

/// <summary>Diffusivity from the Warburg coefficient of a spectrum.</summary>
/// <remarks>
/// <para>Z = R + σ_w(1 − j)/√ω. For a redox couple of concentration c, σ_w = RT/(√2·n²F²·A·c·√D), so D = (RT)²/(2A²n⁴F⁴c²σ_w²); Bard and Faulkner,
/// Electrochemical Methods, 2nd ed. (2001), ch. 10.3. For insertion, σ_w = V_m·(dE/dx)/(√2·F·A·√D), so
/// D = ½[V_m(dE/dx)/(F·A·σ_w)]²; Ho, Raistrick and Huggins, J. Electrochem. Soc. 127 (1980) 343, <see href="https://doi.org/10.1149/1.2129668"/>.</para>
/// <para>Both hold D·A² only: a D is no better known than the square of the area at which the diffusion begins.</para>
/// </remarks>
public static class WarburgMethod
{
    private const int FewestSamples = 5;
    private const double LeastRange = 10.0;
    private const double LeastSlope = 0.85, LargestSlope = 1.15;

    /// <summary>Finds the Warburg coefficient.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">Its frequencies; null for choosing them.</param>
    /// <returns>The coefficient.</returns>
    /// <exception cref="ArgumentException">Fewer than five points lie in the range, or none of the spectrum rises at 45°.</exception>
    public static WarburgResult Read(Spectrum spectrum, WarburgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new WarburgOptions();
        int[] order = [.. Enumerable.Range(0, spectrum.Frequency.Length).OrderBy(i => spectrum.Frequency[i])];
        bool isGiven = double.IsFinite(options.From) || double.IsFinite(options.To);
        int[] used = isGiven
            ? [.. order.Where(i => !(spectrum.Frequency[i] < options.From * (1.0 - 1e-9)) && !(spectrum.Frequency[i] > options.To * (1.0 + 1e-9)))]
            : Choose(spectrum, order);
        if (used.Length < FewestSamples)
        {
            throw new ArgumentException(isGiven
                ? FormattableString.Invariant($"{used.Length} points lie in the range of frequencies; at least {FewestSamples} are needed for a Warburg coefficient.")
                : FormattableString.Invariant($"The spectrum does not rise at 45° over a decade of frequency: it shows no semi-infinite diffusion; measure at lower frequencies, or state the range."), nameof(spectrum));
        }

        double[] root = [.. used.Select(i => 1.0 / Math.Sqrt(2.0 * Math.PI * spectrum.Frequency[i]))];
        double[] real = [.. used.Select(i => spectrum.Real[i])], imaginary = [.. used.Select(i => spectrum.NegativeImaginary[i])];
        StraightLine? first = StraightLine.Fit(root, real), second = StraightLine.Fit(root, imaginary), both = StraightLine.Fit(real, imaginary);
        if (first is not { Slope: > 0.0 } || second is null || both is null)
        {
            throw new ArgumentException("Z′ does not rise towards low frequencies in the range: it shows no diffusion.", nameof(spectrum));
        }

        return new WarburgResult
        {
            Coefficient = new Uncertain(first.Slope, first.SlopeUncertainty),
            FromImaginary = new Uncertain(second.Slope, second.SlopeUncertainty),
            Resistance = new Uncertain(first.Intercept, first.InterceptUncertainty),
            Frequency = [.. used.Select(i => spectrum.Frequency[i])],
            InverseRoot = [.. root],
            Real = [.. real],
            NegativeImaginary = [.. imaginary],
            Slope = both.Slope,
        };
    }

    /// <summary>Computes D·A² of a redox couple.</summary>
    /// <param name="coefficient">σ_w [Ω/√s], above 0.</param>
    /// <param name="concentration">c [mol/m³], above 0.</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <param name="electrons">n, ≥ 1.</param>
    /// <returns>D·A² [m⁶/s].</returns>
    public static double OfConcentration(double coefficient, double concentration, double temperature, int electrons = 1)
    {
        double root = PhysicalConstants.ThermalVoltage(temperature) / (electrons * electrons * PhysicalConstants.Faraday * concentration * coefficient);
        return 0.5 * root * root;
    }

    /// <summary>Computes D·A² of an insertion electrode.</summary>
    /// <param name="coefficient">σ_w [Ω/√s], above 0.</param>
    /// <param name="molarVolume">V_m [m³/mol], above 0.</param>
    /// <param name="slope">dE/dx [V], not 0.</param>
    /// <returns>D·A² [m⁶/s].</returns>
    public static double OfInsertion(double coefficient, double molarVolume, double slope)
    {
        double root = molarVolume * slope / (PhysicalConstants.Faraday * coefficient);
        return 0.5 * root * root;
    }

    /// <summary>Chooses the longest run of windows of five neighbours in each of which −Z″ rises with Z′ at about 45°.</summary>
    private static int[] Choose(Spectrum spectrum, int[] order)
    {
        bool[] isDiagonal = [.. Enumerable.Range(0, Math.Max(0, order.Length - FewestSamples + 1)).Select(first => IsDiagonal(spectrum, order[first..(first + FewestSamples)]))];
        (int First, int Count) best = (0, 0);
        for (int begin = 0, count = 0; begin < isDiagonal.Length; begin++)
        {
            count = isDiagonal[begin] ? count + 1 : 0;
            best = count > best.Count ? (begin - count + 1, count) : best;
        }

        int[] run = best.Count == 0 ? [] : order[best.First..(best.First + best.Count + FewestSamples - 1)];

        // An arc too is diagonal somewhere, but over less than half a decade.
        return run.Length > 0 && spectrum.Frequency[run[^1]] >= LeastRange * spectrum.Frequency[run[0]] ? run : [];
    }

    private static bool IsDiagonal(Spectrum spectrum, int[] points) =>
        StraightLine.Fit([.. points.Select(i => spectrum.Real[i])], [.. points.Select(i => spectrum.NegativeImaginary[i])]) is { Slope: >= LeastSlope and <= LargestSlope } line
            && spectrum.Real[points[0]] > spectrum.Real[points[^1]] && line.Correlation > 0.9;
}
