using System.Collections.Immutable;
using System.Numerics;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Running;

/// <summary>A model whose equations can be linearised for spectra, from the same Jacobian that the time integration uses.</summary>
internal interface ISpectralSystem : ICellSystem
{
    /// <summary>Gets what the impedance is split into, in the order of <see cref="Attribute"/>.</summary>
    ImmutableArray<SpectrumSource> SpectrumSources { get; }

    /// <summary>Writes ∂F/∂y and ∂F/∂ẏ of the last evaluation of the Jacobian.</summary>
    /// <param name="entries">Receives them as the constant and the linear part.</param>
    void Linearise(SparsePencilBuilder entries);

    /// <summary>Splits the impedance at one frequency.</summary>
    /// <param name="shift">iω [1/s].</param>
    /// <param name="impedance">Z [Ω·m²].</param>
    /// <param name="change">Change of the state per current density of 1 A/m², shape (n).</param>
    /// <param name="parts">Receives the contributions [Ω·m²], shape (<see cref="SpectrumSources"/>); they must add up to Z.</param>
    void Attribute(Complex shift, Complex impedance, ReadOnlySpan<Complex> change, Span<Complex> parts);

    /// <summary>Estimates what the mesh adds to the impedance where diffusion does not reach past a shell or a cell.</summary>
    /// <param name="shift">iω [1/s].</param>
    /// <param name="parts">The contributions at that frequency [Ω·m²].</param>
    /// <returns>Size of the error [Ω·m²].</returns>
    double MeshError(Complex shift, ReadOnlySpan<Complex> parts);
}

/// <summary>Where a part of the impedance comes from.</summary>
/// <param name="Layer">Name of the layer or side.</param>
/// <param name="Process">What happens there.</param>
internal readonly record struct SpectrumSource(string Layer, SpectrumProcess Process);

/// <summary>What causes a part of the impedance.</summary>
public enum SpectrumProcess
{
    /// <summary>Conduction of ions.</summary>
    IonicConduction,

    /// <summary>Geometric capacitance of a layer.</summary>
    Displacement,

    /// <summary>Diffusion of the salt.</summary>
    SaltDiffusion,

    /// <summary>Charge transfer at an electrode surface.</summary>
    ChargeTransfer,

    /// <summary>Charging of a double layer.</summary>
    DoubleLayer,

    /// <summary>Film on an electrode surface.</summary>
    Film,

    /// <summary>Diffusion of lithium in particles.</summary>
    SolidDiffusion,

    /// <summary>Joint between two layers.</summary>
    Joint,

    /// <summary>Exchange between host and guest of a layer.</summary>
    Exchange,

    /// <summary>Conduction of electrons, contacts and leads.</summary>
    Electrons,

    /// <summary>Everything that no other process takes.</summary>
    Other,
}
