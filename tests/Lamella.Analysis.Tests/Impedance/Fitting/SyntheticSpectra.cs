using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

/// <summary>Spectra of known circuits with seeded noise.</summary>
internal static class SyntheticSpectra
{
    /// <summary>Spaces frequencies evenly on a logarithmic axis.</summary>
    internal static ImmutableArray<double> Frequencies(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, i / (count - 1.0)))];

    /// <summary>Makes a spectrum whose two parts have independent normal errors of a share of |Z|.</summary>
    internal static Spectrum Make(
        Circuit circuit, ImmutableArray<double> values, ImmutableArray<double> frequencies, double noise = 0.0, ulong seed = 1)
    {
        var random = new SeededGenerator(seed);
        return ReferenceCases.Of(frequencies, [.. circuit.Impedance(frequencies, values).Select(z =>
            z + (noise * Complex.Abs(z) * new Complex(random.NextNormal(), random.NextNormal())))]);
    }
}
