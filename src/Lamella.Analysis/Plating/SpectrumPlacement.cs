using System.Collections.Immutable;

namespace Lamella.Analysis.Plating;

/// <summary>Finds when the spectra between half cycles were taken. A spectrum holds no clock of its own.</summary>
/// <remarks>
/// Either it is stated behind which half cycle each one was taken, or the pauses of the record tell: where it has as many pauses between half cycles as there are
/// spectra, one was taken in each; with two more, the first and the last were taken before and behind all of them. Any other count tells nothing.
/// </remarks>
internal static class SpectrumPlacement
{
    private const double LeastPause = 30.0; // [s]; a spectrum from 1 MHz to 1 Hz takes about as long

    /// <summary>Places arcs.</summary>
    /// <param name="arcs">The arcs in their order.</param>
    /// <param name="count">Number of spectra, those without an arc too.</param>
    /// <param name="halves">The half cycles.</param>
    /// <param name="options">What is stated.</param>
    /// <returns>The arcs with their places where these are known.</returns>
    /// <exception cref="ArgumentException">The stated places are not as many as the spectra, fall, or lie behind the last half cycle.</exception>
    internal static ImmutableArray<SpectrumArc> Place(ImmutableArray<SpectrumArc> arcs, int count, ImmutableArray<HalfCycleRecord> halves, PlatingOptions options)
    {
        int[]? places = options.SpectrumAfter.IsEmpty ? FromPauses(count, halves) : Stated(count, halves, options);
        return places is null ? arcs : [.. arcs.Select(arc => arc with { AfterHalfCycle = places[arc.Number - 1], Time = EndOf(halves, places[arc.Number - 1]) })];
    }

    private static double EndOf(ImmutableArray<HalfCycleRecord> halves, int number) => number == 0 ? halves[0].Start : halves[number - 1].Start + halves[number - 1].Duration;

    private static int[]? FromPauses(int count, ImmutableArray<HalfCycleRecord> halves)
    {
        int[] pauses = [.. Enumerable.Range(1, Math.Max(0, halves.Length - 1)).Where(k => halves[k].Start - EndOf(halves, k) >= LeastPause)];
        return count == 0 || pauses.Length == 0 ? null
            : count == pauses.Length ? pauses
            : count == pauses.Length + 2 ? [0, .. pauses, halves.Length] : null;
    }

    private static int[] Stated(int count, ImmutableArray<HalfCycleRecord> halves, PlatingOptions options)
    {
        int[] stated = [.. options.SpectrumAfter];
        if (stated.Length != count)
        {
            throw new ArgumentException($"{stated.Length} half cycles are stated behind which spectra were taken, and there are {count} spectra; state one for each, in their order, 0 for one before the first half cycle.", nameof(options));
        }

        for (int i = 0; i < stated.Length; i++)
        {
            if (stated[i] < 0 || stated[i] > halves.Length || (i > 0 && stated[i] < stated[i - 1]))
            {
                throw new ArgumentException($"Spectrum {i + 1} cannot have been taken behind half cycle {stated[i]}: the record has {halves.Length} half cycles, and spectra follow each other in time.", nameof(options));
            }
        }

        return stated;
    }
}
