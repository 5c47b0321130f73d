using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;

namespace Lamella.Structures.Impedance;

/// <summary>The complex conductivity of a structure against frequency.</summary>
public sealed record ImpedanceResult
{
    /// <summary>Gets the frequencies, shape (frequencies).</summary>
    [Unit("Hz")]
    public required ImmutableArray<double> Frequencies { get; init; }

    /// <summary>Gets the effective complex conductivity σ + iωε, shape (frequencies); effective in host.</summary>
    [Unit("S/m")]
    public required ImmutableArray<Complex> Conductivity { get; init; }

    /// <summary>Gets how far the current at either face differs from the admittance, relative, shape (frequencies).</summary>
    [Unit("–")]
    public required ImmutableArray<double> Mismatch { get; init; }

    /// <summary>Gets whether every frequency reached the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>Gets the iterations of all frequencies.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets the reference state of the conductivity: effective in host.</summary>
    public ReferenceState State => ReferenceState.EffectiveInHost;

    /// <summary>Turns the conductivity into the impedance of a layer.</summary>
    /// <param name="thickness">Thickness of the layer [m], above 0.</param>
    /// <param name="area">Its area [m²], above 0.</param>
    /// <param name="provenance">What the spectrum says about its origin.</param>
    /// <returns>Z = thickness/(area·σ).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    /// <exception cref="ArgumentException">The structure does not conduct at some frequency.</exception>
    public Spectrum ToSpectrum([Unit("m")] double thickness, [Unit("m²")] double area, ResultProvenance provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(area);
        return new Spectrum(provenance, Frequencies, [.. Conductivity.Select(value => thickness / (area * value))]);
    }
}
