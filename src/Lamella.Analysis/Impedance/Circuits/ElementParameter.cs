namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>What kind of number a parameter of a circuit element is; it fixes unit scale, limits and the variable of a fit.</summary>
/// <remarks>
/// A parameter of a positive kind is proportional to |Z|^a·ω^b, a = <see cref="ImpedancePower"/> and b =
/// <see cref="FrequencyPower"/>; a fit moves its logarithm. Limits of such a parameter follow from the data
/// (<see cref="Range"/>), because no resistance is too large or too small in itself.
/// </remarks>
public sealed record ElementParameter
{
    private ElementParameter(string symbol, string unit, string meaning) => (Symbol, Unit, Meaning) = (symbol, unit, meaning);

    /// <summary>Gets the symbol, unique within its element, for example <c>Q</c>.</summary>
    public string Symbol { get; }

    /// <summary>Gets the SI unit, <c>–</c> for a pure number.</summary>
    public string Unit { get; }

    /// <summary>Gets what the parameter is, in a few words.</summary>
    public string Meaning { get; }

    /// <summary>Gets whether the parameter is positive and a fit moves its logarithm; otherwise it moves the value itself.</summary>
    public bool IsLogarithmic { get; private init; }

    /// <summary>Gets the power a of |Z| in the parameter.</summary>
    public int ImpedancePower { get; private init; }

    /// <summary>Gets the power b of ω in the parameter; where the element has an exponent n, that at n = 1.</summary>
    public double FrequencyPower { get; private init; }

    /// <summary>Gets the least value that has a meaning; 0, itself excluded, for a positive kind.</summary>
    public double Least { get; private init; }

    /// <summary>Gets the greatest value that has a meaning; infinite for a positive kind.</summary>
    public double Greatest { get; private init; } = double.PositiveInfinity;

    private bool FrequencyPowerVaries { get; init; }

    /// <summary>Returns the limits of the parameter for a fit to data of a given range.</summary>
    /// <param name="least">Smallest |Z| of interest [Ω].</param>
    /// <param name="greatest">Largest |Z| of interest [Ω].</param>
    /// <param name="slow">Lowest angular frequency of interest [rad/s].</param>
    /// <param name="fast">Highest angular frequency of interest [rad/s].</param>
    /// <returns>Limits in the parameter's own unit.</returns>
    internal (double Lower, double Upper) Range(double least, double greatest, double slow, double fast)
    {
        if (!IsLogarithmic)
        {
            return (Least, Greatest);
        }

        (double lower, double upper) = (double.PositiveInfinity, 0.0);
        ReadOnlySpan<double> powers = FrequencyPowerVaries ? [0.0, FrequencyPower] : [FrequencyPower];
        foreach (double power in powers)
        {
            double atSlow = Math.Pow(slow, power), atFast = Math.Pow(fast, power);
            double one = Math.Pow(least, ImpedancePower), two = Math.Pow(greatest, ImpedancePower);
            lower = Math.Min(lower, Math.Min(one, two) * Math.Min(atSlow, atFast));
            upper = Math.Max(upper, Math.Max(one, two) * Math.Max(atSlow, atFast));
        }

        return (lower, upper);
    }

    /// <summary>A resistance [Ω].</summary>
    internal static ElementParameter Resistance(string symbol, string meaning) => Positive(symbol, "Ω", meaning, 1, 0.0);

    /// <summary>A capacitance [F].</summary>
    internal static ElementParameter Capacitance(string symbol, string meaning) => Positive(symbol, "F", meaning, -1, -1.0);

    /// <summary>A time constant [s].</summary>
    internal static ElementParameter Time(string symbol, string meaning) => Positive(symbol, "s", meaning, 0, -1.0);

    /// <summary>An inductance [H].</summary>
    internal static ElementParameter Inductance(string symbol, string meaning) => Positive(symbol, "H", meaning, 1, -1.0);

    /// <summary>A Warburg coefficient [Ω·s^−1/2].</summary>
    internal static ElementParameter Warburg(string symbol, string meaning) => Positive(symbol, "Ω·s^-1/2", meaning, 1, 0.5);

    /// <summary>The factor of (jω)ⁿ in an admittance [S·sⁿ].</summary>
    internal static ElementParameter Admittance(string symbol, string meaning) =>
        Positive(symbol, "S·s^n", meaning, -1, -1.0) with { FrequencyPowerVaries = true };

    /// <summary>The factor of (jω)ⁿ in an impedance [Ω·sⁿ].</summary>
    internal static ElementParameter Reactance(string symbol, string meaning) =>
        Positive(symbol, "Ω·s^n", meaning, 1, -1.0) with { FrequencyPowerVaries = true };

    /// <summary>A pure number between limits.</summary>
    internal static ElementParameter Number(string symbol, string meaning, double least, double greatest) =>
        new(symbol, "–", meaning) { Least = least, Greatest = greatest };

    private static ElementParameter Positive(string symbol, string unit, string meaning, int impedancePower, double frequencyPower) =>
        new(symbol, unit, meaning) { IsLogarithmic = true, ImpedancePower = impedancePower, FrequencyPower = frequencyPower };
}
