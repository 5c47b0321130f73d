using System.Collections.Immutable;

namespace Lamella.Cells.Spectra;

/// <summary>The frequencies of a spectrum.</summary>
public static class FrequencySweep
{
    /// <summary>Lowest frequency that a spectrum may be asked for [Hz].</summary>
    public const double Lowest = 1e-6;

    /// <summary>Highest frequency that a spectrum may be asked for [Hz].</summary>
    public const double Highest = 1e9;

    /// <summary>Spaces frequencies evenly on a logarithmic axis, both ends included, in the order of a measurement.</summary>
    /// <param name="from">First frequency [Hz], from <see cref="Lowest"/> to <see cref="Highest"/>.</param>
    /// <param name="to">Last frequency [Hz], likewise; below or above the first.</param>
    /// <param name="pointsPerDecade">Points per factor of ten, ≥ 1.</param>
    /// <returns>The frequencies [Hz].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A frequency or the number of points is out of range.</exception>
    public static ImmutableArray<double> Logarithmic(double from, double to, int pointsPerDecade = 10)
    {
        Require(from, nameof(from));
        Require(to, nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsPerDecade, 1);
        double decades = Math.Log10(to / from);
        int steps = Math.Max(1, (int)Math.Round(Math.Abs(decades) * pointsPerDecade));
        return from == to
            ? [from]
            : [.. Enumerable.Range(0, steps + 1).Select(k => k == steps ? to : from * Math.Pow(10.0, decades * k / steps))];
    }

    /// <summary>Checks one frequency.</summary>
    /// <param name="frequency">f [Hz].</param>
    /// <param name="name">Name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">f is out of range.</exception>
    internal static void Require(double frequency, string name)
    {
        if (!(frequency >= Lowest && frequency <= Highest))
        {
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"A frequency of {frequency} Hz must lie between {Lowest} Hz and {Highest} Hz."));
        }
    }
}
