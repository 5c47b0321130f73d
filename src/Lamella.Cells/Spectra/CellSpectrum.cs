using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Core.Measurements;

namespace Lamella.Cells.Spectra;

/// <summary>The impedance of a model at one state, and what it consists of.</summary>
public sealed record CellSpectrum
{
    /// <summary>Gets Z of the cell over frequency, as an instrument would have written it.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <summary>Gets the parts of Z by layer and process; at every frequency they add up to Z.</summary>
    public required ImmutableArray<SpectrumPart> Parts { get; init; }

    /// <summary>Gets the terminal voltage of the state.</summary>
    [Unit("V")]
    public required double Voltage { get; init; }

    /// <summary>Gets the current density that flows in the state, charging positive.</summary>
    [Unit("A/m²")]
    public required double CurrentDensity { get; init; }

    /// <summary>Gets the temperature of the state.</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets warnings: frequencies that the mesh does not resolve, a state that drifts.</summary>
    public required ImmutableArray<string> Warnings { get; init; }
}

/// <summary>What one process in one layer adds to the impedance.</summary>
/// <remarks>
/// <para>Where paths run in parallel the parts follow from the balance of power: Z·|I|² = Σ v·i* over all elements
/// (Tellegen). A resistance adds a positive real part, a capacitance a negative imaginary part, each weighed with the
/// square of the current that flows through it.</para>
/// <para><b>Source.</b> Tellegen, Philips Res. Rep. 7 (1952) 259; Penfield, Spence and Duinker, <i>Tellegen's Theorem and
/// Electrical Networks</i>, MIT Press 1970.</para>
/// </remarks>
/// <param name="Layer">Name of the layer, of the electrode, or of the side.</param>
/// <param name="Process">What happens there.</param>
/// <param name="Impedance">Contribution to Z [Ω], shape (frequencies).</param>
public sealed record SpectrumPart(string Layer, SpectrumProcess Process, ImmutableArray<Complex> Impedance);
